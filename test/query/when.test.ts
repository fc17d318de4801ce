import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import type { EventRecord } from "../../src/model/event.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { selectEvents } from "../../src/query/select.ts";
import { WEEKDAYS } from "../../src/query/weekdays.ts";
import { event } from "../render/events.ts";
import { runs } from "../runs.ts";

const source = { kind: "meetup", url: "https://groups.example/events/ical/" } as const;

/** An event that begins when clocks in `zone`, null for UTC, show `start`; `day` where the newsletter prints another one. */
function timed(id: string, start: string, zone: string | null, day = start.slice(0, 10)): EventRecord {
  const at = DateTime.fromISO(start, { zone: zone ?? "utc" });
  return event({
    id,
    start: day,
    timeZone: zone,
    allDay: false,
    startsAt: at.toUTC().toISO(),
    endsAt: null,
    time: { start: `${start}:00`, end: null, timeZone: zone, source },
  });
}

const EVENTS: readonly EventRecord[] = [
  timed("berlin-19", "2026-11-10T19:00", "Europe/Berlin"), // a Tuesday
  timed("berlin-2230", "2026-11-11T22:30", "Europe/Berlin"),
  timed("berlin-0030", "2026-11-12T00:30", "Europe/Berlin"),
  timed("york-18", "2026-11-10T18:00", "America/New_York"), // Wednesday 00:00 in Berlin
  timed("york-12", "2026-11-10T12:30", "America/New_York"), // 18:30 in Berlin
  timed("kolkata-23", "2026-11-10T23:15", "Asia/Kolkata"), // 18:45 in Berlin
  timed("utc-18", "2026-11-10T18:00", null),
  timed("utc-next-day", "2026-11-11T02:00", null, "2026-11-10"), // an evening in America
  event({ id: "day", start: "2026-11-10" }),
  event({ id: "days", start: "2026-11-07", end: "2026-11-09" }), // Saturday to Monday
];

const found = (query: EventQuery, events = EVENTS) => selectEvents(events, [query]).map(({ id }) => id);

describe("starts finds", () => {
  const timedOnly = (query: EventQuery) => found({ ...query, timed: "only" });

  test.each<[string, EventQuery, string[]]>([
    ["each by its organiser's clocks", { starts: "18:00-19:00" }, ["berlin-19", "york-18", "utc-18"]],
    ["both ends of the span", { starts: "19:00-22:30" }, ["berlin-19", "berlin-2230"]],
    ["nothing a minute beside it", { starts: "19:01-22:29" }, []],
    ["over midnight", { starts: "22:30-00:30" }, ["berlin-2230", "berlin-0030", "kolkata-23"]],
    ["one minute alone", { starts: "12:30-12:30" }, ["york-12"]],
    ["UTC where no zone is known", { starts: "02:00-02:00" }, ["utc-next-day"]],
    [
      "all of them by the clocks of one zone",
      { starts: "18:00-19:00", tz: "Europe/Berlin" },
      ["berlin-19", "york-12", "kolkata-23", "utc-18"].sort(),
    ],
    ["midnight there", { starts: "00:00-00:00", tz: "Europe/Berlin" }, ["york-18"]],
    ["none of it before midnight", { starts: "23:00-23:59", tz: "Europe/Berlin" }, []],
  ])("%s", (_, query, expected) => expect(timedOnly(query).sort()).toEqual(expected.sort()));

  test("events without a start time, too", () => {
    expect(found({ starts: "12:30-12:30" })).toEqual(["york-12", "day", "days"]);
    expect(found({ starts: "12:30-12:30", timed: "hide" })).toEqual(["day", "days"]);
  });

  test("only events that match the other filters", () => {
    expect(found({ starts: "18:00-19:00", timed: "only", weekday: ["wed"] })).toEqual([]);
    const queries = [{ starts: "18:00-20:00" }, { starts: "19:00-23:00", timed: "only" }] as const;
    expect(selectEvents(EVENTS, queries).map(({ id }) => id)).toEqual(["berlin-19"]);
  });
});

