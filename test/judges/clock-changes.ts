import { DateTime } from "luxon";
import type { EventRecord } from "../../src/model/event.ts";
import { event, timedEvent } from "../render/events.ts";

/** Zones whose clocks change, Lord Howe's by half an hour. */
export const CHANGING = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe"] as const;
const UNCHANGING = ["Asia/Kolkata", "Asia/Tokyo", "Africa/Johannesburg", null] as const;

const YEAR = 2026;
const HOUR = 60;

/** Begin and end of events in minutes after a change of clocks; null: no end is known. */
const AROUND: Readonly<Record<string, readonly [start: number, end: number | null]>> = {
  "the evening before": [-8 * HOUR, -5.5 * HOUR],
  "the whole night": [-5 * HOUR, 6 * HOUR],
  "over the change": [-1.5 * HOUR, 2 * HOUR],
  "up to the change": [-3 * HOUR, 0],
  "the last minutes before": [-25, -5],
  "right after the change": [0, 2 * HOUR],
  "the first minutes after": [5, 25],
  "no end, after the change": [HOUR + 15, null],
  "the evening after": [17 * HOUR, 19.5 * HOUR],
};

/** Events around every change of clocks of a year, those of `UNCHANGING` at the moments of Berlin's; one of days. */
export function eventsAroundChanges(): readonly EventRecord[] {
  const changes = CHANGING.flatMap((zone) => changesOf(zone).map((change) => [zone, change] as const));
  const others = UNCHANGING.flatMap((zone) => changesOf("Europe/Berlin").map((change) => [zone, change] as const));
  const timed = [...changes, ...others].flatMap(([zone, change]) =>
    Object.entries(AROUND).map(([what, [start, end]]) => hourly(zone, change, what, start, end)),
  );
  return [...timed, event({ id: "a-day", title: "A day", start: `${YEAR}-03-29` })];
}

function hourly(zone: string | null, change: number, what: string, start: number, end: number | null): EventRecord {
  const at = (minutes: number) => DateTime.fromMillis(change + minutes * 60_000, { zone: zone ?? "utc" });
  const [from, until] = [at(start), end === null ? null : at(end)];
  const clock = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm:ss");
  const title = `${what}, ${zone ?? "UTC"} ${clock(at(0)).slice(0, 10)}`;
  return timedEvent(
    { start: clock(from), end: until && clock(until), timeZone: zone },
    {
      id: title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      title,
      startsAt: from.toUTC().toISO(),
      endsAt: until?.toUTC().toISO() ?? null,
    },
  );
}

/** The moments of the year at which the clocks of `zone` change, in milliseconds since 1970. */
export function changesOf(zone: string): readonly number[] {
  const offset = (ms: number) => DateTime.fromMillis(ms, { zone }).offset;
  const halfHours = Array.from({ length: 365 * 48 }, (_, at) => Date.UTC(YEAR, 0, 1) + at * 30 * 60_000);
  return halfHours.filter((ms) => offset(ms) !== offset(ms - 1));
}
