import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";

/** Calendars are not read for events further ahead. */
const AHEAD_DAYS = 60;

/** Whether an event, as served, is upcoming: not over, and at most 60 days after `today`. */
export function isComing({ start, end }: EventRecord, today: LocalDate): boolean {
  return end >= today && start <= addDays(today, AHEAD_DAYS);
}
