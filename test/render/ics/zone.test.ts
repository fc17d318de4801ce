import fc from "fast-check";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { timesOf } from "../../../src/render/ics/zone.ts";
import { runs } from "../../runs.ts";
import { event } from "../events.ts";
import { lintCalendar } from "../lint.ts";
import { calendarOf, eventLines } from "./read.ts";

/** An event of two hours from `startsAt` on. */
function timed(startsAt: string, timeZone: string | null, given: Partial<EventRecord> = {}): EventRecord {
  const start = DateTime.fromISO(startsAt, { zone: "utc" });
  const endsAt = start.plus({ hours: 2 }).toISO();
  const day = start.setZone(timeZone ?? "utc").toISODate() ?? "";
  return event({ start: day, end: day, allDay: false, startsAt, endsAt, timeZone, ...given });
}

/** When the events begin and end by the calendar's own VTIMEZONEs, in milliseconds. */
function instants(bytes: Uint8Array): { start: number; end: number }[] {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((part) => {
      const zone = new ICAL.Timezone(part);
      return [zone.tzid, zone] as const;
    }),
  );
  return calendar.getAllSubcomponents("vevent").map((part) => {
    const read = (name: string): number => {
      const time = part.getFirstPropertyValue(name) as ICAL.Time;
      const tzid = part.getFirstProperty(name)?.getFirstParameter("tzid");
      if (tzid === undefined && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} floats`);
      if (tzid !== undefined) time.zone = zones.get(tzid) ?? expect.fail(`no VTIMEZONE for ${tzid}`);
      return time.toUnixTime() * 1000;
    };
    return { start: read("dtstart"), end: read("dtend") };
  });
}

const startLine = (given: EventRecord) => eventLines(given).find((line) => line.startsWith("DTSTART"));
const textOf = (events: readonly EventRecord[]) => new TextDecoder().decode(calendarOf(events));

/** Zones of many rules: half hours, the south, no change of clocks, rules that were given up, other names. */
const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Vancouver",
  "America/Sao_Paulo",
  "America/Mexico_City",
  "America/Santiago",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Calcutta",
  "Asia/Jerusalem",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Pacific/Auckland",
  "Europe/Istanbul",
  "Etc/UTC",
  "Nowhere/Land",
  "constructor",
];

describe("an event with a start time", () => {
  test.each([
    ["in summer", "2026-07-10T17:00:00Z", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260710T190000"],
    ["in winter", "2026-01-10T17:00:00Z", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260110T180000"],
    ["in the south", "2026-01-10T06:00:00Z", "Pacific/Auckland", "DTSTART;TZID=Pacific/Auckland:20260110T190000"],
    ["on the next day there", "2026-07-10T20:00:00Z", "Asia/Tokyo", "DTSTART;TZID=Asia/Tokyo:20260711T050000"],
    [
      "under the zone's present name",
      "2026-07-10T12:30:00Z",
      "Asia/Calcutta",
      "DTSTART;TZID=Asia/Kolkata:20260710T180000",
    ],
    ["in UTC where there is no zone", "2026-07-10T17:00:00Z", null, "DTSTART:20260710T170000Z"],
    ["in UTC where the zone is unknown", "2026-07-10T17:00:00Z", "Nowhere/Land", "DTSTART:20260710T170000Z"],
    ["in UTC where the zone is UTC", "2026-07-10T17:00:00Z", "UTC", "DTSTART:20260710T170000Z"],
    [
      "in UTC where clocks went otherwise then",
      "2024-01-10T17:00:00Z",
      "America/Vancouver",
      "DTSTART:20240110T170000Z",
    ],
  ])("is written %s", (_, startsAt, zone, line) => {
    const given = timed(startsAt, zone);
    expect(startLine(given)).toBe(line);
    expect(lintCalendar(calendarOf([given]))).toEqual([]);
    expect(instants(calendarOf([given]))[0]?.start).toBe(Date.parse(startsAt));
  });

  test("any time in any zone is parsed to the same instant", () => {
    const minute = fc.integer({ min: Date.UTC(2014, 0) / 60_000, max: Date.UTC(2034, 0) / 60_000 });
    const any = fc.record({ minute, zone: fc.constantFrom(...ZONES) }).map(({ minute, zone }, at = minute) => {
      const startsAt = new Date(at * 60_000).toISOString().replace(".000", "");
      return timed(startsAt, zone, { id: `${at}-${zone.toLowerCase().replace("/", "-")}` });
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { maxLength: 5, selector: ({ id }) => id }), (events) => {
        const bytes = calendarOf(events);
        expect(lintCalendar(bytes)).toEqual([]);
        expect(instants(bytes)).toEqual(
          events.map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt ?? ""), end: Date.parse(endsAt ?? "") })),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  test("keeps its zone on days of a time zone change, except for times that occur twice", () => {
    const hours = ["2026-03-29", "2026-10-25"].flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => timed(`${day}T${String(hour).padStart(2, "0")}:00:00Z`, "Europe/Berlin")),
    );
    const events = hours.map((given, at) => ({ ...given, id: String(at) }));
    expect(instants(calendarOf(events)).map(({ start }) => start)).toEqual(
      events.map(({ startsAt }) => Date.parse(startsAt ?? "")),
    );
    expect(events.filter((given) => timesOf(given)?.zone === "Europe/Berlin").length).toBe(46);
  });

  test("does not depend on the server's time zone, not even in hours skipped there", () => {
    const events = ["Europe/Kyiv", "Europe/Berlin", "America/Havana"].flatMap((zone) =>
      Array.from({ length: 96 }, (_, quarter) => {
        const startsAt = new Date(Date.UTC(2026, 2, 29) + quarter * 900_000).toISOString().replace(".000", "");
        return timed(startsAt, zone, { id: `${zone.slice(-4).toLowerCase()}-${quarter}` });
      }),
    );
    const home = process.env.TZ;
    try {
      const [first, ...others] = ["UTC", "Europe/Berlin", "Europe/Kyiv", "Pacific/Auckland"].map((zone) => {
        process.env.TZ = zone;
        return textOf(structuredClone(events));
      });
      for (const other of others) expect(other).toBe(first);
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  test("without an end after its start has no DTEND", () => {
    for (const endsAt of [null, "2026-07-10T17:00:00Z", "2026-07-10T16:00:00Z", "soon"]) {
      const given = timed("2026-07-10T17:00:00Z", "Europe/Berlin", { endsAt });
      expect(eventLines(given).filter((line) => line.startsWith("DTEND"))).toEqual([]);
      expect(lintCalendar(calendarOf([given]))).toEqual([]);
    }
  });

  test("with an invalid or missing start time is all-day", () => {
    for (const startsAt of [null, "soon", "2026-02-31T10:00:00Z"])
      expect(startLine(event({ allDay: false, startsAt }))).toBe("DTSTART;VALUE=DATE:20260310");
  });

  test("may end on a later day", () => {
    const given = timed("2026-07-10T08:00:00Z", "Europe/Berlin", { endsAt: "2026-07-12T16:00:00Z" });
    expect(eventLines(given)).toContain("DTEND;TZID=Europe/Berlin:20260712T180000");
  });
});

describe("VTIMEZONE", () => {
  const berlin = timed("2026-07-10T17:00:00Z", "Europe/Berlin");

  test("occurs once before the events, sorted", () => {
    const events = [
      berlin,
      timed("2026-07-10T10:00:00Z", "Asia/Tokyo", { id: "2" }),
      { ...berlin, id: "3" },
      event({ id: "4" }),
    ];
    for (const some of [events, events.toReversed()]) {
      const parts = textOf(some).match(/^(BEGIN:V|TZID).*$/gm);
      expect(parts).toEqual([
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Tokyo",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        ...some.map(() => "BEGIN:VEVENT"),
      ]);
    }
  });

  test("consists of yearly rules", () => {
    expect(textOf([berlin])).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n");
    expect(textOf([berlin])).toContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");
  });

  test("is omitted if all events are all-day or in UTC", () => {
    expect(textOf([event(), timed("2026-07-10T17:00:00Z", null, { id: "2" })])).not.toContain("VTIMEZONE");
  });
});
