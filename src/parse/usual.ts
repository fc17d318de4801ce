import type { PrintedContent } from "../model/printed.ts";
import { collapse, groupName, placeName } from "./cells.ts";
import { datePrefix } from "./date.ts";
import { dayWordsEnd } from "./day-words.ts";
import { titleText } from "./event.ts";
import type { ColumnHead, EventPart } from "./line.ts";
import { ADDRESS } from "./simple.ts";

/*
 * Nine lines of ten have one of three shapes, and each of these is taken apart by one pattern. What a pattern takes means the
 * same by the rules for all lines (a test compares both); all else is left to them.
 */

/** Signs that mean only themselves, in Markdown and in columns. */
const TEXT = String.raw`[^&*<[\\\]_\x60|\n]*(?:&(?![#\w]*;)[^&*<[\\\]_\x60|\n]*)*`;
const URL = String.raw`https?:\/\/(?!https?:)\w${ADDRESS}*`;
const HEAD = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d) \|(${TEXT})\| \[(${TEXT})\]\((${URL})\)$`);
const EVENT = new RegExp(String.raw`^\[\*\*(?!\s)(${TEXT})(?<!\s)\*\*\]\((${URL})\)$`);
const SINGLE = new RegExp(String.raw`^\[(${TEXT})\]\((${URL})\)\.?$`);

const DATE_LENGTH = "2025-10-08".length;
const NONE: readonly never[] = [];

/** `2025-10-08 | Berlin, DE | [Rust Berlin](https://example.org/)`; null for any other line. */
export function usualHead(text: string): ColumnHead | null {
  const match = HEAD.exec(text);
  if (match === null) return null;
  const [, year, month, day, place = "", group = "", url = ""] = match;
  if (collapse(group) === "" || dayWordsEnd(text, DATE_LENGTH) > DATE_LENGTH) return null;
  const from = { year: Number(year), month: Number(month), day: Number(day) };
  return {
    date: { text: text.slice(0, DATE_LENGTH), from, to: null },
    place: placeName(place),
    groups: [{ name: groupName(group), url }],
    links: NONE,
    note: "",
    refused: NONE,
  };
}

/** `[**Title**](https://example.org/)`; null for any other line. */
export function usualEvent(text: string): EventPart | null {
  const match = EVENT.exec(text);
  if (match === null) return null;
  const [, title = "", url = ""] = match;
  return collapse(title) === "" ? null : { text: titleText(title), url, links: NONE, note: "", refused: NONE };
}

/** `[Apr  5. Madrid, ES - Title](https://example.org/).`; null for any other line. */
export function usualSingle(text: string): PrintedContent | null {
  const match = SINGLE.exec(text);
  if (match === null) return null;
  const [, words = "", url = ""] = match;
  const title = collapse(words);
  const date = datePrefix(title);
  if (date === null) return null;
  return {
    form: "line",
    place: null,
    groups: NONE,
    url,
    links: NONE,
    note: "",
    date: date.value,
    text: title.slice(date.end),
  };
}
