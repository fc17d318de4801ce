import { addDays, daysBetween, type LocalDate, localDate } from "../model/date.ts";
import { once } from "../model/once.ts";
import type { PrintedListing } from "../model/printed.ts";
import type { Days } from "./days.ts";
import { canonicalLink } from "./link.ts";

/** The dates of one issue, in printed order, while slips are looked for from first to last. */
export interface Dates {
  readonly issue: LocalDate;
  /** The days that are plausible, both inclusive. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly listings: readonly PrintedListing[];
  /** What each listing's date means: as far as they were looked at, the mended ones. */
  readonly days: (Days | null)[];
  /** For each listing the index of the last plausible one before it in its region, -1 for none. */
  readonly before: number[];
  /** The same for the first plausible one behind it. */
  readonly after: readonly number[];
  /** The indices of the listings of each page, by canonical key. */
  readonly onPage: () => ReadonlyMap<string, readonly number[]>;
}

/** The dates of one issue before any of them is looked at. */
export function datesOf({ issue, listings, days }: Pick<Dates, "issue" | "listings" | "days">): Dates {
  const pageOf = (at: number) => canonicalLink(listings[at]?.content.url ?? null)?.key ?? "";
  const onPage = once(() => Map.groupBy(listings.keys(), pageOf));
  const [first, last] = [addDays(issue, -1), addDays(issue, AHEAD)];
  const dates = { issue, first, last, listings, days: [...days], before: [-1], after: days.map(() => -1), onPage };
  for (let at = days.length - 2; at >= 0; at--) dates.after[at] = neighbourOf(dates, at, at + 1, dates.after);
  return dates;
}

/** From now on the date at `index` is the one that counts for those behind it. */
export function settleDate(dates: Dates, index: number, days: Days | null): void {
  dates.days[index] = days;
  dates.before[index + 1] = neighbourOf(dates, index + 1, index, dates.before);
}

/** The index of the plausible listing nearest to the one at `at`: the one at `next` beside it, or that one's own. */
function neighbourOf(
  { first, last, listings, days }: Dates,
  at: number,
  next: number,
  known: readonly number[],
): number {
  if (listings[at]?.region !== listings[next]?.region) return -1;
  const other = days[next];
  return other && other.end >= first && other.start <= last ? next : (known[next] ?? -1);
}

/** A date further ahead than this (days) is suspicious. */
export const AHEAD = 300;

/** Start dates of the nearest listings of a region; null where there are none. */
export interface Neighbours {
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
}

/** The neighbours of a listing whose own dates are plausible. */
export function neighbours(dates: Dates, index: number): Neighbours {
  const { days, before, after } = dates;
  return { before: days[before[index] ?? -1]?.start ?? null, after: days[after[index] ?? -1]?.start ?? null };
}

/** Whether the day keeps the sort order. */
export function fits(day: LocalDate, near: Neighbours): boolean {
  return (near.before === null || near.before <= day) && (near.after === null || day <= near.after);
}

/** Mended dates move by this many days at least, and land between neighbours that are no further apart. */
const WEEK = 7;

/**
 * `2025-05-24` between two of the 14th, another of the 15th behind them: the 14th. One digit of the month or the day is
 * wrong if two listings on one side say that this date is the one out of place, and one other digit only sets it right.
 */
export function wrongDigit(dates: Dates, day: LocalDate, index: number): LocalDate | null {
  const near = neighbours(dates, index);
  if (near.before === null || near.after === null || near.before > near.after) return null;
  if (daysBetween(near.before, near.after) > WEEK) return null;
  const later = nearest(dates, dates.after, index).filter((other) => other < day).length;
  const earlier = nearest(dates, dates.before, index).filter((other) => other > day).length;
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

/** Plausible start dates of the two listings of the region next to one, on the side of which `next` has the indices. */
function nearest({ days }: Dates, next: readonly number[], index: number): readonly LocalDate[] {
  const first = next[index] ?? -1;
  return [first, next[first] ?? -1].flatMap((at) => days[at]?.start ?? []);
}
