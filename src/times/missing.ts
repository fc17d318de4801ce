import type { LocalDate } from "../model/date.ts";
import type { Instant, TimesRecord } from "../model/times.ts";
import { againAfter } from "./use.ts";

/** What a calendar that was just read can tell of an event that is not in it. */
export interface Reach {
  readonly entries: number;
  /** Whether each of its events was understood: one that was not may be the one that is looked for. */
  readonly whole: boolean;
  /** Whether it holds as many as it ever gives. */
  readonly full: boolean;
  /** Day of its last entry. */
  readonly last: LocalDate;
}

/**
 * Rule 7: that an event is missing counts where the calendar is not empty, each of its events was understood, and it is not full or reaches beyond the event's day;
 * two such readings, 20 hours apart, make it sure.
 */
export function missingAfter(record: TimesRecord, reach: Reach, at: Instant): TimesRecord["missing"] {
  const tells = reach.entries > 0 && reach.whole && (!reach.full || reach.last > record.day);
  if (!tells) return record.missing;
  return record.missing === null ? { since: at, sure: false } : againAfter(record.missing, at);
}
