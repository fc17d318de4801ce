import { daysBetween } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";

/**
 * When an event is, in JSCalendar's properties. One without a time of day is in no time zone, so that it is on the same
 * days everywhere, as `VALUE=DATE` is in iCalendar. One with times has them in the zone of its place, or in UTC.
 */
export function timeOf({ start, end, allDay, startsAt, endsAt, timeZone }: EventRecord) {
  if (!allDay && startsAt !== null) {
    const zone = timeZone ?? "Etc/UTC";
    const duration = endsAt === null ? undefined : durationOf(Date.parse(endsAt) - Date.parse(startsAt));
    return { start: localTime(startsAt, zone), timeZone: zone, duration };
  }
  const days = Math.max(0, daysBetween(start, end)) + 1;
  return { start: `${start}T00:00:00`, duration: `P${days}D`, showWithoutTime: true };
}

/** A UTC instant as clocks in `timeZone` show it: `2026-03-10T19:00:00`. */
function localTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(instant));
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${value("year")}-${value("month")}-${value("day")}T${value("hour")}:${value("minute")}:${value("second")}`;
}

/** Milliseconds as an exact duration: `PT2H30M`. */
function durationOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const units = [
    [Math.floor(seconds / 3600), "H"],
    [Math.floor(seconds / 60) % 60, "M"],
    [seconds % 60, "S"],
  ] as const;
  const text = units.map(([count, unit]) => (count === 0 ? "" : `${count}${unit}`)).join("");
  return `PT${text || "0S"}`;
}
