import { daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Instant, ReadTime, TimesRecord } from "../model/times.ts";
import type { Placed } from "./zone.ts";

const HOUR = 3_600_000;
/** Two readings count as two only with so much time between them. */
const APART_MS = 20 * HOUR;

/**
 * Where the day that an organiser names stands to the printed ones: `own` is the first, `within` a later one of several, `moved`
 * another that two readings agreed on while the newsletter printed the same, `other` one that nothing confirms yet.
 */
export type Standing = "own" | "within" | "moved" | "other";

/** Rule 5, of the event as the newsletter prints it. */
export function standingOf(
  { start, end }: EventRecord,
  { day, otherDay }: Pick<TimesRecord, "day" | "otherDay">,
): Standing {
  if (day === start) return "own";
  if (day > start && day <= end) return "within";
  return otherDay?.sure && otherDay.printed === start ? "moved" : "other";
}

/** What is remembered of a day that is none of the event's: since when, and whether a reading 20 hours before agreed. */
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

/** The same was read at `at` again: sure once 20 hours lie between. A clock that was set back begins anew. */
export function againAfter(
  known: { readonly since: Instant; readonly sure: boolean },
  at: Instant,
): { readonly since: Instant; readonly sure: boolean } {
  if (known.since > at) return { since: at, sure: known.sure };
  return { since: known.since, sure: known.sure || Date.parse(at) - Date.parse(known.since) >= APART_MS };
}

/**
 * The hour that can be shown of what was read: none where midnight, alone or to midnight, means whole days; no end that is not after the
 * start, nor one more than 24 hours later where the newsletter prints one day.
 */
export function usableTime({ time }: Placed, event: EventRecord): ReadTime | null {
  if (time === null) return null;
  const { start, end, timeZone, startsAt, endsAt } = time;
  // Midnight UTC is evening somewhere.
  const isWhole =
    end === null ? timeZone !== null : /T(00:00:00|23:59:(00|59))$/.test(end) && (timeZone !== null || end > start);
  if (start.endsWith("T00:00:00") && isWhole) return null;
  if (endsAt === null) return time;
  const lasts = Date.parse(endsAt) - Date.parse(startsAt);
  const isTooLong = lasts > 24 * HOUR && daysBetween(event.start, event.end) === 0;
  return lasts <= 0 || isTooLong ? { ...time, end: null, endsAt: null } : time;
}
