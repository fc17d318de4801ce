import { compare } from "../model/compare.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { CalendarState, Instant, TimesRecord } from "../model/times.ts";
import { eventId } from "./address.ts";
import { isComing } from "./coming.ts";
import { isExcepted, type Organisers } from "./organisers.ts";
import type { Calendar } from "./source.ts";
import { SOURCES } from "./sources.ts";

/** A calendar with the events, as they are served, that should be in it. */
export interface Wanted {
  readonly calendar: Calendar;
  readonly events: readonly EventRecord[];
}

/**
 * Rule 1: the calendars that coming events call for, each once. What the newsletter calls off is not asked for, nor what
 * organisers wish to be left out.
 */
export function wantedCalendars(
  events: readonly EventRecord[],
  organisers: Organisers,
  today: LocalDate,
): readonly Wanted[] {
  const wanted = new Map<string, { readonly calendar: Calendar; readonly events: EventRecord[] }>();
  for (const event of events) {
    if (!isComing(event, today) || isCalledOff(event)) continue;
    const calendar = calendarOf(event, organisers);
    if (calendar === null) continue;
    const known = wanted.get(calendar.url);
    if (known === undefined) wanted.set(calendar.url, { calendar, events: [event] });
    else known.events.push(event);
  }
  return [...wanted.values()];
}

/** By the newsletter: what an organiser calls off may be on again. */
function isCalledOff({ status, calendar }: EventRecord): boolean {
  return status === "cancelled" && calendar?.status === undefined;
}

/** The one calendar in which an event is looked for: that of the site of its own page, else one of its group; null for none. */
function calendarOf(event: EventRecord, organisers: Organisers): Calendar | null {
  if (event.groups.some(({ url }) => url !== null && isExcepted(organisers, url))) return null;
  if (event.url !== null && isExcepted(organisers, event.url)) return null;
  const own = eventId(event.url)?.split("/", 1)[0];
  const all = SOURCES.flatMap((source) => source.calendarOf(event, organisers) ?? []);
  const best = all.find(({ kind }) => own === `${kind}.com`) ?? all[0];
  return best === undefined || isExcepted(organisers, best.url) ? null : best;
}

/** What is known of readings, by address and by event. */
export interface Before {
  readonly calendars: ReadonlyMap<string, CalendarState>;
  readonly events: ReadonlyMap<string, TimesRecord>;
}

/** Longest that anything is left alone; what says more was written by a clock that was wrong. */
const LONGEST_MS = 7 * 86_400_000;

/** Those of `wanted` that may be asked at `now`, the one with the soonest unread event first; `all`: also before their time. */
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

/** Whether a wait until `notBefore` is over at `now`, or was never a sensible one; null stands for no wait. */
export function isOver(notBefore: Instant | null, now: Instant): boolean {
  return notBefore === null || notBefore <= now || Date.parse(notBefore) - Date.parse(now) > LONGEST_MS;
}
