import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Instant } from "../model/times.ts";
import type { Publisher } from "./publisher.ts";
import type { Head } from "./renderer.ts";

/** When the first of these names were given out: part of each, and the same for ever (RFC 4151). */
const MINTED = "2026";
/** Of the newsletter's first issue: nothing here can have changed before. */
export const BEGINNING: LocalDate = "2013-06-07";

/** Name of an event that lasts wherever the site moves: a tag URI. */
export function eventTag(event: EventRecord, domain: string): string {
  return tag(domain, `event/${encodeURIComponent(event.id)}`);
}

/** Name of a list, its filters included, that lasts wherever the site moves: a tag URI. */
export function listTag(head: Pick<Head, "address">, { url, domain }: Publisher): string {
  return tag(domain, head.address("html").slice(url.length + 1));
}

/** When one of `events` last changed: issues and readings that change none of them leave it as it is. */
export function lastChange(head: Head, events: readonly EventRecord[]): Instant {
  const newest = events.reduce((last, event) => (changedAt(event) > last ? changedAt(event) : last), "");
  return newest || instantOf(head.updated ?? BEGINNING);
}

/** When an event last changed: the first moment of the day of the issue, unless a reading had a part in it. */
export function changedAt(event: Pick<EventRecord, "updated" | "changedAt">): Instant {
  return event.changedAt ?? instantOf(event.updated);
}

/** The first moment of `day`, UTC: issues tell no time of day. */
export function instantOf(day: LocalDate): Instant {
  return `${day}T00:00:00Z`;
}

function tag(domain: string, name: string): string {
  return `tag:${domain},${MINTED}:${name}`;
}
