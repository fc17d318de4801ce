import { daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Instant, ReadTime, TimesRecord } from "../model/times.ts";
import type { Placed } from "./zone.ts";

const HOUR = 3_600_000;
/** Minimum time between two readings that confirm each other. */
const APART_MS = 20 * HOUR;

/**
 * How the organiser's day relates to the printed days: `own`: the first day; `within`: a later day of a multi-day event; `moved`:
 * another day, confirmed by two readings while the printed day stayed the same; `other`: another day, not confirmed yet.
 */
export type Standing = "own" | "within" | "moved" | "other";

/** Rule 5, for the event as the newsletter prints it. */
export function standingOf(
  { start, end }: EventRecord,
  { day, otherDay }: Pick<TimesRecord, "day" | "otherDay">,
): Standing {
  if (day === start) return "own";
  if (day > start && day <= end) return "within";
  return otherDay?.sure && otherDay.printed === start ? "moved" : "other";
}

/**
 * The state of a day other than the event's: since when it was read, and whether two readings 20 hours apart agree. Null for a
 * day of the event.
 */
export function otherDayAfter(
  event: EventRecord,
  day: LocalDate,
  at: Instant,
  before: TimesRecord | undefined,
): TimesRecord["otherDay"] {
  const { start: printed, end } = event;
  if (day >= printed && day <= end) return null;
  const known = before?.otherDay;
  if (!known || known.printed !== printed || before?.day !== day) return { printed, since: at, sure: false };
  const again = againAfter(known, at);
  return { printed, ...again };
}

/** The state when the same was read again at `at`: certain after 20 hours. Starts over if the clock was set back. */
export function againAfter(
  known: { readonly since: Instant; readonly sure: boolean },
  at: Instant,
): { readonly since: Instant; readonly sure: boolean } {
  if (known.since > at) return { since: at, sure: known.sure };
  return { since: known.since, sure: known.sure || Date.parse(at) - Date.parse(known.since) >= APART_MS };
}

/**
 * The time to show of what was read. Null if it means all-day: midnight without an end, or midnight to midnight. The end is
 * dropped if it is not after the start, or more than 24 hours later while the newsletter prints one day.
 */
export function usableTime({ time }: Placed, event: EventRecord): ReadTime | null {
  if (time === null) return null;
  const { start, end, timeZone, startsAt, endsAt } = time;
  // Without a zone, midnight UTC may be an evening at the place of the event.
  const isWhole =
    end === null ? timeZone !== null : /T(00:00:00|23:59:(00|59))$/.test(end) && (timeZone !== null || end > start);
  if (start.endsWith("T00:00:00") && isWhole) return null;
  if (endsAt === null) return time;
  const lasts = Date.parse(endsAt) - Date.parse(startsAt);
  const isTooLong = lasts > 24 * HOUR && daysBetween(event.start, event.end) === 0;
  return lasts <= 0 || isTooLong ? { ...time, end: null, endsAt: null } : time;
}
