import { addDays, daysBetween, type LocalDate, localDate } from "../model/date.ts";
import type { PrintedDate, PrintedDay } from "../model/printed.ts";

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

/** `225-10-08`: a year with a figure too few or too many counts as none. */
const ODD_YEAR = /^(?:\d{3}|\d{5})-/;
/** An event without a printed year is at most this long past when its issue appears… */
const LONGEST_PAST = 60;
/** …and no gathering lasts longer than this. */
const LONGEST_SPAN = 120;

/**
 * The days that a printed date means in an issue of day `issue`: the year resolved where none is printed,
 * a span's end after its start. `rule` names what was odd: `date-impossible` (no such day: then `days` is null),
 * `date-reversed` (the end lies before the start), `date-span-too-long`.
 */
export function daysOf(printed: PrintedDate, issue: LocalDate): Dated {
  const year = printed.from.year ?? nearestYear(printed.from, issue);
  const start = dayIn(printed.from, year);
  if (!start) return { days: null, rule: "date-impossible" };
  if (!printed.to) return { days: { start, end: start }, rule: ODD_YEAR.test(printed.text) ? "date-year-slip" : null };
  const end = endOf(printed.to, start, year);
  if (!end) return { days: { start, end: start }, rule: "date-impossible" };
  if (end < start) {
    // `2024-03-28 - 2024-02-29`: the month of the end is the slip if the start's or the next month mends it.
    const month = Number(start.slice(5, 7));
    const mended = [month, month + 1]
      .map((m) => dayIn({ ...printed.to!, month: ((m - 1) % 12) + 1 }, m > 12 ? year + 1 : year))
      .find((day) => day !== null && day >= start && daysBetween(start, day) <= 14);
    return { days: { start, end: mended ?? start }, rule: "date-reversed" };
  }
  if (daysBetween(start, end) > LONGEST_SPAN) {
    // `2024-01-11 - 2025-01-13`: one of the years is the slip.
    const sameYear = dayIn(printed.to, year);
    const mended = sameYear !== null && sameYear >= start && daysBetween(start, sameYear) <= 14 ? sameYear : start;
    return { days: { start, end: mended }, rule: "date-span-too-long" };
  }
  return { days: { start, end }, rule: ODD_YEAR.test(printed.text) ? "date-year-slip" : null };
}

function dayIn({ month, day }: PrintedDay, year: number): LocalDate | null {
  return localDate(year, month, day);
}

/** `Dec 30 - Jan 2` ends in the year after it starts. */
function endOf(to: PrintedDay, start: LocalDate, year: number): LocalDate | null {
  if (to.year !== null) return dayIn(to, to.year);
  const same = dayIn(to, year);
  return same !== null && same < start && to.month < Number(start.slice(5, 7)) ? dayIn(to, year + 1) : same;
}

/** The year in which the day is at most `LONGEST_PAST` days before the issue, else after it. */
function nearestYear(day: PrintedDay, issue: LocalDate): number {
  const year = Number(issue.slice(0, 4));
  const first = addDays(issue, -LONGEST_PAST);
  for (let candidate = year - 1; candidate <= year + 1; candidate++) {
    const date = dayIn(day, candidate);
    if (date !== null && date >= first) return candidate;
  }
  return year;
}
