import { DateTime } from "luxon";
import { daysBetween } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import { zoneOf } from "../hours.ts";

const UTC = "Etc/UTC";

/**
 * The times of an event as JSCalendar properties. All-day events have no time zone, like `VALUE=DATE` in iCalendar. Other events
 * are in their own zone; in UTC if that is unknown, or if the local time occurs twice because of a time zone change.
 */
export function timeOf(event: EventRecord) {
  const timed = timesOf(event);
  if (timed !== null) return timed;
  const days = Math.max(0, daysBetween(event.start, event.end)) + 1;
  return { start: `${event.start}T00:00:00`, duration: `P${days}D`, showWithoutTime: true };
}

function timesOf(event: EventRecord) {
  const start = instant(event.allDay ? null : event.startsAt);
  if (start === null) return null;
  const end = instant(event.endsAt);
  const zone = zoneOf(event);
  const there = zone === null ? null : start.setZone(zone);
  const local = there?.isValid && there.getPossibleOffsets().length === 1 ? there : null;
  const duration = end !== null && end > start ? end.diff(start).shiftTo("hours", "minutes", "seconds").toISO() : null;
  return {
    start: (local ?? start).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    timeZone: local === null ? UTC : zone,
    ...(duration !== null && { duration }),
  };
}

function instant(text: string | null): DateTime | null {
  const time = text === null ? null : DateTime.fromISO(text, { zone: "utc" });
  return time?.isValid ? time : null;
}
