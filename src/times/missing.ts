import type { LocalDate } from "../model/date.ts";
import type { Instant, TimesRecord } from "../model/times.ts";
import { againAfter } from "./use.ts";

/** What a calendar covers, to decide whether an event is missing from it. */
export interface Reach {
  readonly entries: number;
  /** Whether every entry was understood: one that was not may be the missing event. */
  readonly whole: boolean;
  /** Whether it has the maximum number of entries that this source returns. */
  readonly full: boolean;
  /** Day of its last entry. */
  readonly last: LocalDate;
}

/**
 * Rule 7: an event counts as missing if the calendar is not empty, every entry was understood, and the calendar is not full or
 * reaches beyond the event's day. It is certain after two such readings, 20 hours apart.
 */
export function missingAfter(record: TimesRecord, reach: Reach, at: Instant): TimesRecord["missing"] {
  const tells = reach.entries > 0 && reach.whole && (!reach.full || reach.last > record.day);
  if (!tells) return record.missing;
  return record.missing === null ? { since: at, sure: false } : againAfter(record.missing, at);
}
