import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";

/** Events further ahead are not asked for. */
const AHEAD_DAYS = 60;

/** Whether an event, as it is served, is what a reading is for: not over, and at most 60 days ahead of `today`. */
export function isComing({ start, end }: EventRecord, today: LocalDate): boolean {
  return end >= today && start <= addDays(today, AHEAD_DAYS);
}
