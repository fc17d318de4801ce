import ICAL from "ical.js";
import { DateTime } from "luxon";
import ical from "node-ical";
import { describe, expect, test } from "vitest";
import { lintCalendar } from "../lint.ts";
import { TIMED } from "../timed.ts";
import { calendarOf, eventLines } from "./read.ts";

const bytes = calendarOf(TIMED);
const text = new TextDecoder().decode(bytes);
const hourly = TIMED.filter(({ time }) => time !== undefined);
const uid = (id: string) => `${id}@site.example`;

/** Begin and end as luxon has them by zone and clock: an independent look at what the events say. */
const wanted = Object.fromEntries(
  hourly.map(({ id, startsAt, endsAt }) => [uid(id), [Date.parse(startsAt ?? ""), endsAt && Date.parse(endsAt)]]),
);

describe("a calendar of events with start times", () => {
  test("is valid, together and event by event", () => {
    expect(lintCalendar(bytes)).toEqual([]);
    for (const one of TIMED) expect([one.id, lintCalendar(calendarOf([one]))]).toEqual([one.id, []]);
  });

  test("is parsed by ical.js to the same instants", () => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zones = new Map(
      calendar.getAllSubcomponents("vtimezone").map((part) => [part.getFirstPropertyValue("tzid"), part] as const),
    );
    const read = calendar.getAllSubcomponents("vevent").flatMap((part) => {
      const moment = (name: string) => {
        const time = part.getFirstPropertyValue(name) as ICAL.Time | null;
        if (time === null || time.isDate) return null;
        const tzid = part.getFirstProperty(name)?.getFirstParameter("tzid");
        if (tzid !== undefined) time.zone = new ICAL.Timezone(zones.get(tzid));
        return time.toUnixTime() * 1000;
      };
      const start = moment("dtstart");
      return start === null ? [] : [[part.getFirstPropertyValue("uid"), [start, moment("dtend")]]];
    });
    expect(Object.fromEntries(read)).toEqual(wanted);
  });

  test("is parsed by node-ical to the same instants", () => {
    const read = Object.values(ical.sync.parseICS(text)).flatMap((found) => {
      if (found?.type !== "VEVENT" || found.start.dateOnly) return [];
      const hasEnd = wanted[found.uid]?.[1] !== null;
      return [[found.uid, [found.start.getTime(), hasEnd ? found.end?.getTime() : null]]];
    });
    expect(Object.fromEntries(read)).toEqual(wanted);
  });

  test("has local times, but UTC if a local time occurs twice or the zone is unknown", () => {
    const inUtc = hourly.filter((one) => eventLines(one).some((line) => /^DTSTART:\d{8}T\d{6}Z$/.test(line)));
    expect(inUtc.map(({ id }) => id)).toEqual(["utc", "first-of-two", "second-of-two", "second-there"]);
    for (const one of hourly.filter((other) => !inUtc.includes(other))) {
      const start = one.time?.start.replace(/[-:]/g, "");
      expect(eventLines(one).some((line) => line.startsWith("DTSTART;TZID=") && line.endsWith(`:${start}`))).toBe(true);
    }
  });

  test("has no DTEND without an end, and dates only for all-day events", () => {
    expect(eventLines(TIMED.find(({ id }) => id === "no-end") ?? {}).join("\n")).not.toContain("DTEND");
    for (const one of TIMED) {
      const lines = eventLines(one);
      expect(lines.includes("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")).toBe(one.time === undefined);
      expect(lines).toContain("TRANSP:TRANSPARENT");
    }
  });
});

test("the instants of the fixtures agree with luxon", () => {
  for (const { id, time, startsAt } of hourly) {
    const local = DateTime.fromISO(startsAt ?? "", { zone: time?.timeZone ?? "utc" });
    expect([id, local.toFormat("yyyy-MM-dd'T'HH:mm:ss")]).toEqual([id, time?.start]);
  }
});

test("the zone of the start time is used, not that of the place", () => {
  const [plain] = hourly;
  const moved = { ...plain!, timeZone: "America/New_York" };
  expect(eventLines(moved)).toContain("DTSTART;TZID=Europe/Berlin:20260310T190000");
});

test("the venue is in LOCATION and DESCRIPTION", () => {
  const lines = eventLines(TIMED[0]!);
  expect(lines).toContain("LOCATION:Example Hall\\, Sample Street 5\\, 10115 Berlin");
  expect(lines.find((line) => line.startsWith("DESCRIPTION"))).toContain("\\nVenue: Example Hall\\, Sample Street 5");
});