describe("weekday finds", () => {
  test.each<[string, EventQuery, string[]]>([
    ["the day of the event", { weekday: ["wed"] }, ["berlin-2230"]],
    ["any of two", { weekday: ["wed", "thu"] }, ["berlin-2230", "berlin-0030"]],
    [
      "the day in a zone where the hour is known",
      { weekday: ["wed"], tz: "Europe/Berlin" },
      ["berlin-2230", "york-18", "utc-next-day"],
    ],
    ["its own day where it is not", { weekday: ["tue"], tz: "Pacific/Kiritimati" }, ["day"]],
    ["each day of several", { weekday: ["sun"], tz: "Asia/Tokyo" }, ["days"]],
    ["their last one", { weekday: ["mon"] }, ["days"]],
    ["no other", { weekday: ["fri"] }, []],
  ])("%s", (_, query, expected) => expect(found(query)).toEqual(expected));

  test("all days of an event of a week or more", () => {
    const long = [event({ id: "camp", start: "2026-11-04", end: "2026-11-20" })];
    for (const day of WEEKDAYS) expect(found({ weekday: [day] }, long)).toEqual(["camp"]);
  });
});

describe("around a time zone change", () => {
  const at = (id: string, startsAt: string) => ({ ...timed(id, "2026-01-01T12:00", null), startsAt });

  test.each<[string, string, string]>([
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "02:30"], // shown for the first time
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "02:30"], // and again
    ["2026-03-29T00:59:00.000Z", "Europe/Berlin", "01:59"],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "03:00"],
    ["2026-11-01T05:59:59Z", "America/New_York", "01:59"],
    ["2026-11-01T06:00:00Z", "America/New_York", "01:00"],
    ["2026-04-04T15:00:00Z", "Australia/Lord_Howe", "01:30"], // back by half an hour at two
    ["2026-04-04T14:45:00Z", "Australia/Lord_Howe", "01:45"],
    ["2026-07-01T10:00:00Z", "Asia/Kathmandu", "15:45"],
    ["2060-07-01T10:00:00Z", "Europe/Berlin", "12:00"], // after the end of the table
  ])("%s in %s is %s", (instant, tz, hour) => {
    expect(found({ starts: `${hour}-${hour}`, tz, timed: "only" }, [at("it", instant)])).toEqual(["it"]);
    expect(DateTime.fromISO(instant, { zone: tz }).toFormat("HH:mm")).toBe(hour);
  });
});

/** Zones about which the runtime knows as much as the table. */
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Auckland",
];

const minutes = fc.integer({ min: 0, max: 1439 });
const hourText = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
const someEvent = fc
  .record({
    // Around changes of clocks more often than not.
    day: fc.oneof(
      fc.constantFrom("2026-03-29", "2026-10-25", "2026-11-01", "2026-03-08", "2026-04-05", "2026-10-04"),
      fc.integer({ min: 0, max: 5000 }).map((days) => addDays("2014-01-01", days)),
    ),
    minute: minutes,
    zone: fc.option(fc.constantFrom(...ZONES)),
    hasHour: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    length: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ day, minute, zone, hasHour, length }) => {
    if (!hasHour) return event({ id: "x", start: day, end: addDays(day, length) });
    const local = DateTime.fromISO(`${day}T${hourText(minute)}`, { zone: zone ?? "utc" });
    return timed("x", local.toFormat("yyyy-MM-dd'T'HH:mm"), zone);
  });

/** What the parameters mean, told anew with luxon: minutes since midnight, days counted one by one. */
function means(
  one: EventRecord,
  first: number,
  last: number,
  tz: string | undefined,
  days: readonly string[],
): boolean {
  const own = one.time && DateTime.fromISO(one.time.start, { zone: "utc" });
  const local = one.time && tz !== undefined ? DateTime.fromISO(one.startsAt!, { zone: tz }) : own;
  const minute = local && local.hour * 60 + local.minute;
  const isIn = first <= last ? minute! >= first && minute! <= last : !(minute! > last && minute! < first);
  const dates: DateTime[] = [];
  if (local && tz !== undefined) dates.push(local);
  else for (let day = one.start; day <= one.end; day = addDays(day, 1)) dates.push(DateTime.fromISO(day));
  return (minute === undefined || isIn) && dates.some((date) => days.includes(date.toFormat("ccc").toLowerCase()));
}

test("starts, weekday and tz agree with luxon", () => {
  fc.assert(
    fc.property(
      fc.array(someEvent, { maxLength: 30 }),
      minutes,
      minutes,
      fc.option(fc.constantFrom(...ZONES), { nil: undefined }),
      fc.subarray([...WEEKDAYS], { minLength: 1 }),
      (drawn, first, last, tz, weekday) => {
        const events = drawn.map((one, at) => ({ ...one, id: String(at) }));
        const starts = `${hourText(first)}-${hourText(last)}`;
        const query: EventQuery = { starts, weekday, ...(tz === undefined ? {} : { tz }) };
        const expected = events.filter((one) => means(one, first, last, tz, weekday));
        expect(selectEvents(events, [query])).toEqual(expected);
      },
    ),
    { numRuns: runs(300) },
  );
});
