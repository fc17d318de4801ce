import type { Region } from "../model/region.ts";
import { withoutComments } from "./comments.ts";
import { datePrefix } from "./date.ts";
import { regionOf } from "./headings.ts";
import type { ReadLine } from "./line.ts";
import { isDamaged, type LineReader } from "./lines.ts";
import { isDatedHeading, MAX_LINE, type Section, type SectionProblem, windowText } from "./section.ts";
import { BULLET, signAt } from "./sign.ts";

/** A bullet with its wrapped lines joined and read, and the region it stands under. */
export interface Bullet {
  /** 0-based index of its first line in the file. */
  readonly at: number;
  readonly indent: number;
  readonly region: Region | null;
  readonly text: string;
  readonly line: ReadLine;
}

/** A bullet whose text was never read before, and may still go on. */
interface Unread extends Omit<Bullet, "line"> {
  readonly line: null;
}

/** What the lines of a section hold. */
export interface SectionContent {
  readonly bullets: readonly Bullet[];
  /** Text of the stated window, `2025-10-08 - 2025-11-05`. */
  readonly window: string | null;
}

/** A shorter line than this may name a region without being a heading. */
const SHORT = 40;
const HEADING = /^\s{0,3}#{1,6}\s*\S/;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s/;

/**
 * Splits the section into bullets; what is no bullet is a heading, the window, a link definition, or reported. A longer line
 * that was read before or has a usual shape is a bullet, whatever stands around it.
 */
export function bulletsOf(
  section: Section,
  reader: LineReader,
  definitions: () => ReadonlyMap<string, string>,
  report: (p: SectionProblem) => void,
): SectionContent {
  const lines = section.commented ? withoutComments(section, report) : section.lines;
  const bullets: (Bullet | Unread)[] = [];
  let region: Region | null = null;
  /** Of the region's heading: a deeper one, `#### Norway`, stands within the region. */
  let level = 0;
  let window: string | null = null;
  /** Whether the line before belongs to a bullet, so that this one may continue it. */
  let open = false;
  for (let index = 0; index < lines.length; index++) {
    const raw = lines[index] ?? "";
    const at = section.first + index;
    const sign = signAt(raw);
    if (sign >= 0) {
      const text = raw.slice(sign + 2);
      const line = text.length < SHORT ? null : reader.known(text);
      if (line) {
        bullets.push({ at, indent: sign, region, text, line });
        open = true;
        continue;
      }
    }
    if (raw !== "" && isDamaged(raw)) {
      const message = "control characters, or bytes that are no UTF-8: they were taken out of the text";
      report({ rule: "text-damaged", severity: "warning", at, message });
    }
    const text = raw.trim();
    if (text === "") {
      open = false;
      continue;
    }
    const bullet = BULLET.exec(raw);
    const heading = HEADING.test(raw);
    // `* [Asia](http://…)` is an event called so.
    const named = heading || (text.length < SHORT && !(bullet && text.includes("]("))) ? regionOf(text) : null;
    if (named && (heading || bullet || /^[*_]{2}|:$/.test(text) || !open || bullets.at(-1)?.text.endsWith(")"))) {
      region = named;
      level = levelOf(text);
      open = false;
    } else if (heading) {
      open = isDatedHeading(raw);
      if (open) {
        report({ rule: "bullet-typed-as-heading", severity: "info", at, message: "a bullet typed as a heading" });
        bullets.push({ at, indent: 0, region, text: text.replace(/^#+\s*/, ""), line: null });
      } else if (levelOf(text) < 4 || levelOf(text) <= level) region = null;
    } else if (bullet) {
      open = bullet[2] !== undefined;
      if (bullet[2])
        bullets.push({ at, indent: columns(bullet[1] ?? ""), region, text: bullet[2].trimEnd(), line: null });
    } else if (startsListing(text)) {
      if (/^\d{4}-/.test(text))
        report({ rule: "bullet-sign-missing", severity: "info", at, message: "a listing without its bullet sign" });
      bullets.push({ at, indent: 0, region, text: text.replace(FOR_BULLET, ""), line: null });
      open = true;
    } else if (DEFINITION.test(raw)) {
      open = false;
    } else if (windowText(text)) {
      window = windowText(text);
    } else if (open) {
      const last = bullets.pop();
      if (!last) continue;
      const joined = `${last.text}\n${text}`;
      if (joined.length > MAX_LINE) {
        open = false;
        report({
          rule: "line-too-long",
          severity: "error",
          at,
          message: `the rest of a bullet of over ${MAX_LINE} characters was not read`,
        });
      }
      bullets.push(joined.length > MAX_LINE ? last : { ...last, text: joined, line: null });
    } else if (isEventOf(text, at, bullets.at(-1))) {
      report({ rule: "bullet-sign-missing", severity: "info", at, message: "an event without its bullet sign" });
      bullets.push({ at, indent: columns(/^\s*/.exec(raw)![0]), region, text, line: null });
      open = true;
    } else {
      report({ rule: "prose", severity: "info", at, message: "a paragraph that lists no event" });
    }
  }
  return {
    bullets: bullets.map((bullet) =>
      bullet.line === null ? { ...bullet, line: reader.read(bullet.text, definitions) } : bullet,
    ),
    window,
  };
}

/** A figure or sign for the bullet's, `8 2025-02-26 | …`, and the sign before a row of a table. */
const FOR_BULLET = /^[^\sA-Za-zÀ-ž[] ?(?=\[|\d{4}-)/;

/** `2025-02-26 | Girona, ES | …` and `[January 12 - Seattle Meetup][seattle].` are listings even without a bullet sign. */
function startsListing(line: string): boolean {
  const text = line.replace(FOR_BULLET, "");
  if (text.startsWith("[")) return datePrefix(text.slice(1)) !== null && /^\[[^\]]*\][[(]/.test(text);
  return /^\d{4}-\d{1,2}-\d{1,2}[^|]{0,40}\|/.test(text);
}

/** `[**Title**](https://…)` behind an empty line under a row is its event even without a bullet sign. */
function isEventOf(text: string, at: number, last: Bullet | Unread | undefined): boolean {
  const isRow = last !== undefined && at - last.at < 4 && /^\d{4}-\d/.test(last.text) && last.text.includes("|");
  return isRow && /^\*{0,2}\[[^\]]+\]\(https?:.+\)\*{0,2}$/.test(text);
}

/** Number of a heading's signs; 7 for a region that is named without any. */
function levelOf(text: string): number {
  return /^#+/.exec(text)?.[0].length ?? 7;
}

/** Width of an indent, a tab counted as four. */
function columns(indent: string): number {
  return indent.replaceAll("\t", "    ").length;
}
