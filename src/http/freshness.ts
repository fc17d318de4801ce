import { daysBetween, type LocalDate } from "../model/date.ts";

/** The newsletter appears each week; two weeks without an issue are a sign that nobody reads it in. */
const FRESH_DAYS = 14;

/** How old what is served is. */
export interface Freshness {
  /** Days since the newest issue, negative when it is of a later day; null when there is no issue. */
  readonly ageDays: number | null;
  /** More than 14 days, or no issue at all: newer issues are missing. */
  readonly stale: boolean;
}

/** How old a data set with that newest issue is on the day `today`. */
export function freshnessOf(newestIssue: LocalDate | null, today: LocalDate): Freshness {
  const ageDays = newestIssue === null ? null : daysBetween(newestIssue, today);
  return { ageDays, stale: ageDays === null || ageDays > FRESH_DAYS };
}
