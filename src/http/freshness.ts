import { daysBetween, type LocalDate } from "../model/date.ts";

/** The newsletter is published weekly; after two weeks without an issue, the sync probably does not work. */
const FRESH_DAYS = 14;

/** Age of the data. */
export interface Freshness {
  /** Days since the newest issue; negative if its date is in the future, null without issues. */
  readonly ageDays: number | null;
  /** Whether newer issues are missing: more than 14 days, or no issue at all. */
  readonly stale: boolean;
}

/** The age on `today` of a data set with this newest issue. */
export function freshnessOf(newestIssue: LocalDate | null, today: LocalDate): Freshness {
  const ageDays = newestIssue === null ? null : daysBetween(newestIssue, today);
  return { ageDays, stale: ageDays === null || ageDays > FRESH_DAYS };
}
