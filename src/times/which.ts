import { compare } from "../model/compare.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { CalendarState, Instant, TimesRecord } from "../model/times.ts";
import { eventId } from "./address.ts";
import { isComing } from "./coming.ts";
import { isExcepted, type Organisers } from "./organisers.ts";
import type { Calendar } from "./source.ts";
import { SOURCES } from "./sources.ts";

/** A calendar with the events, as served, that should be in it. */
export interface Wanted {
  readonly calendar: Calendar;
  readonly events: readonly EventRecord[];
}

/**
 * Rule 1: the calendars of upcoming events, each once. Without events that the newsletter cancelled, and without calendars whose
 * organisers opted out.
 */
export function wantedCalendars(
  events: readonly EventRecord[],
  organisers: Organisers,
  today: LocalDate,
): readonly Wanted[] {
  const wanted = new Map<string, { readonly calendar: Calendar; readonly events: EventRecord[] }>();
  for (const event of events) {
    if (!isComing(event, today) || isCancelled(event)) continue;
    const calendar = calendarOf(event, organisers);
    if (calendar === null) continue;
    const known = wanted.get(calendar.url);
    if (known === undefined) wanted.set(calendar.url, { calendar, events: [event] });
    else known.events.push(event);
  }
  return [...wanted.values()];
}

/** Whether the newsletter cancelled it. Events cancelled by organisers are still read, as that may be undone. */
function isCancelled({ status, calendar }: EventRecord): boolean {
  return status === "cancelled" && calendar?.status === undefined;
}

/** The one calendar in which an event is expected: that of the site of its page, or else one of its group; null for none. */
function calendarOf(event: EventRecord, organisers: Organisers): Calendar | null {
  if (event.groups.some(({ url }) => url !== null && isExcepted(organisers, url))) return null;
  if (event.url !== null && isExcepted(organisers, event.url)) return null;
  const own = eventId(event.url)?.split("/", 1)[0];
  const all = SOURCES.flatMap((source) => source.calendarOf(event, organisers) ?? []);
  const best = all.find(({ kind }) => own === `${kind}.com`) ?? all[0];
  return best === undefined || isExcepted(organisers, best.url) ? null : best;
}

/** Earlier readings, by address and by event. */
export interface Before {
  readonly calendars: ReadonlyMap<string, CalendarState>;
  readonly events: ReadonlyMap<string, TimesRecord>;
}

/** Longest waiting time. A stored wait that is longer comes from a wrong clock, and is ignored. */
const LONGEST_MS = 7 * 86_400_000;

/** The calendars in `wanted` that are due at `now`, the one with the earliest unread event first; all of them with `all`. */
export function dueOf(wanted: readonly Wanted[], before: Before, now: Instant, all = false): readonly Wanted[] {
  const due = wanted.filter(
    ({ calendar }) => all || isOver(before.calendars.get(calendar.url)?.notBefore ?? null, now),
  );
  const key = ({ calendar, events }: Wanted) => {
    const soonest = (some: readonly EventRecord[]) =>
      some.reduce((day, { start }) => (start < day ? start : day), "9999");
    const unread = events.filter(({ id }) => !before.events.has(id));
    return `${soonest(unread)} ${soonest(events)} ${calendar.url}`;
  };
  return due
    .map((one) => [key(one), one] as const)
    .sort(([a], [b]) => compare(a, b))
    .map(([, one]) => one);
}

/** Whether a wait until `notBefore` is over at `now`, or longer than possible; null means no wait. */
export function isOver(notBefore: Instant | null, now: Instant): boolean {
  return notBefore === null || notBefore <= now || Date.parse(notBefore) - Date.parse(now) > LONGEST_MS;
}
