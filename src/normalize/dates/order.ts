import { addDays, daysBetween, type LocalDate } from "../../model/date.ts";
import { meetupGroupOf } from "../../model/meetup.ts";
import { once } from "../../model/once.ts";
import type { PrintedListing } from "../../model/printed.ts";
import { canonicalLink } from "../link.ts";
import type { Days } from "./days.ts";

/** A date further ahead than this (days) is suspicious. */
export const AHEAD = 300;
/** A corrected date lies at most this far ahead: issues announce events a median of 20 days before. */
const USUAL_AHEAD = 120;

/** The dates of one issue, in printed order, while typos are looked for from first to last. */
export interface Dates {
  readonly issue: LocalDate;
  /** The days that are plausible, both inclusive. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly listings: readonly PrintedListing[];
  /** What each listing's date means: as far as they were looked at, the corrected ones. */
  readonly days: (Days | null)[];
  /** The indices of the listings of each page, by canonical key. */
  readonly onPage: () => ReadonlyMap<string, readonly number[]>;
  /** The indices of the listings of each series, by {@link seriesOf}. */
  readonly inSeries: () => ReadonlyMap<string, readonly number[]>;
}

/** The dates of one issue before any of them is looked at. */
export function datesOf({ issue, listings, days }: Pick<Dates, "issue" | "listings" | "days">): Dates {
  const pageOf = (at: number) => canonicalLink(listings[at]?.content.url ?? null)?.key ?? "";
  const [first, last] = [addDays(issue, -1), addDays(issue, AHEAD)];
  const onPage = once(() => Map.groupBy(listings.keys(), pageOf));
  const inSeries = once(() => Map.groupBy(listings.keys(), (at) => seriesOf(listings[at]!)));
  return { issue, first, last, listings, days: [...days], onPage, inSeries };
}

/** `Boats (3rd of June)` */
const DATED = /\s*[([][^()[\]]*\d[^()[\]]*[)\]]/g;

/** What the listings of one series have in common, its group and its title; empty for a listing that tells no group. */
export function seriesOf({ content: { url, groups, text } }: PrintedListing): string {
  const group = meetupGroupOf(canonicalLink(url)?.key ?? "") ?? groups[0]?.name;
  return group === undefined ? "" : `${group} ${text.replace(DATED, "")}`.toLowerCase();
}

/** Listings that are looked through for a plausible one. */
const MOST = 100;

/** Start dates of the one or two plausible listings next to one in its region, the nearest first: behind it, or before. */
export function beside({ first, last, listings, days }: Dates, index: number, step: 1 | -1): readonly LocalDate[] {
  const found: LocalDate[] = [];
  for (let away = 1; away <= MOST && found.length < 2; away++) {
    const at = index + step * away;
    if (listings[at]?.region !== listings[index]!.region) break;
    const other = isFurtherDay(listings[at]!) ? null : days[at];
    if (other && other.end >= first && other.start <= last) found.push(other.start);
  }
  return found;
}

/** Whether a listing is of a list's second day or a later one, which stands where its first day belongs. */
function isFurtherDay({ content, sub = 1 }: PrintedListing): boolean {
  return sub > 1 && content.date?.days !== undefined;
}

/** Start dates of the nearest plausible listings of a region; null where there are none. */
export interface Neighbours {
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
}

export function neighbours(dates: Dates, index: number): Neighbours {
  if (isFurtherDay(dates.listings[index]!)) return { before: null, after: null };
  return { before: beside(dates, index, -1)[0] ?? null, after: beside(dates, index, 1)[0] ?? null };
}

/** Whether the day keeps the sort order. */
export function fits(day: LocalDate, near: Neighbours): boolean {
  return (near.before === null || near.before <= day) && (near.after === null || day <= near.after);
}

/** Whether a day is one that issues announce. */
export function isUsual({ issue }: Dates, day: LocalDate | null): day is LocalDate {
  return day !== null && daysBetween(issue, day) >= -1 && daysBetween(issue, day) <= USUAL_AHEAD;
}
