import { daysBetween, type LocalDate } from "../model/date.ts";

/** How often a group meets. */
export type Cadence = "weekly" | "every two weeks" | "monthly" | "irregular" | "dormant";

/** Without a meeting for so many days, and none ahead, a group is dormant. */
const DORMANT = 180;
/** Only the last year tells how often a group meets now, and only four meetings or more. */
const YEAR = 365;
const ENOUGH = 4;
/** Of the gaps between meetings, so many must be as long as their cadence says: a holiday is no change of habit. */
const REGULAR = 0.6;

/** Days between two meetings, both inclusive. */
const GAPS: readonly (readonly [Cadence, number, number])[] = [
  ["weekly", 6, 8],
  ["every two weeks", 12, 16],
  ["monthly", 25, 37],
];

/**
 * How often a group meets, from the days on which its meetings begin (in any order, repeats count once) as they are known
 * on the day `asOf`, those ahead included. Null where fewer than four meetings of the year before are known.
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
