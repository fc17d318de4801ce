import { addDays, daysBetween, type LocalDate, localDate } from "../../model/date.ts";
import type { PrintedDate, PrintedDay } from "../../model/printed.ts";
import type { Severity } from "../../model/problem.ts";
import type { Rule } from "../../model/rule.ts";

/** A printed date as days of the calendar; `end` is inclusive. */
export interface Days {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** `rule` names what was odd about the printed date. */
export interface Dated {
  readonly days: Days | null;
  readonly rule: string | null;
}

/** What may be wrong with the end of a span, and the days that it may mean then. */
interface SpanRule extends Rule {
  readonly isWrong: (start: LocalDate, end: LocalDate) => boolean;
  readonly meant: (start: LocalDate, to: PrintedDay) => readonly (LocalDate | null)[];
}

/** An event without a printed year is at most this long past when its issue appears. */
const LONGEST_PAST = 60;
/** No gathering lasts longer than this. */
const LONGEST_SPAN = 120;
/** A span whose end was corrected is no longer than this. */
const CORRECTED_SPAN = 14;

const TYPOS = "typos that editors may make in dates: test/normalize/days.test.ts";

/** The sentences are those of problems. */
export const SPAN_RULES: readonly SpanRule[] = [
  {
    rule: "date-reversed",
    says: "the last day lies before the first",
    example: ["2024-03-28 - 2024-02-29", "2024-03-28 – 2024-03-29"],
    outside: TYPOS,
    isWrong: (start, end) => end < start,
    meant: (start, { day }) => [onDay(start, day), onDay(addDays(`${start.slice(0, 7)}-28`, 4), day)],
  },
  {
    rule: "date-span-too-long",
    says: "a span of more than 120 days",
    example: ["2024-01-11 - 2025-01-13", "2024-01-11 – 2024-01-13"],
    outside: TYPOS,
    isWrong: (start, end) => daysBetween(start, end) > LONGEST_SPAN,
    meant: (start, to) => [dayIn(to, yearOf(start))],
  },
];

/** What is odd about a date that is read as it is printed. */
interface OddRule extends Rule {
  readonly severity?: Severity;
  readonly isOdd: (text: string, length: number) => boolean;
}

/** Days from the first to the last of a span that nobody doubts. */
const MONTH = 31;

export const ODD_DATES: readonly OddRule[] = [
  {
    rule: "date-figure-typo",
    says: "a figure of the date is lost or one too many",
    example: ["2025-10-008", "2025-10-08"],
    outside: TYPOS,
    isOdd: (text) => /^(?:\d{3}-|\d{5}-|\d{4}-(?:\d\d?-(?:\d|\d{3})(?!\d)|(?:\d|\d{3})-))/.test(text),
  },
  {
    rule: "date-days-apart",
    says: "two days with & that are no neighbours, or a span of more than a month",
    example: ["Oct 9 & 20", "Oct 19 & 20"],
    severity: "info",
    isOdd: (text, length) => length > MONTH || (length !== 1 && /^[^&,]+&[^&,]+$/.test(text)),
  },
];

/** For days that do not exist. */
export const IMPOSSIBLE: Rule = {
  rule: "date-impossible",
  says: "the calendar has no such day",
  example: ["2025-02-30", "none"],
  outside: TYPOS,
};

/**
 * The days that a printed date means in an issue of day `issue`: the year resolved where none is printed, a span's end
 * after its start. `days` is null where there is no such day.
 */
export function daysOf(printed: PrintedDate, issue: LocalDate): Dated {
  const year = printed.from.year ?? nearestYear(printed.from, issue);
  const start = dayIn(printed.from, year);
  if (start === null) return { days: null, rule: IMPOSSIBLE.rule };
  const { to } = printed;
  const end = to === null ? start : endOf(to, start, year);
  if (end === null || to === null)
    return { days: { start, end: start }, rule: end === null ? IMPOSSIBLE.rule : oddRule(printed, 0) };
  const wrong = SPAN_RULES.find(({ isWrong }) => isWrong(start, end));
  if (wrong === undefined) return { days: { start, end }, rule: oddRule(printed, daysBetween(start, end)) };
  const meant = wrong
    .meant(start, to)
    .find((day) => day !== null && day >= start && daysBetween(start, day) <= CORRECTED_SPAN);
  return { days: { start, end: meant ?? start }, rule: wrong.rule };
}

function oddRule({ text }: PrintedDate, length: number): string | null {
  return ODD_DATES.find(({ isOdd }) => isOdd(text, length))?.rule ?? null;
}

export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

function dayIn({ month, day }: PrintedDay, year: number): LocalDate | null {
  return localDate(year, month, day);
}

/** That day of the month of `date`. */
function onDay(date: LocalDate, day: number): LocalDate | null {
  return localDate(yearOf(date), Number(date.slice(5, 7)), day);
}

/** `Dec 30 - Jan 2` ends in the year after it starts. */
function endOf(to: PrintedDay, start: LocalDate, year: number): LocalDate | null {
  if (to.year !== null) return dayIn(to, to.year);
  const same = dayIn(to, year);
  return same !== null && same < start && to.month < Number(start.slice(5, 7)) ? dayIn(to, year + 1) : same;
}

/** The year in which the day is at most `LONGEST_PAST` days before the issue, else after it. */
function nearestYear(day: PrintedDay, issue: LocalDate): number {
  const year = yearOf(issue);
  const first = addDays(issue, -LONGEST_PAST);
  const isAhead = (candidate: number) => (dayIn(day, candidate) ?? "") >= first;
  return [year - 1, year, year + 1].find(isAhead) ?? year;
}
