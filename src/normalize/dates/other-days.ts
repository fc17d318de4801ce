import { daysBetween, type LocalDate, localDate } from "../../model/date.ts";
import { oneTypoApart } from "../../model/typo.ts";
import { canonicalLink } from "../link.ts";
import { type Days, yearOf } from "./days.ts";
import { beside, type Dates, fits, type Neighbours, neighbours } from "./order.ts";

/** A year further off than this is no typo, unless one of its figures is. */
const YEARS = 3;

/** The day in the year that brings it nearest to the issue; null when it stands in that year already. */
export function nearYear(day: LocalDate, issue: LocalDate): LocalDate | null {
  const year = yearOf(issue);
  const [, month = 0, date = 0] = day.split("-").map(Number);
  const [near] = [year - 1, year, year + 1]
    .filter((meant) => mayMean(yearOf(day), meant))
    .flatMap((meant) => localDate(meant, month, date) ?? [])
    .sort((a, b) => Math.abs(daysBetween(issue, a)) - Math.abs(daysBetween(issue, b)));
  return near === undefined || near === day ? null : near;
}

/** Whether the year `printed` may stand for `meant`: `2024` for 2025, `2052` and `2015` as well. */
function mayMean(printed: number, meant: number): boolean {
  return Math.abs(meant - printed) <= YEARS || oneTypoApart(String(meant), String(printed));
}

/** `2023-10-9` between the 17th and the 26th: the 19th, if no other lost digit fits between both neighbours. */
export function lostDigit(day: LocalDate, near: Neighbours): LocalDate | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (date > 9 || near.before === null || near.after === null) return null;
  const found = [10, 20, 30].flatMap((tens) => localDate(year, month, tens + date) ?? []).filter((d) => fits(d, near));
  return found.length === 1 ? found[0]! : null;
}

/** The same day of the next month. */
export function inNextMonth(day: LocalDate): LocalDate | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return month === 12 ? localDate(year + 1, 1, date) : localDate(year, month + 1, date);
}

/** Corrected dates move by this many days at least, and land between neighbours that are no further apart. */
const WEEK = 7;

/**
 * `2025-05-24` between two of the 14th, another of the 15th behind them: the 14th. One digit of the month or the day is
 * wrong if two listings on one side say that this date is the one out of place, and one other digit only sets it right.
 */
export function wrongDigit(dates: Dates, day: LocalDate, index: number): LocalDate | null {
  const near = neighbours(dates, index);
  if (near.before === null || near.after === null || near.before > near.after) return null;
  if (daysBetween(near.before, near.after) > WEEK) return null;
  const later = beside(dates, index, 1).filter((other) => other < day).length;
  const earlier = beside(dates, index, -1).filter((other) => other > day).length;
  if (later < 2 && earlier < 2) return null;
  const found = withOtherDigit(day).filter((d) => fits(d, near) && Math.abs(daysBetween(day, d)) >= WEEK);
  return found.length === 1 ? found[0]! : null;
}

/** Days of the same year that differ from one in a single digit of the month or the day. */
function withOtherDigit(day: LocalDate): readonly LocalDate[] {
  return [5, 6, 8, 9].flatMap((at) =>
    [..."0123456789"].flatMap((digit) => {
      const [year = 0, month = 0, date = 0] = `${day.slice(0, at)}${digit}${day.slice(at + 1)}`.split("-").map(Number);
      const other = localDate(year, month, date);
      return other === null || other === day ? [] : [other];
    }),
  );
}

/** Listings of one page that are looked through for another date. */
const MOST_OF_PAGE = 100;

/**
 * The other, upcoming days on which the same issue lists a page, where there is one only. A site's front page,
 * `https://rust.example/`, may be that of all its events.
 */
export function elsewhere({ issue, listings, days, onPage }: Dates, index: number): Days | null {
  const page = canonicalLink(listings[index]?.content.url ?? null);
  if (page?.kind !== "event" || !/[/?]/.test(page.key)) return null;
  const printed = onPage().get(page.key)?.slice(0, MOST_OF_PAGE) ?? [];
  const [found, ...others] = printed.flatMap((at) => days[at] ?? []).filter(({ start }) => start >= issue);
  return found && others.every(({ start }) => start === found.start) ? found : null;
}
