import { DateTime } from "luxon";
import { daysBetween } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import { zoneOf } from "../hours.ts";

const UTC = "Etc/UTC";

/**
 * When an event is, in JSCalendar's properties. One without a time of day is in no time zone, so that it is on the same
 * days everywhere, as `VALUE=DATE` is in iCalendar. One with times has them in its zone; in UTC where that is not known, and
 * in an hour that clocks there show twice, of which a time without an offset would not tell which.
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
  const lasts = end !== null && end > start ? end.diff(start).shiftTo("hours", "minutes", "seconds").toISO() : null;
  return {
    start: (local ?? start).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    timeZone: local === null ? UTC : zone,
    ...(lasts !== null && { duration: lasts }),
  };
}

function instant(text: string | null): DateTime | null {
  const time = text === null ? null : DateTime.fromISO(text, { zone: "utc" });
  return time?.isValid ? time : null;
}
