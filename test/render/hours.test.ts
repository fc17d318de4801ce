import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { hoursText, momentsOf, withOffset } from "../../src/render/hours.ts";
import { BERLIN, event, timedEvent } from "./events.ts";

const on = (day: string, clock: string) => `2026-11-${day}T${clock}:00`;

test.each([
  ["on one day", on("12", "19:00"), on("12", "21:30"), "19:00–21:30"],
  ["without an end", on("12", "19:00"), null, "from 19:00"],
  ["over midnight", on("12", "22:00"), on("13", "01:00"), "22:00–01:00 the next day"],
  ["until midnight", on("12", "19:00"), on("13", "00:00"), "19:00–24:00"],
  ["over the end of a month", "2026-11-30T22:00:00", "2026-12-01T01:00:00", "22:00–01:00 the next day"],
  ["for days", on("12", "09:00"), on("14", "17:00"), "09:00–17:00 on Saturday, 14 November 2026"],
  ["from midnight on", on("12", "00:00"), on("12", "01:00"), "00:00–01:00"],
])("an event %s", (_, start, end, text) => {
  expect(hoursText(event(), { start, end, timeZone: "Europe/Berlin" })).toBe(text);
});

test.each([
  ["is not named where people come together in it", { mode: "in-person" }, "Europe/Berlin", "from 19:00"],
  ["is named online", { mode: "virtual" }, "Europe/Berlin", "from 19:00 (Europe/Berlin)"],
  ["is named for who comes from elsewhere", { mode: "hybrid" }, "Europe/Berlin", "from 19:00 (Europe/Berlin)"],
  ["is named where the place is not known", { places: [] }, "Europe/Berlin", "from 19:00 (Europe/Berlin)"],
  [
    "is named where a place has another",
    { places: [BERLIN, { ...BERLIN, timeZone: "Europe/London" }] },
    "Europe/Berlin",
    "from 19:00 (Europe/Berlin)",
  ],
  ["is named where it is not that of the place", {}, "Europe/London", "from 19:00 (Europe/London)"],
  ["is UTC where none is known", {}, null, "from 19:00 UTC"],
] as const)("a zone %s", (_, given, timeZone, text) => {
  expect(hoursText(event(given), { start: on("12", "19:00"), end: null, timeZone })).toBe(text);
});

test("withOffset agrees with luxon at every minute and in every zone", () => {
  const zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "America/New_York", "utc"];
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2034, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const moment = DateTime.fromMillis(minute * 60_000, { zone });
      const local = moment.toFormat("yyyy-MM-dd'T'HH:mm:ss");
      const text = withOffset(local, new Date(minute * 60_000).toISOString());
      expect(text).toMatch(/^[\d-]{10}T[\d:]{8}[+-]\d\d:\d\d$/);
      expect(text).toBe(moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"));
    }),
  );
});

test("a local time that occurs twice is distinguished by its offset", () => {
  const hours = { start: "2026-10-25T02:30:00", end: "2026-10-25T04:00:00" };
  const first = timedEvent(hours, { startsAt: "2026-10-25T00:30:00.000Z" });
  const second = timedEvent(hours, { startsAt: "2026-10-25T01:30:00.000Z" });
  expect(momentsOf(first)).toEqual({ start: "2026-10-25T02:30:00+02:00", end: "2026-10-25T04:00:00+01:00" });
  expect(momentsOf(second)?.start).toBe("2026-10-25T02:30:00+01:00");
});

test("momentsOf is null for an all-day event, and has no end if it is unknown", () => {
  expect(momentsOf(event({ startsAt: "2026-03-09T23:00:00Z" }))).toBeNull();
  expect(momentsOf(timedEvent({ start: "2026-03-10T19:00:00" }))?.end).toBeNull();
  expect(momentsOf(timedEvent({ timeZone: null }))?.start).toBe("2026-03-10T19:00:00+00:00");
});
