import { daysBetween, type LocalDate } from "../model/date.ts";

/** How often a group meets. */
export type Cadence = "weekly" | "every two weeks" | "monthly" | "irregular" | "dormant";

/** A group is dormant if its last meeting was more than this many days ago. */
const DORMANT = 180;
/** The cadence is computed from at least four meetings in the last year. */
const YEAR = 365;
const ENOUGH = 4;
/** Minimum share of intervals that fit the cadence; holidays may interrupt it. */
const REGULAR = 0.6;

/** Days between two meetings, both inclusive. */
const GAPS: readonly (readonly [Cadence, number, number])[] = [
  ["weekly", 6, 8],
  ["every two weeks", 12, 16],
  ["monthly", 25, 37],
];

/**
 * How often a group meets, from the start days of its meetings as known on the day `asOf`, including upcoming ones; in any order,
 * duplicates count once. Null for fewer than four meetings in the last year.
 */
export function cadenceOf(days: readonly LocalDate[], asOf: LocalDate): Cadence | null {
  const sorted = [...new Set(days)].sort();
  const last = sorted.at(-1);
  if (last === undefined) return null;
  if (daysBetween(last, asOf) > DORMANT) return "dormant";
  const recent = sorted.filter((day) => daysBetween(day, last) <= YEAR);
  if (recent.length < ENOUGH) return null;
  const gaps = recent.slice(1).map((day, index) => daysBetween(recent[index] as LocalDate, day));
  const regular = GAPS.find(
    ([, least, most]) => gaps.filter((gap) => gap >= least && gap <= most).length >= REGULAR * gaps.length,
  );
  return regular?.[0] ?? "irregular";
}
