import type { Region } from "../model/region.ts";
import { BULLET, withSpace } from "./bullet-marker.ts";
import { withoutComments } from "./comments.ts";
import { datePrefix } from "./date.ts";
import { regionOf } from "./headings.ts";
import { isDefinition } from "./references.ts";
import { MAX_LINE, type Report } from "./report.ts";
import { HEADING, isDatedHeading, type Section, windowText } from "./section.ts";

/** A bullet with its wrapped lines joined, and the region it stands under. */
export interface Bullet {
  /** 0-based index of its first line in the file. */
  readonly at: number;
  /** Width of its indent, a tab counted as four. */
  readonly indent: number;
  readonly region: Region | null;
  readonly text: string;
}

/** A shorter line than this may name a region without being a heading. */
const SHORT = 40;
/** Control characters other than white space, and what a decoder puts for bytes that it cannot read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DAMAGED = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffd]/;

/**
 * Splits the section into bullets; what is no bullet is a heading, a link definition, or reported. `window` is the text of
 * the stated window, `2025-10-08 - 2025-11-05`.
 */
export function bulletsOf({ lines, first }: Section, report: Report) {
  const bullets: Bullet[] = [];
  let region: Region | null = null;
  /** Of the region's heading: a deeper one, `#### Norway`, stands within the region. */
  let level = 0;
  let window: string | null = null;
  /** Indices of the lines that define links. */
  const definitions: number[] = [];
  /** Whether the line before belongs to a bullet, so that this one may continue it. */
  let open = false;
  for (const [index, printed] of withoutComments(lines, first, report).entries()) {
    const at = first + index;
    const raw = withSpace(printed);
    if (raw !== printed) report("bullet-marker-misplaced", at);
    const begin = (text: string, indent = "") => {
      bullets.push({ at, indent: indent.replaceAll("\t", "    ").length, region, text });
      open = true;
    };
    if (DAMAGED.test(raw)) report("text-damaged", at);
    const text = raw.trim();
    if (text === "") {
      open = false;
      continue;
    }
    const bullet = BULLET.exec(raw);
    const torn = open && !bullet ? null : joinedLink(bullets.at(-1)?.text ?? "", text);
    if (torn !== null) {
      report("link-torn", at);
      bullets[bullets.length - 1] = { ...bullets.at(-1)!, text: torn };
      continue;
    }
    const heading = HEADING.test(raw);
    // `* [Asia](http://…)` is an event called so.
    const named = heading || (text.length < SHORT && !(bullet && text.includes("]("))) ? regionOf(text) : null;
    if (named && (heading || bullet || /^[*_]{2}|:$/.test(text) || !open || bullets.at(-1)?.text.endsWith(")"))) {
      region = named;
      level = levelOf(text);
      open = false;
    } else if (heading && isDatedHeading(raw)) {
      report("bullet-typed-as-heading", at);
      begin(text.replace(/^#+\s*/, ""));
    } else if (heading) {
      if (levelOf(text) < 4 || levelOf(text) <= level) region = null;
      open = false;
    } else if (bullet) {
      open = false;
      if (bullet[2]) begin(bullet[2].trimEnd(), bullet[1]);
    } else if (listingIn(text) !== null) {
      if (/^\d/.test(text) && listingIn(text) === text) report("bullet-marker-missing", at, "a listing");
      begin(listingIn(text)!);
    } else if (isDefinition(raw)) {
      definitions.push(at);
      open = false;
    } else if (windowText(text)) {
      window = windowText(text);
    } else if (open) {
      const last = bullets.at(-1)!;
      const joined = joinedLink(last.text, text) ?? `${last.text} ${text}`;
      open = joined.length <= MAX_LINE;
      if (open) bullets[bullets.length - 1] = { ...last, text: joined };
      else report("line-too-long", at);
    } else if (isEventOf(text, at, bullets.at(-1))) {
      report("bullet-marker-missing", at, "an event");
      begin(text, /^\s*/.exec(raw)![0]);
    } else report("prose", at);
  }
  return { bullets, window, definitions };
}

/** What is typed for the bullet's marker, `8 2025-02-26 | …`, `o 2025-02-26 | …`, `**2025-02-26 | …`; a table's first bar. */
const FOR_BULLET = /^(?:[\p{L}\d] ?|[^\s\p{L}\p{N}[]{1,3} ?)(?=\[|\d{3,4}[-/])/u;

/** `2025-02-26 | Girona, ES | …` and `[January 12 - Seattle Meetup][seattle].`, listings even without a marker; else null. */
function listingIn(line: string): string | null {
  const isListing = (text: string) => {
    if (text.startsWith("[")) return datePrefix(text.slice(1)) !== null && /^\[[^\]]*\][[(]/.test(text);
    const date = datePrefix(text);
    return date !== null && /^[^|]{0,40}\|/.test(text.slice(date.end));
  };
  return [line, line.replace(FOR_BULLET, "")].find(isListing) ?? null;
}

/** How a line begins that ends a link: `Rust](https://…)`, behind a link's text `(https://…)`, within an address `events/1)`. */
const LINK_GOES_ON = /^([^[\]]*\]\()|^(\(https?:)|^([^\s()[\]|]*\))/;

/** The text of a bullet whose last link goes on in this line; null for any other line. */
function joinedLink(text: string, line: string): string | null {
  const [goesOn, inText, behindText] = LINK_GOES_ON.exec(line.replace(/^[*+] +/, "")) ?? [];
  if (goesOn === undefined) return null;
  const rest = line.replace(/^[*+] +/, "");
  const [open, close, address] = ["[", "]", "]("].map((part) => text.lastIndexOf(part)) as [number, number, number];
  if (inText) return open > close ? `${text} ${rest}` : null;
  if (behindText) return open >= 0 && text.endsWith("]") ? text + rest : null;
  return address >= 0 && /^\]\(\S*$/.test(text.slice(address)) && !text.includes(")", address) ? text + rest : null;
}

/** `[**Title**](https://…)` behind an empty line under a row is its event even without a marker. */
function isEventOf(text: string, at: number, last: Bullet | undefined): boolean {
  const isRow = last !== undefined && at - last.at < 4 && /^\d{4}-\d/.test(last.text) && last.text.includes("|");
  return isRow && /^\*{0,2}\[[^\]]+\]\(https?:.+\)\*{0,2}$/.test(text);
}

/** Number of a heading's `#`; 7 for a region that is named without any. */
function levelOf(text: string): number {
  return /^#+/.exec(text)?.[0].length ?? 7;
}
