import type { Link, PrintedGroup } from "../model/listing.ts";
import { beginsWithStatus, saysStatus } from "../model/status.ts";
import { isSideLink } from "./side-link.ts";
import type { Span } from "./span.ts";

/** What stands between two `|` outside of links. */
export type Cell = readonly Span[];

/** Cuts runs into cells at each `|`; a `|` inside a link's text does not count. */
export function cellsOf(spans: readonly Span[]): Cell[] {
  const cells: Span[][] = [[]];
  for (const span of spans) {
    if (span.url !== null || !span.text.includes("|")) {
      cells.at(-1)?.push(span);
      continue;
    }
    const [head = "", ...rest] = span.text.split("|");
    if (head.trim()) cells.at(-1)?.push({ ...span, text: head });
    for (const text of rest) cells.push(text.trim() ? [{ ...span, text }] : []);
  }
  return cells;
}

/** The text of the plain runs, white space collapsed. */
export function plainText(spans: readonly Span[]): string {
  return collapse(spans.map((span) => (span.url === null ? span.text : "")).join(" "));
}

/** The text of all runs, links included. */
export function allText(spans: readonly Span[]): string {
  return collapse(spans.map((span) => span.text).join(""));
}

/** Embeddings and overrides of direction, which would reach beyond the text: U+202A to U+202E. */
const BIDI = /[\u202a-\u202e]+/;

/** Words with single blanks between them, nothing to collapse: nearly all texts. */
const WORD = String.raw`[!-~\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u3001-\ufefe]+`;
const TIDY = new RegExp(`^${WORD}(?: ${WORD})*$`);

/** White space collapsed to single blanks and trimmed; control characters gone, also those that turn the direction of what follows. */
export function collapse(text: string): string {
  if (TIDY.test(text)) return text;
  if (BIDI.test(text)) return collapse(text.replaceAll(new RegExp(BIDI, "g"), ""));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\ufffd]+/g, " ").trim();
}

/**
 * Organisers and side links of the cells after the place.
 *
 *     [OpenTechSchool Berlin](https://…) + [Rust Berlin](https://…) | [Alt link](https://…)
 *     ^------------------------- groups --------------------------^   ^----- link -------^
 */
export function groupsOf(cells: readonly Cell[]): { groups: PrintedGroup[]; links: Link[]; note: string } {
  const groups: PrintedGroup[] = [];
  const links: Link[] = [];
  let note = "";
  for (const cell of cells) {
    for (const [index, span] of cell.entries()) {
      const text = collapse(span.text);
      if (span.url === null) {
        if (saysStatus(text)) note = text;
        else if (beginsWithStatus(text)) continue;
        else if (cell.length === 1 && /\p{L}/u.test(text)) groups.push(plainGroup(text));
        else groups.push(...besideLinks(text, index === 0));
        continue;
      }
      if (!text) continue;
      const url = webUrl(span.url);
      if (groups.length === 0 || !isSideLink(text)) groups.push({ name: groupName(text), url });
      else if (url !== null) links.push({ text, url });
    }
  }
  return { groups, links, note };
}

/** What is joined to organisers and is none: `Hosted by …`, `+ Online`, `and Friends`. */
const NO_NAME =
  /^(?:online|virtual|hybrid|remote|in[- ]person|friends?|others?|more|guests?|(?:co-?)?hosted|organi[sz]ed|sponsored|presented|with|by)\b/i;

/** `Fjord Rust + [Oslo Rust](…)` and `[Oslo Rust](…) & Fjord Rust`: an organiser without a link beside others. */
function besideLinks(text: string, first: boolean): PrintedGroup[] {
  const joined = first ? /^(.+?)\s?(?:[+&]|\band)$/ : /^(?:[+&]|and\b)\s?(.+?)(?:\s?[+&]|\sand)?$/;
  const name = joined.exec(text)?.[1] ?? "";
  return /^\p{Lu}/u.test(name) && !NO_NAME.test(name) ? [plainGroup(name)] : [];
}

/** An organiser without a link; the address of one that is broken is no part of the name: `Fjord Rust (https://…)`. */
function plainGroup(text: string): PrintedGroup {
  const url = bareUrl(text);
  const name = url === null ? "" : groupName(text.replace(/[\](<:\s]*https?:\/\/\S*/i, " "));
  return { name: name || groupName(text), url };
}

/** A place column without the signs around it, `| Oslo, NO: [Fjord Rust](…)`; null when nothing is left. */
export function placeName(text: string): string | null {
  const name = trimSigns(text, " ,:;.|/\\]}–—-", " ,;:|/\\}–—-");
  // `l Oslo, NO l`: letters that look like the sign.
  return name.replace(/^[lI!] (?=\S)|(?<=\S) [lI!]$/g, "") || null;
}

const MODE = "(?:virtual|online|remote|hybrid|in[- ]person)";
const MODE_CELL = new RegExp(
  String.raw`^\W{0,3}${MODE}(?:[\s+/&-]{1,3}(?:(?:and|or) )?${MODE}){0,2}\s{0,3}(?:\(|$)`,
  "i",
);

/** Whether a cell without links is a place that begins with how to attend, which no organiser's name is: `Virtual (Oslo, NO)`. */
export function isModeCell(cell: Cell): boolean {
  return cell.every((span) => span.url === null) && MODE_CELL.test(plainText(cell));
}

/** An organiser's name without the signs around it. */
export function groupName(text: string): string {
  const name = trimSigns(text, " ]})|*_-", " [({|*_").replace(/^\[([^[\]]+)\]?$/, "$1");
  return name.includes("[") ? name : trimSigns(name, "", " ]");
}

/** A text without these signs at its start and its end, white space collapsed; linear where a pattern is not. */
export function trimSigns(text: string, atStart: string, atEnd: string): string {
  const whole = collapse(text);
  let [from, to] = [0, whole.length];
  while (from < to && atStart.includes(whole.charAt(from))) from++;
  while (to > from && atEnd.includes(whole.charAt(to - 1))) to--;
  return whole.slice(from, to);
}

/** The first address that stands in plain text; null when there is none. */
export function bareUrl(text: string): string | null {
  const match = /https?:\/\/[^\s<>()[\]|]{1,2000}/i.exec(text);
  return match ? match[0].replace(/[.,;:]+$/, "") : null;
}

/** The address if it is one that a browser may follow (`http`, `https`, `irc`), its scheme added to `www.…`; else null. */
export function webUrl(url: string): string | null {
  const trimmed = url.trim();
  if (/^(?:https?|ircs?):\/\/[^\s/]/i.test(trimmed)) return trimmed;
  if (/^www\.[^\s]+\.[^\s]+$/i.test(trimmed)) return `http://${trimmed}`;
  return null;
}
