import { DateTime } from "luxon";
import type { EventRecord } from "../../src/model/event.ts";
import { BERLIN, event, MEETUP, timedEvent } from "./events.ts";

/** The event whose clock shows `start`, in the second of the two hours that are shown twice where `later`. */
function twice(id: string, zone: string, start: string, later: boolean): EventRecord {
  const first = DateTime.fromISO(start, { zone });
  const [early = first, late = first] = first.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis());
  const startsAt = (later ? late : early).toUTC().toISO();
  return timedEvent({ start, end: start.replace(/T..:/, "T05:"), timeZone: zone }, { id, startsAt, mode: "hybrid" });
}

/** Events with hours of every kind: zones, both changes of clocks, no end, over midnight, and what calendars tell besides. */
export const TIMED: readonly EventRecord[] = [
  timedEvent({}, { id: "plain-hour", venue: { name: "Example Hall", address: "Sample Street 5, 10115 Berlin" } }),
  timedEvent({ timeZone: null }, { id: "utc", mode: "virtual", regions: ["Virtual"], places: [] }),
  timedEvent({ start: "2026-03-11T18:00:00" }, { id: "no-end" }),
  timedEvent({ start: "2026-03-12T22:00:00", end: "2026-03-13T01:00:00" }, { id: "over-midnight" }),
  timedEvent({ start: "2026-03-12T19:00:00", end: "2026-03-13T00:00:00" }, { id: "until-midnight" }),
  timedEvent({ start: "2026-03-28T23:00:00", end: "2026-03-29T04:00:00" }, { id: "over-gap" }),
  timedEvent({ start: "2026-10-25T01:00:00", end: "2026-10-25T04:00:00" }, { id: "over-overlap" }),
  twice("first-of-two", "Europe/Berlin", "2026-10-25T02:30:00", false),
  twice("second-of-two", "Europe/Berlin", "2026-10-25T02:30:00", true),
  twice("second-there", "America/New_York", "2026-11-01T01:15:00", true),
  timedEvent({ start: "2026-03-29T01:30:00", end: "2026-03-29T03:30:00" }, { id: "up-to-gap" }),
  timedEvent(
    { start: "2026-04-05T19:00:00", end: "2026-04-05T21:00:00", timeZone: "Australia/Sydney" },
    { id: "sydney", places: [{ ...BERLIN, city: "Sydney", area: "NSW", country: "AU", timeZone: "Australia/Sydney" }] },
  ),
  timedEvent({ timeZone: "America/St_Johns" }, { id: "half-hours", mode: "hybrid" }),
  timedEvent({ timeZone: "Asia/Calcutta" }, { id: "older-name", mode: "virtual" }),
  timedEvent({}, { id: "called-off", status: "cancelled", calendar: { source: MEETUP, status: "cancelled" } }),
  timedEvent({}, { id: "missing", calendar: { source: MEETUP, missing: true } }),
  timedEvent({}, { id: "stale", calendar: { source: MEETUP, stale: "2026-02-03" } }),
  timedEvent({}, { id: "other-day", calendar: { source: MEETUP, printedDay: "2026-03-09" } }),
  event({ id: "in-doubt", calendar: { source: MEETUP, otherDay: "2026-03-17" } }),
  event({
    id: "days",
    end: "2026-03-12",
    calendar: {
      source: { kind: "page", url: "https://hasgeek.example/rustin" },
      firstDay: { start: "2026-03-10T09:00:00", end: "2026-03-10T17:30:00", timeZone: "Europe/Berlin" },
    },
  }),
  event({ id: "day" }),
];
