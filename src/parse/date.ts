import type { PrintedDate, PrintedDay } from "../model/printed.ts";
import { oneSlipApart } from "../model/slip.ts";
import { dayWordsEnd, weekdayEnd } from "./day-words.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

/** What stands between year, month and day: a dash of any kind, twice, with blanks, or a blank for it. */
const BETWEEN = `(?: ?[-–—‐‑−_=]{1,2} ?|[/.]| )`;
/** `2025-10-08`, `2023-10-9`, `2024/01/27`, `2025-10-8th`, `2025--10-008`. */
const ISO = new RegExp(String.raw`(\d{4})${BETWEEN}0?(\d{1,2})${BETWEEN}0?(\d{1,2})(?!\d)(?:(?:st|nd|rd|th)\b)?`, "y");
/** `225-10-08`, `20225-10-08`: a figure of the year lost, or one too many; `10-08 |`: all of it. */
const ODD_YEAR = /(?:(?:[02]\d\d|\d20\d\d|2\d0\d\d|20\d\d\d)-(\d\d)-(\d\d)|(\d\d)-(\d\d)(?=\s{0,2}\|))(?!\d)/y;
/** `20251008`, `2025-1008`, `202510-08`, `2025-10008`. */
const COMPACT = /(20\d\d)[-0]?(0[1-9]|1[0-2])[-0]?([0-2]\d|3[01])(?!\d)/y;
/** `9/23`, `2/4/2017`. */
const SLASHED = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/y;
/** `Apr 12`, `Feb. 9`, `January 12th`, `December 8, 2021`, `June 29. 2021`. */
const NAMED = /(\p{L}{2,10})\.? {0,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)(?:[,.]? {1,2}(20\d\d)(?!\d))?/uy;
/** `08.10.2025`: dots put the day first. */
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)/y;
/** The first day of `11-13 March 2025`. */
const FIRST_OF_SPAN = /(\d{1,2})(?:st|nd|rd|th)? ?(?:[-–—&+]|and|to) ?(?=\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3})/uy;
/** `12 December 2021`, `3rd of May`, `18. March`. */
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (\p{L}{3,10})\.?(?:,? (20\d\d)(?!\d))?(?!\p{L})/uy;
/** What stands between the first and the last day, or between the days of a list. */
const JOIN = /\s{0,3}(?:--?>|--|\.{2,3}|[-–—‐‑−…~→⇒&+/*,]|and|to|until|till|through)\s{0,3}/y;
/** A second day alone: `Aug 18-19`, `2022-05-19 & 05-20`, `2024-01-27-28`. */
const MONTH_DAY = /(\d{1,2})-(\d{1,2})(?![\d-])/y;
/** The second of `2025-10-08/09/10 |`. */
const LISTED_DAY = /(\d{1,2})(?=\/\d{1,2}\s{0,2}(?:\||$))/y;
const DAY = /(\d{1,2})(?:st|nd|rd|th)?(?![\d\p{L}/]|:\d)/uy;

interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/**
 * The date at the start of `text`, in any form the newsletter ever used, and where it ends; null when
 * there is none.
 *
 *     2023-02-16, 2023-02-17 | London, UK        Sep 30 - Oct 1. RustFest Zürich        Sun, Jan 28, 7pm. Fjord Rust
 *     ^--------------------^                     ^------------^                         ^--------------^
 */
export function datePrefix(text: string): Match<PrintedDate> | null {
  const first = fullDay(text, 0) ?? dayBehindWeekday(text);
  if (!first) return spanBeforeMonth(text);
  const words = dayWordsEnd(text, first.end);
  const second = lastDay(text, first) ?? (words > first.end ? lastDay(text, { ...first, end: words }) : null);
  const end = second?.end ?? first.end;
  let from = first.value;
  let to = second?.value ?? null;
  // `Dec 30 - Jan 2, 2022` and `Jan 27 - 28, 2022` print the year once.
  if (to?.year && !from.year) from = { ...from, year: to.year - (to.month < from.month ? 1 : 0) };
  else if (to && from.year && !to.year) to = { ...to, year: from.year + (to.month < from.month ? 1 : 0) };
  const behind = second ? dayWordsEnd(text, end) : words;
  // `Feb 10 -- Title` has two dashes for one.
  return {
    value: { text: text.slice(0, end).trim(), from, to },
    end: text.startsWith(" --", behind) ? behind + 2 : behind,
  };
}

/** `11-13 March 2025`. */
function spanBeforeMonth(text: string): Match<PrintedDate> | null {
  const first = beginsWithFigure(text, 0) ? sticky(FIRST_OF_SPAN, text, 0) : null;
  const last = first && dayFirst(text, first[0].length);
  if (!last) return null;
  const { end, value: to } = last;
  return {
    value: { text: text.slice(0, end), from: { ...to, day: Number(first[1]) }, to },
    end: dayWordsEnd(text, end),
  };
}

function dayBehindWeekday(text: string): Match<PrintedDay> | null {
  const at = weekdayEnd(text);
  return at === 0 ? null : fullDay(text, at);
}

function fullDay(text: string, at: number): Match<PrintedDay> | null {
  if (!beginsWithFigure(text, at)) return namedDay(text, at);
  return isoDay(text, at) ?? slashedDay(text, at) ?? dayFirst(text, at);
}

/** The last day of a span, or of a list: `Jan 28, 29 & 30`; null where only one day is printed. */
function lastDay(text: string, first: Match<PrintedDay>): Match<PrintedDay> | null {
  let last = secondDay(text, first);
  for (let next = last; next !== null; next = secondDay(text, next)) last = next;
  return last;
}

function secondDay(text: string, first: Match<PrintedDay>): Match<PrintedDay> | null {
  const join = sticky(JOIN, text, first.end);
  if (!join) return null;
  const at = first.end + join[0].length;
  if (!beginsWithFigure(text, at)) return namedDay(text, at);
  const whole = isoDay(text, at);
  if (whole) return whole;
  const { year, month } = first.value;
  const monthDay = sticky(MONTH_DAY, text, at);
  if (monthDay) return day(null, Number(monthDay[1]), Number(monthDay[2]), at + monthDay[0].length);
  const listed = join[0] === "/" ? sticky(LISTED_DAY, text, at) : null;
  if (listed) return day(year, month, Number(listed[1]), at + listed[0].length);
  const full = slashedDay(text, at) ?? dayFirst(text, at);
  if (full) return full;
  const alone = sticky(DAY, text, at);
  if (!alone || Number(alone[1]) < 1 || Number(alone[1]) > 31) return null;
  // `Apr 12, 7 reasons…`: a comma before a bare number joins only when a separator follows the number, or a third day: `& 8.`
  const end = at + alone[0].length;
  if (!/^\s{0,3}(?:$|[.,|\-–—:;\])]|(?:[&+]|and) ?\d{1,2} ?[.,|:])/.test(text.slice(end, end + 12))) return null;
  const trailingYear = /^,? {1,2}(20\d\d)(?!\d)/.exec(text.slice(end, end + 9));
  if (trailingYear) return day(Number(trailingYear[1]), month, Number(alone[1]), end + trailingYear[0].length);
  return day(year, month, Number(alone[1]), end);
}

