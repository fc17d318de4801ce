import { datePrefix } from "./date.ts";
import { opensNextSection, opensSection, regionOf } from "./headings.ts";
import { MAX_LINE, MAX_LINES, type Report } from "./report.ts";

/** The lines of the events section; `first` is the 0-based index of `lines[0]` in the file. */
export interface Section {
  readonly lines: readonly string[];
  readonly first: number;
}

export const HEADING = /^\s{0,3}#{1,6}\s*\S/;
const WITHIN = /^\s{0,3}###/;
const CALENDAR =
  /^\s{0,3}(?:if you(?:'re| are) (?:ru\w{1,6}ng|organi[sz]ing|hosting|holding|planning)|are you (?:running|organi[sz]ing))\b/i;
const WINDOW = /^\W{0,4}rust(?:y|acean)? events? (?:between|from)\b/i;

/**
 * Finds the section among the lines of an issue, whatever the level of its heading, and its end: the calendar paragraph ("If you are
 * running a Rust event…") or the next section. A heading that is neither a region nor a known section ends
 * it only when no dated bullet follows under it; a heading that holds a date is a mistyped bullet.
 */
export function findSection(all: readonly string[], report: Report): Section | null {
  const first = startOf(all);
  if (first === null) return null;
  const lines: string[] = [];
  let filled = 0;
  for (let at = first; at < all.length; at++) {
    const line = all[at]!;
    if (CALENDAR.test(line)) break;
    if (line !== "") filled++;
    if (filled > MAX_LINES) {
      report("section-too-long", at);
      break;
    }
    if (HEADING.test(line) && endsAt(all, at, report)) break;
    if (line.length > MAX_LINE) report("line-too-long", at);
    lines.push(line.length > MAX_LINE ? "" : line);
  }
  return { lines, first };
}

/** Whether the section ends at a heading. */
function endsAt(lines: readonly string[], at: number, report: Report): boolean {
  const heading = lines[at]!;
  if (regionOf(heading) !== null || isDatedHeading(heading) || WINDOW.test(heading.replace(/^[#\s]+/, "")))
    return false;
  const followed = datedBulletFollows(lines, at);
  // `### Other events` within a region is none of the newsletter's sections.
  if (opensNextSection(heading) && !(WITHIN.test(heading) && followed)) return true;
  report(followed ? "heading-unknown" : "section-ended-by-heading", at);
  return !followed;
}

function datedBulletFollows(lines: readonly string[], heading: number): boolean {
  for (const line of lines.slice(heading + 1, heading + 400)) {
    if (CALENDAR.test(line)) return false;
    if (HEADING.test(line)) return regionOf(line) !== null;
    const bullet = /^\s{0,6}[*+-]\s{0,4}\[?(.{0,80})/.exec(line);
    if (bullet?.[1] && datePrefix(bullet[1].replace(/^\*+/, ""))) return true;
  }
  return false;
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
}

/** Behind the heading; else behind a bold or bare line that says the same; else at the line that states the window. */
function startOf(lines: readonly string[]): number | null {
  let [heading, marked, window]: (number | null)[] = [null, null, null];
  for (const [at, line] of lines.entries()) {
    if (opensSection(line)) {
      const upcoming = /upcoming/i.test(line);
      if (upcoming && HEADING.test(line)) return at + 1;
      if (HEADING.test(line)) heading ??= at + 1;
      else if (upcoming) marked ??= at + 1;
    } else if (WINDOW.test(line)) window ??= at;
  }
  return heading ?? marked ?? window ?? null;
}

/** `# 2025-07-23 | Ikot Akpaden, NG | [Group](…)` is a bullet with the wrong marker. */
export function isDatedHeading(line: string): boolean {
  const text = line.replace(/^[\s#]+/, "").replace(/^\[/, "");
  return datePrefix(text) !== null && /[|\]]|\d\. \S/.test(text);
}

/** The window that the line "Rusty Events between 1/12/2022 - 2/9/2022" states, as printed; null when it does not. */
export function windowText(line: string): string | null {
  const match = WINDOW.test(line) ? /(?:between|from)\s+(.{6,80})/i.exec(line) : null;
  return match?.[1] ?? null;
}
