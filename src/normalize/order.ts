import { daysBetween, type LocalDate, localDate } from "../model/date.ts";
import type { PrintedListing } from "../model/printed.ts";
import type { Days } from "./days.ts";

/** The dates of one issue before slips are looked for, in printed order. */
export interface Dates {
  readonly issue: LocalDate;
  readonly listings: readonly PrintedListing[];
  /** What each listing's date means. */
  readonly days: readonly (Days | null)[];
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
  const [before = null] = nearest(dates, index, -1, 1);
  const [after = null] = nearest(dates, index, 1, 1);
  return { before, after };
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
  const later = nearest(dates, index, 1, 2).filter((other) => other < day).length;
  const earlier = nearest(dates, index, -1, 2).filter((other) => other > day).length;
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

/** Plausible start dates of the region's listings before (`step` -1) or after (1) one, the nearest first. */
function nearest({ issue, listings, days }: Dates, index: number, step: 1 | -1, most: number): readonly LocalDate[] {
  const region = listings[index]?.region;
  const found: LocalDate[] = [];
  for (let at = index + step; found.length < most && listings[at]?.region === region; at += step) {
    const other = days[at];
    const plausible = other && daysBetween(issue, other.end) >= -1 && daysBetween(issue, other.start) <= AHEAD;
    if (plausible) found.push(other.start);
  }
  return found;
}