function isoDay(text: string, at: number): Match<PrintedDay> | null {
  const match = sticky(ISO, text, at) ?? sticky(COMPACT, text, at);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]), at + match[0].length);
  const odd = sticky(ODD_YEAR, text, at);
  if (odd) return day(null, Number(odd[1] ?? odd[3]), Number(odd[2] ?? odd[4]), at + odd[0].length);
  const dotted = sticky(DOTTED, text, at);
  return dotted && day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + dotted[0].length);
}

function slashedDay(text: string, at: number): Match<PrintedDay> | null {
  const match = sticky(SLASHED, text, at);
  if (!match) return null;
  const year = match[3] ? (Number(match[3]) % 2000) + 2000 : null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  // `23/9`: there is no such month.
  const dayStandsFirst = first > 12 && second <= 12;
  return day(year, dayStandsFirst ? second : first, dayStandsFirst ? first : second, at + match[0].length);
}

function namedDay(text: string, at: number): Match<PrintedDay> | null {
  const match = sticky(NAMED, text, at);
  const month = match ? monthNumber(match[1] ?? "") : null;
  if (!match || month === null) return null;
  return day(match[3] ? Number(match[3]) : null, month, Number(match[2]), at + match[0].length);
}

function dayFirst(text: string, at: number): Match<PrintedDay> | null {
  const match = sticky(DAY_FIRST, text, at);
  const month = match ? monthNumber(match[2] ?? "") : null;
  if (!match || month === null) return null;
  return day(match[3] ? Number(match[3]) : null, month, Number(match[1]), at + match[0].length);
}

function day(year: number | null, month: number, dayOfMonth: number, end: number): Match<PrintedDay> {
  return { value: { year, month, day: dayOfMonth }, end };
}

function beginsWithFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** 1–12 for a month's name, its abbreviation (`Sept`, `Oc`) or a misspelling by one letter (`Octover`, `Dex`). */
function monthNumber(name: string): number | null {
  const word = name.toLowerCase();
  const usual = SHORT_MONTHS.indexOf(word);
  if (usual >= 0) return usual + 1;
  if (word.length < 2) return null;
  const starts = MONTHS.map((month, index) => (month.startsWith(word) ? index + 1 : 0)).filter(Boolean);
  if (starts.length === 1) return starts[0] ?? null;
  if (word === "sept") return 9;
  if (starts.length > 0 || word.length < 3) return null;
  if (word.length === 3) {
    const abbreviated = MONTHS.filter((month) => month[0] === word[0] && oneSlipApart(month.slice(0, 3), word));
    return abbreviated.length === 1 ? MONTHS.indexOf(abbreviated[0] ?? "") + 1 : null;
  }
  const near = MONTHS.filter((month) => month.length > 3 && oneSlipApart(month, word));
  const sure = near.length === 1 && (word.length > 4 || near[0]?.[0] === word[0]);
  return sure ? MONTHS.indexOf(near[0]!) + 1 : null;
}
