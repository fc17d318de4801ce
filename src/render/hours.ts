import { addDays } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { EventTime, Instant, LocalDateTime } from "../model/times.ts";
import { fullDayText } from "./day-text.ts";

/** Start and end of an event in local time: `22:00`, `01:00`, `the next day`. */
export interface Hours {
  readonly from: string;
  /** Null if unknown; midnight at the end of the first day is `24:00`. */
  readonly to: string | null;
  /** The day on which it ends; empty for the day on which it starts. */
  readonly later: string;
}

/** The start and end of `time`, without its zone. */
export function hoursOf({ start, end }: EventTime): Hours {
  const from = clock(start);
  if (end === null) return { from, to: null, later: "" };
  const [day, last] = [start.slice(0, 10), end.slice(0, 10)];
  if (last === day) return { from, to: clock(end), later: "" };
  const isNext = last === addDays(day, 1);
  if (isNext && clock(end) === "00:00") return { from, to: "24:00", later: "" };
  return { from, to: clock(end), later: isNext ? "the next day" : `on ${fullDayText(last)}` };
}

/**
 * `19:00–21:30 (Europe/Berlin)`, `from 19:00`, `22:00–01:00 the next day`: `time` with its zone where {@link zoneText} names it.
 */
export function hoursText(event: EventRecord, time: EventTime): string {
  const { from, to, later } = hoursOf(time);
  const hours = to === null ? `from ${from}` : `${from}–${to}`;
  return [hours, later, zoneText(event, time)].filter((part) => part !== "").join(" ");
}

/** `(Europe/Berlin)`, `UTC`; empty for an in-person event in the zone of its places. */
export function zoneText({ mode, places }: EventRecord, { timeZone }: EventTime): string {
  if (timeZone === null) return "UTC";
  const isThere = mode === "in-person" && places.length > 0 && places.every((place) => place.timeZone === timeZone);
  return isThere ? "" : `(${timeZone})`;
}

/** The time zone in which the event is shown: that of its start time, if it has one. */
export function zoneOf({ time, timeZone }: EventRecord): string | null {
  return time === undefined ? timeZone : time.timeZone;
}

/** `2026-11-12T19:00:00+01:00`: the local time `local` of `instant`, with its offset from UTC. */
export function withOffset(local: LocalDateTime, instant: Instant): string {
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(instant)) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

/** Start and end of an event with their offsets from UTC; null for all-day events. */
export function momentsOf({ time, startsAt, endsAt }: EventRecord): { start: string; end: string | null } | null {
  if (time === undefined || startsAt === null) return null;
  const end = time.end === null || endsAt === null ? null : withOffset(time.end, endsAt);
  return { start: withOffset(time.start, startsAt), end };
}

function clock(time: LocalDateTime): string {
  return time.slice(11, 16);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
