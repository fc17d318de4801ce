import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Instant } from "../model/times.ts";
import type { Head } from "./renderer.ts";

/** Date of the newsletter's first issue: the earliest possible change. */
export const BEGINNING: LocalDate = "2013-06-07";

/** When one of `events` last changed; issues and readings that change none of them do not count. */
export function lastChange(head: Head, events: readonly EventRecord[]): Instant {
  const newest = events.reduce((last, event) => (changedAt(event) > last ? changedAt(event) : last), "");
  return newest || instantOf(head.updated ?? BEGINNING);
}

/** When an event last changed: midnight UTC on the day of the issue, or a time of day if a reading changed it. */
export function changedAt(event: Pick<EventRecord, "updated" | "changedAt">): Instant {
  return event.changedAt ?? instantOf(event.updated);
}

/** Midnight UTC on `day`; issues have no time of day. */
export function instantOf(day: LocalDate): Instant {
  return `${day}T00:00:00Z`;
}
