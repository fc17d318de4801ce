import { addDays, daysBetween, type LocalDate, weekday } from "../../model/date.ts";
import { canonicalLink } from "../link.ts";
import { type Dates, fits, type Neighbours, seriesOf } from "./order.ts";

/** Listings of one series that are looked at. */
const MOST = 100;
const BIWEEKLY = 14;

/** The days on which the same issue lists the series of a listing with other pages. */
export function othersOf({ listings, days, inSeries }: Dates, index: number): readonly LocalDate[] {
  const pageOf = (at: number) => canonicalLink(listings[at]!.content.url)?.key;
  const [own, series] = [pageOf(index), seriesOf(listings[index]!)];
  const others = series === "" ? [] : (inSeries().get(series)?.slice(0, MOST) ?? []);
  return others.flatMap((at) => (at === index || pageOf(at) === own ? [] : (days[at]?.start ?? [])));
}

/** Whether a day is a whole number of weeks away from each other day of its series; false where there is none. */
export function keepsWeekday(others: readonly LocalDate[], day: LocalDate): boolean {
  return others.length > 0 && others.every((other) => weekday(other) === weekday(day));
}

/**
 * `2023-11-07`, copied from the row above it, between the 16th and the 21st, in a series that meets every second Tuesday: the
 * 21st. Of a weekly series the archive has the week after the copied day as often wrong as right.
 */
export function seriesDay(others: readonly LocalDate[], day: LocalDate, near: Neighbours): LocalDate | null {
  if (!others.includes(day) || near.before === null || near.after === null) return null;
  const next = addDays(day, BIWEEKLY);
  const isBiweekly = others.every((other) => other !== next && daysBetween(day, other) % BIWEEKLY === 0);
  return isBiweekly && fits(next, near) ? next : null;
}
