import { daysBetween, localDate } from "../model/date.ts";
import type { PrintedDate, PrintedDay } from "../model/printed.ts";
import { oneTypoApart } from "../model/typo.ts";

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

const TH = "(?:st|nd|rd|th)";
/** What stands between year, month and day: a dash of any kind, twice, with spaces, or a space for it. */
const BETWEEN = "(?: ?[-–—‐‑−_=]{1,2} ?|[/.]| )";

/** Days that begin with a figure, in the order in which they are tried. */
const WITH_FIGURES: readonly RegExp[] = [
  // `2025-10-08`, `2023-10-9`, `2024/01/27`, `2025-10-8th`, `2025--10-008`
  new RegExp(String.raw`(?<year>\d{4})${BETWEEN}0?(?<month>\d{1,2})${BETWEEN}0?(?<day>\d{1,2})(?!\d)(?:${TH}\b)?`, "y"),
  // `20251008`, `2025-1008`, `202510-08`, `2025-10008`
  /(?<year>20\d\d)[-0]?(?<month>0[1-9]|1[0-2])[-0]?(?<day>[0-2]\d|3[01])(?!\d)/y,
  // `225-10-08`, `20225-10-08`: a figure of the year lost, or one too many
  /(?:[02]\d\d|\d20\d\d|2\d0\d\d|20\d\d\d)-(?<month>\d\d)-(?<day>\d\d)(?!\d)/y,
  // `10-08 |`: all of it lost
  /(?<month>\d\d)-(?<day>\d\d)(?=\s{0,2}\|)/y,
  // `08.10.2025`: dots put the day first
  /(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d)(?!\d)/y,
];
const SLASHED: readonly RegExp[] = [
  // `23/9`: no month has that number
  /(?<day>1[3-9]|[2-9]\d)\/(?<month>0?\d|1[0-2])(?:\/(?<year>\d{4}|\d\d))?(?![\d/])/y,
  // `9/23`, `2/4/2017`
  /(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/(?<year>\d{4}|\d\d))?(?![\d/])/y,
];
/** `12 December 2021`, `3rd of May`, `18. March`. */
const DAY_FIRST =
  /(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?<name>\p{L}{3,10})\.?(?:,? (?<year>20\d\d)(?!\d))?(?!\p{L})/uy;
/** `Apr 12`, `Feb. 9`, `January 12th`, `December 8, 2021`, `June 29. 2021`; a year with a typo is none: `May 4, 202 |`. */
const NAMED =
  /(?<name>\p{L}{2,10})\.? {0,3}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)(?:[,.]? {1,2}(?<year>20\d\d)(?!\d)|[ ,.]{1,4}\d(?: ?[\d-]){2,4}(?= ?\|)|, \d-\d\d(?=,))?/uy;
/** The first of `11-13 March 2025`, each but the last of `6, 13 and 20 May 2025`. */
const OF_SPAN =
  /(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?=(?: ?(?:[-–—&+,]|and|to) ?\d{1,2}(?:st|nd|rd|th|\.)?){1,5}(?: of)? (?<name>\p{L}{3,10})\b)/uy;
const FIRST_DAY = [...WITH_FIGURES, ...SLASHED, DAY_FIRST, NAMED, OF_SPAN];

