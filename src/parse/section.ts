import type { Problem } from "../model/problem.ts";
import { datePrefix } from "./date.ts";
import { opensNextSection, opensSection, regionOf } from "./headings.ts";
import { signAt } from "./sign.ts";

/** The lines of the events section; `first` is the 0-based index of `lines[0]` in the file. */
export interface Section {
  readonly lines: readonly string[];
  readonly first: number;
  /** Whether a comment may stand in them. */
  readonly commented: boolean;
}

/** More than this is no section that people wrote (the longest of 600 had 250 lines). */
const MAX_LINES = 100_000;
/** The longest line of twelve years has 2,136 characters; remark's time grows with the square of some that are hostile. */
export const MAX_LINE = 8_000;
const HEADING = /^\s{0,3}#{1,6}\s*\S/;
const WITHIN = /^\s{0,3}###/;
const CALENDAR =
  /^\s{0,3}(?:if you(?:'re| are) (?:ru\w{1,6}ng|organi[sz]ing|hosting|holding|planning)|are you (?:running|organi[sz]ing))\b/i;
const WINDOW = /^\W{0,4}rust(?:y|acean)? events? (?:between|from)\b/i;

/**
 * Finds the section whatever the level of its heading, and its end: the calendar paragraph ("If you are
 * running a Rust event…") or the next section. A heading that is neither a region nor a known section ends
 * it only when no dated bullet follows under it; a heading that holds a date is a mistyped bullet.
 */
export function findSection(text: string, report: (p: SectionProblem) => void): Section | null {
  const start = startOf(text);
  if (!start) return null;
  const rest = untilCalendar(text, start.offset);
  const lines = linesOf(rest);
  let end = 0;
  let filled = 0;
  let long = false;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const bullet = signAt(line) >= 0;
    if (!bullet && CALENDAR.test(line)) break;
    if (line !== "") filled++;
    const at = start.line + end;
    if (filled > MAX_LINES) {
      const message = `the section has more than ${MAX_LINES} lines: the rest was not read`;
      report({ rule: "section-too-long", severity: "error", at, message });
      break;
    }
    if (line.length > MAX_LINE) long = true;
    if (bullet || !HEADING.test(line) || belongs(line)) continue;
    // `### Other events` within a region is none of the newsletter's sections.
    if (opensNextSection(line) && !(WITHIN.test(line) && datedBulletFollows(lines, end))) break;
    if (!datedBulletFollows(lines, end)) {
      const message = "an unknown heading without events ends the section";
      report({ rule: "section-ended-by-heading", severity: "info", at, message });
      break;
    }
    const message = "a heading that names no region: its events carry no region";
    report({ rule: "heading-unknown", severity: "warning", at, message });
  }
  lines.length = end;
  const section = { lines, first: start.line, commented: rest.includes("<!--") };
  return long ? withoutLongLines(section, report) : section;
}

function withoutLongLines(section: Section, report: (p: SectionProblem) => void): Section {
  const lines = section.lines.map((line, index) => {
    if (line.length <= MAX_LINE) return line;
    const message = `a line of ${line.length} characters was not read: ${MAX_LINE} are allowed`;
    report({ rule: "line-too-long", severity: "error", at: section.first + index, message });
    return "";
  });
  return { ...section, lines };
}

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
}

export type SectionProblem = Pick<Problem, "rule" | "severity" | "message"> & { readonly at: number };

/** Where the section's first line begins: its offset in the text, and its 0-based index. */
interface Start {
  readonly offset: number;
  readonly line: number;
}

const CALENDAR_BEGINS = "\nIf you are running";

/** The text from the section's start to where the calendar paragraph begins, spelt as usual, that line's first words included. */
function untilCalendar(text: string, start: number): string {
  const at = text.indexOf(CALENDAR_BEGINS, start);
  return at < 0 ? text.slice(start) : text.slice(start, at + CALENDAR_BEGINS.length);
}

/** Behind the heading; else behind a bold or bare line that says the same; else at the line that states the window. */
function startOf(text: string): Start | null {
  let [heading, marked, window]: (Start | null)[] = [null, null, null];
  let [from, at] = [0, 0];
  for (const to of lineStarts(text)) {
    const line = text.slice(from, to).trimEnd();
    if (opensSectionCandidate(line)) {
      const behind = { offset: to, line: at + 1 };
      const upcoming = /upcoming/i.test(line);
      if (upcoming && HEADING.test(line)) return behind;
      if (HEADING.test(line)) heading ??= behind;
      else if (upcoming) marked ??= behind;
    }
    if (window === null && WINDOW.test(line)) window = { offset: from, line: at };
    from = to;
    at++;
  }
  return heading ?? marked ?? window ?? null;
}

/** Where each line but the first begins, whatever ends them, and the end of the text. */
function* lineStarts(text: string): Generator<number> {
  if (text.includes("\r")) for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) yield index + end.length;
  else for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) yield at + 1;
  yield text.length;
}

function opensSectionCandidate(line: string): boolean {
  return line.length < 80 && /event|meetup/i.test(line) && /^\s{0,3}[#*_\p{L}]/u.test(line) && opensSection(line);
}

/** `# 2025-07-23 | Ikot Akpaden, NG | [Group](…)` is a bullet with the wrong sign. */
export function isDatedHeading(line: string): boolean {
  const text = line.replace(/^[\s#]+/, "").replace(/^\[/, "");
  return datePrefix(text) !== null && /[|\]]|\d\. \S/.test(text);
}

/** Whether a heading is one of the section's own: a region, a mistyped bullet, the window. */
function belongs(heading: string): boolean {
  return regionOf(heading) !== null || isDatedHeading(heading) || WINDOW.test(heading.replace(/^[#\s]+/, ""));
}

function datedBulletFollows(lines: readonly string[], heading: number): boolean {
  for (let at = heading + 1; at < Math.min(lines.length, heading + 400); at++) {
    const line = lines[at] ?? "";
    if (CALENDAR.test(line)) return false;
    if (HEADING.test(line)) return regionOf(line) !== null;
    const bullet = /^\s{0,6}[*+-]\s{0,4}\[?(.{0,80})/.exec(line);
    if (bullet?.[1] && datePrefix(bullet[1].replace(/^\*+/, ""))) return true;
  }
  return false;
}

/** The window that the line "Rusty Events between 1/12/2022 - 2/9/2022" states, as printed; null when it does not. */
export function windowText(line: string): string | null {
  const match = WINDOW.test(line) ? /(?:between|from)\s+(.{6,80})/i.exec(line) : null;
  return match?.[1] ?? null;
}
