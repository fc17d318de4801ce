import type { PrintedContent, PrintedDate } from "../model/printed.ts";
import { datePrefix } from "./date.ts";

/** What is in brackets: `(3rd of June)`. */
const BRACKETS = /\s*[([]([^()[\]]{4,60})[)\]]/g;
/** Where a span without brackets may begin: `RustFi Hackathon 30 Sept - 2 Oct`. */
const WORD = /[\s,:–—-]+(?=[\p{L}\d])/gu;
/** Characters at a title's end that are looked at. */
const LONGEST = 60;
/** A figure near the end. */
const DAY_LAST = /\d.{0,12}$/u;
/** What names a month, is a year or a span: `1/2` and `4 & 5` are no dates outside of the date's column. */
const SURE = /\p{L}{3}|\d{4}|\d\/\d{1,2} ?[-–—]/u;
const BEFORE = /^\s*(?:on |from |dates?: ?)?(?:the )?/i;
const UNTIL = /^\s*(?:until|till|through|to|ends?(?: on)?|[-–—]) ?(?:the )?/i;

/**
 * A content with the date that stands outside of its column; a title keeps it, as printed, other fields do not:
 *
 *     2025-06-12 | Oslo, NO | [Fjord Rust](…) / [**Boats** (Jun 12-14)](…)
 *     2025-06-12 | Oslo, NO | [Fjord Rust](…) / [**Boats**](…) until June 14
 *
 * A content without a date has it for one.
 */
export function withDateBeside(content: PrintedContent): PrintedContent {
  const found: PrintedDate[] = [];
  const read = (text: string, whole: (text: string) => string): string => {
    const rest = text.replace(BRACKETS, (bracket, inner: string) => (take(inner) ? "" : bracket));
    return rest === text ? whole(text) : rest.trimEnd();
  };
  const take = (text: string): boolean => {
    const date = dateAlone(text, content.date);
    if (date !== null) found.push(date);
    return date !== null;
  };
  const asPrinted = (text: string) => text;
  const note = read(content.note, (text) => (take(text) ? "" : text));
  read(content.text, (title) => {
    take(lastSpan(title, content.date));
    return title;
  });
  const groups = content.groups.map((group) => ({ ...group, name: read(group.name, asPrinted) }));
  const place = content.place === null ? null : read(content.place, asPrinted);
  const [beside] = found;
  if (beside === undefined) return content;
  const rest = { ...content, note, groups, place };
  const { date } = content;
  if (date === null) return { ...rest, date: beside };
  const days = isSameDay(date, beside)
    ? beside.days?.map((day) => ({ ...day, year: day.year ?? date.from.year }))
    : undefined;
  return days ? { ...rest, date: { ...date, days } } : { ...rest, beside };
}

function isSameDay(date: PrintedDate, other: PrintedDate): boolean {
  return date.from.month === other.from.month && date.from.day === other.from.day;
}

/** The date that a text is, and nothing else; `until June 14` is a span from the first day of `date`. */
function dateAlone(text: string, date: PrintedDate | null): PrintedDate | null {
  if (!/\d/.test(text) || !SURE.test(text)) return null;
  const [until = ""] = UNTIL.exec(text) ?? [];
  const words = text
    .slice(until.length)
    .replace(BEFORE, "")
    .replace(/[\s.,!]+$/, "");
  const found = datePrefix(words);
  if (found?.end !== words.length) return null;
  const { value } = found;
  if (until === "") return { ...value, text: text.trim() };
  return date === null ? null : { text: text.trim(), from: date.from, to: value.from };
}

/** The span or day, other than the first of `date`, that a title ends with; empty where it ends with none. */
function lastSpan(title: string, date: PrintedDate | null): string {
  if (date === null || !DAY_LAST.test(title)) return "";
  const tail = title.slice(-LONGEST);
  for (const { index, 0: joint } of tail.matchAll(WORD)) {
    const text = tail.slice(index + joint.length);
    const last = dateAlone(text, null);
    if (last !== null && (last.to !== null || /[,:–—-]/.test(joint)))
      return last.to !== null || !isSameDay(date, last) ? text : "";
  }
  return "";
}