/** What stands between the days of a list: `May 6, 13 & 20`. */
const LISTED = /^\s*(?:, ?(?:&|and)|[,;&+/]|and)\s*$/;
/** What stands between the first and the last day, or between the days of a list. */
const JOIN = /\s{0,3}(?:--?>|--|\.{2,3}|, ?(?:&|and)|[-–—‐‑−…~→⇒&+/*,;]|and|to|until|till|through)\s{0,3}/y;
const SECOND_DAY: readonly RegExp[] = [
  ...WITH_FIGURES,
  // The second of `2022-05-19 & 05-20`
  /(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d-])/y,
  // The second of `2025-10-08/09/10 |`
  /(?<=\/)(?<day>\d{1,2})(?=\/\d{1,2}\s{0,2}(?:\||$))/y,
  ...SLASHED,
  DAY_FIRST,
  NAMED,
  OF_SPAN,
  // The second of `Aug 18-19.`, `2024-01-27-28 |`, `Jan 27 - 28, 2022`, `Jan 28, 29 & 30`; not of `Apr 12, 7 reasons`
  new RegExp(
    String.raw`(?<day>0?[1-9]|[12]\d|3[01])${TH}?(?![\d\p{L}/]|:\d)(?=\s{0,3}(?:$|[.,|\-–—:;\])]|(?:[&+]|and) ?\d{1,2}${TH}? ?(?:[.,|:]|$)| 20\d\d))(?:,? {1,2}(?<year>20\d\d)(?!\d))?`,
    "uy",
  ),
];
const WEEKDAY = String.raw`(?:[Mm]on|[Tt]ues?|[Ww]ed(?:nes)?|[Tt]hu(?:rs?)?|[Ff]ri|[Ss]at(?:ur)?|[Ss]un)(?:day)?\b\.?`;
const HOUR = String.raw`\d{1,2}(?::\d\d){0,2}(?: ?[AaPp]\.?[Mm]\b\.?|h\b|(?<=:\d\d)(?!\d))`;
/** `UTC`, `GMT+2`, `CEST`: an abbreviation of four letters at most ends in T. */
const ZONE = String.raw`(?:UTC|Z|[A-Z]{1,4}T)\b(?:[+-]\d{1,2}(?::?\d\d)?)?`;
const TIME = String.raw`(?:at |@ ?)?${HOUR}(?: ?(?:[-–]|to) ?${HOUR})?(?: ?\(?${ZONE}\)?)?`;
/** The weekday of `Sun, Jan 28` and `(Sat) 2025-10-04`. */
const BEFORE_DAY = new RegExp(String.raw`\(?${WEEKDAY}\)?,? {1,2}`, "y");
/** Weekday and time of `2025-10-08 (Wed), 18:00 CET |`, `2025-10-08 | 18:30 |`, `2025-10-08T18:00`, `Jan 28, 7pm.`. */
const BEHIND_DAY = new RegExp(
  String.raw`(?:(?:[ ,(|]{1,3}|T(?=\d))(?:${WEEKDAY}|${TIME})\)?){1,3}(?=\s{0,3}(?:$|[|.,:;)]|[-–—]{1,2}\s))`,
  "y",
);

interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/**
 * The date at the start of `text`, in any form the newsletter ever used, and where it ends, weekday and time included; null
 * when there is none.
 *
 *     2023-02-16, 2023-02-17 | London, UK        Sep 30 - Oct 1. RustFest Zürich        Sun, Jan 28, 7pm. Fjord Rust
 *     ^--------------------^                     ^------------^                         ^--------------^
 */
export function datePrefix(text: string): Match<PrintedDate> | null {
  const first = dayAt(FIRST_DAY, text, 0) ?? dayAt(FIRST_DAY, text, endOf(BEFORE_DAY, text, 0));
  if (first === null) return null;
  const more = daysBehind(text, first);
  const last = more.at(-1);
  let from = first.value;
  let to = last?.value ?? null;
  // `Dec 30 - Jan 2, 2022` and `Jan 27 - 28, 2022` print the year once.
  if (to?.year && !from.year) from = { ...from, year: to.year - (to.month < from.month ? 1 : 0) };
  else if (to && from.year && !to.year) to = { ...to, year: from.year + (to.month < from.month ? 1 : 0) };
  const [end, behind] = [last?.end ?? first.end, endOf(BEHIND_DAY, text, last?.end ?? first.end)];
  const days = more.every(({ listed }) => listed) ? apart(from, more) : [];
  const value = { text: text.slice(0, end).trim(), from, to };
  // `Feb 10 -- Title` has two dashes for one.
  return {
    value: days.length > 0 ? { ...value, days } : value,
    end: text.startsWith(" --", behind) ? behind + 2 : behind,
  };
}

/** A further day, and whether it belongs to a list: `May 6, 13 & 20`. */
interface Further extends Match<PrintedDay> {
  readonly listed: boolean;
}

/** The days behind one, weekdays and times between them left out: the last of a span, the others of a list. */
function daysBehind(text: string, day: Match<PrintedDay>): readonly Further[] {
  for (const at of new Set([day.end, endOf(BEHIND_DAY, text, day.end)])) {
    const joint = endOf(JOIN, text, at);
    const begin = endOf(BEFORE_DAY, text, joint);
    const next = joint > at ? dayAt(SECOND_DAY, text, begin, day.value.month) : null;
    if (next !== null) return [{ ...next, listed: LISTED.test(text.slice(at, joint)) }, ...daysBehind(text, next)];
  }
  return [];
}

/** A week: two days that lie so far apart are no span. */
const WEEK = 7;

/** The days of a list that are days of their own, not all days of one span; empty where they are one. */
function apart(from: PrintedDay, more: readonly Further[]): readonly PrintedDay[] {
  const yearOf = ({ month }: PrintedDay) => from.year && from.year + (month < from.month ? 1 : 0);
  const days = [from, ...more.map(({ value }) => ({ ...value, year: yearOf(value) }))];
  const dates = days.map(({ year, month, day }) => localDate(year ?? (month < from.month ? 2025 : 2024), month, day));
  const inOrder = dates.filter((date) => date !== null).sort();
  const gaps = inOrder.slice(1).map((date, index) => daysBetween(inOrder[index]!, date));
  const isSpan = gaps.every((gap) => gap < (days.length > 2 ? 2 : WEEK));
  return isSpan || inOrder.length < days.length || gaps.includes(0) ? [] : days;
}

/** The day that the first of the forms finds at `at`; `month` is that of the day before it, for forms without one. */
function dayAt(forms: readonly RegExp[], text: string, at: number, month = 0): Match<PrintedDay> | null {
  for (const form of forms) {
    form.lastIndex = at;
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const { year, month: figure, name, day } = groups;
    const number = name === undefined ? Number(figure ?? month) : monthNumber(name);
    if (number === null) continue;
    const whole = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0);
    return { value: { year: whole, month: number, day: Number(day) }, end: form.lastIndex };
  }
  return null;
}

/** Where a pattern ends that matches at `at`; `at` when it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** 1–12 for a month's name, its abbreviation (`Sept`, `Oc`) or a misspelling by one letter (`Octover`, `Dex`). */
function monthNumber(name: string): number | null {
  const word = name.toLowerCase();
  if (word === "sept") return 9;
  const beginning = MONTHS.filter((month) => month.startsWith(word));
  const near = beginning.length > 0 ? beginning : MONTHS.filter((month) => isTypo(word, month));
  return near.length === 1 ? MONTHS.indexOf(near[0]!) + 1 : null;
}

function isTypo(word: string, month: string): boolean {
  const sameLetter = month[0] === word[0];
  if (word.length === 3) return sameLetter && oneTypoApart(month.slice(0, 3), word);
  return month.length > 3 && (sameLetter || word.length > 4) && oneTypoApart(month, word);
}
