import { check } from "@placemarkio/check-geojson";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { eventListSchema, singleEventSchema } from "../../src/render/json/published.ts";
import { createRenderers } from "../../src/render/renderers.ts";
import { runs } from "../runs.ts";
import { checkXml } from "./atom/xml.ts";
import { event, MEETUP, oddText, timedEvent } from "./events.ts";
import { calendarOf } from "./ics/read.ts";
import { group } from "./jscal/schema.ts";
import { lintCalendar } from "./lint.ts";
import { TIMED } from "./timed.ts";
import { headOf, listText, oneText } from "./twins.ts";

const READING = { firstRead: "2026-02-01T05:00:00.000Z", lastRead: "2026-02-27T06:07:08.000Z" };
const HALL = { name: "Example Hall", address: "Sample Street 5" };
const TIME = { start: "2026-03-10T19:00:00", end: "2026-03-10T21:30:00", timeZone: "Europe/Berlin", source: MEETUP };
const INSTANTS = { startsAt: "2026-03-10T18:00:00.000Z", endsAt: "2026-03-10T20:30:00.000Z" };

describe("JSON", () => {
  test("of a list conforms to its schema, with start times but without dates of readings", () => {
    const list = JSON.parse(listText("json", TIMED, { reading: READING }));
    expect(eventListSchema.parse(list).events).toHaveLength(TIMED.length);
    expect(list.events[0]).toMatchObject({ allDay: false, ...INSTANTS, time: TIME });
    expect(JSON.stringify(list)).not.toMatch(/firstRead|lastRead/);
  });

  test("of one event contains when it was read, in `time` or `calendar`", () => {
    for (const one of TIMED) {
      const told = singleEventSchema.parse(JSON.parse(oneText("json", one, { reading: READING })));
      if (one.time !== undefined) expect(told.time).toEqual({ ...one.time, ...READING });
      expect(told.calendar).toEqual(
        one.calendar && { ...one.calendar, ...(one.time === undefined ? READING : undefined) },
      );
      expect(JSON.parse(oneText("json", one)).time).toEqual(one.time);
    }
  });

  test("contains the sources of changes by readings", () => {
    const history = [
      { issue: "2026-03-05", field: "time", from: null, to: "19:00–21:30 Europe/Berlin", source: "meetup" },
      { issue: "2026-03-06", field: "calendar", from: null, to: "missing", source: "meetup" },
    ] as const;
    const list = JSON.parse(listText("json", [timedEvent({}, { history })]));
    expect(eventListSchema.parse(list).events[0]?.history).toEqual(history);
  });
});

describe("CSV", () => {
  const rows = (text: string): readonly Record<string, string>[] =>
    parse(text, { columns: true, record_delimiter: "\r\n" });
  const events = [
    timedEvent({}, { venue: HALL }),
    event({ id: "day", startsAt: "2026-03-09T23:00:00Z", endsAt: "2026-03-10T23:00:00Z" }),
    timedEvent({ start: "2026-03-11T19:00:00", timeZone: null }),
  ];

  test("with start times has additional columns at the end", () => {
    const text = listText("csv", events, { timed: true });
    expect(text.split("\r\n")[0]).toMatch(/,license,startTime,endTime,startsAt,endsAt,venue,timeSource,kind$/);
    expect(rows(text)).toMatchObject([
      {
        startTime: "2026-03-10T19:00:00",
        endTime: "2026-03-10T21:30:00",
        ...INSTANTS,
        venue: "Example Hall, Sample Street 5",
        timeSource: "the group's Meetup calendar",
        location: "Berlin, DE",
        license: "CC-BY-SA-4.0",
      },
      { startTime: "", endTime: "", startsAt: "2026-03-09T23:00:00Z", venue: "", timeSource: "" },
      { startTime: "2026-03-11T19:00:00", endTime: "", endsAt: "", timeZone: "" },
    ]);
    expect(rows(oneText("csv", events[0]!, { timed: true }))).toMatchObject([{ startTime: "2026-03-10T19:00:00" }]);
  });

  test("without start times has no additional columns, even after a request with them", () => {
    const { csv } = createRenderers({ url: "https://site.example", domain: "calendar.example" });
    const plain = csv.list(headOf("csv"), events);
    const timed = csv.list(headOf("csv", { timed: true }), events);
    const again = csv.list(headOf("csv"), events);
    expect(again).toEqual(plain);
    expect(timed.digest).not.toEqual(plain.digest);
    const [short, long] = [plain, timed].map(({ bytes }) => new TextDecoder().decode(bytes).split("\r\n"));
    expect(short?.[0]).toMatch(/,license,kind$/);
    for (const [at, line] of (short ?? []).entries())
      expect(long?.[at]?.startsWith(line.replace(/,kind$|,meetup$/, ""))).toBe(true);
    expect(rows(listText("csv", [], { timed: true }))).toEqual([]);
  });
});

describe("GeoJSON and JSON Feed", () => {
  test("contain start time and venue if known", () => {
    const given = timedEvent({}, { venue: HALL });
    const { properties } = JSON.parse(oneText("geojson", given));
    expect(check(oneText("geojson", given))).toMatchObject({ type: "Feature" });
    expect(properties).toMatchObject({ allDay: false, ...INSTANTS, time: TIME, venue: HALL, location: "Berlin, DE" });
    const [item] = JSON.parse(listText("jsonfeed", [given])).items;
    expect(item._event).toMatchObject({ start: "2026-03-10", allDay: false, ...INSTANTS, time: TIME, venue: HALL });
    expect(item.summary).toBe("2026-03-10, 19:00–21:30 · Berlin, DE · Rust Berlin");
  });

  test("have no keys for them otherwise", () => {
    expect(oneText("geojson", event())).not.toMatch(/"(time|venue)"/);
    expect(listText("jsonfeed", [event()])).not.toMatch(/"(time|venue|allDay|startsAt)"/);
  });
});

describe("Atom", () => {
  const contentOf = (given: Parameters<typeof timedEvent>[1], hours = {}) => {
    const text = listText("atom", [timedEvent(hours, given)]);
    checkXml(text);
    return parseAtomFeed(text).entries?.[0]?.content?.value ?? "";
  };

  test("has times with their instants", () => {
    expect(contentOf({ mode: "hybrid" })).toContain(
      '<p>When: <time datetime="2026-03-10">2026-03-10</time>, <time datetime="2026-03-10T19:00:00+01:00">19:00</time>–<time datetime="2026-03-10T21:30:00+01:00">21:30</time> (Europe/Berlin)</p>',
    );
    expect(contentOf({}, { start: "2026-07-10T19:00:00", timeZone: null })).toContain(
      ', from <time datetime="2026-07-10T19:00:00+00:00">19:00</time> UTC</p>',
    );
  });

  test("shows changes by readings with their source", () => {
    const source = "meetup" as const;
    const content = contentOf({
      history: [
        { issue: "2026-03-05", field: "time", from: null, to: "19:00–21:30 Europe/Berlin", source },
        { issue: "2026-03-06", field: "calendar", from: null, to: "missing", source },
        { issue: "2026-03-08", field: "calendar", from: "missing", to: null, source },
      ],
    });
    for (const line of [
      "2026-03-05: Time changed: none → 19:00–21:30 Europe/Berlin according to the group&#39;s Meetup calendar",
      "2026-03-06: No longer in the group&#39;s Meetup calendar",
      "2026-03-08: Found again in the group&#39;s Meetup calendar",
    ])
      expect(content).toContain(`<li>${line}</li>`);
  });
});

describe("JSCalendar", () => {
  const entries = group.parse(JSON.parse(listText("jscal", TIMED))).entries;

  test("gives the same instants in luxon, also for a local time that occurs twice", () => {
    for (const [at, { id, time, startsAt, endsAt }] of TIMED.entries()) {
      const { start, timeZone, duration, showWithoutTime } = entries[at]!;
      expect([id, showWithoutTime]).toEqual([id, time === undefined ? true : undefined]);
      if (time === undefined) continue;
      const local = DateTime.fromISO(start, { zone: timeZone ?? "none" });
      expect([id, local.toMillis(), local.getPossibleOffsets().length]).toEqual([id, Date.parse(startsAt ?? ""), 1]);
      const ends = duration === undefined ? null : local.toMillis() + lengthOf(duration);
      expect([id, ends]).toEqual([id, endsAt && Date.parse(endsAt)]);
    }
  });

  test("has the venue as the name of a single place", () => {
    const locations = (given: object) =>
      Object.values(
        group.parse(JSON.parse(listText("jscal", [event({ venue: HALL, ...given })]))).entries[0]!.locations ?? {},
      );
    expect(locations({})).toMatchObject([{ name: "Example Hall, Sample Street 5, Berlin, DE" }]);
    expect(locations({ places: [] })).toEqual([{ "@type": "Location", name: "Example Hall, Sample Street 5" }]);
    const [berlin] = event().places;
    expect(locations({ places: [berlin, { ...berlin, city: "Potsdam" }] })).toMatchObject([
      { name: "Berlin, DE" },
      { name: "Potsdam, DE" },
    ]);
  });
});

test("arbitrary venues are rendered correctly", () => {
  const part = fc.option(fc.oneof(oddText, fc.constantFrom("=1+1", "]]>", "a;=1", "</script>", "\uffff", "🦀")));
  fc.assert(
    fc.property(part, part, (name, address) => {
      const events = [timedEvent({}, { venue: { name, address } })];
      expect(lintCalendar(calendarOf(events))).toEqual([]);
      checkXml(listText("atom", events));
      expect(listText("geojson", events).isWellFormed()).toBe(true);
      expect(`${listText("geojson", events)}${listText("jsonfeed", events)}`).not.toMatch(/\\ud[89a-f]/i);
      group.parse(JSON.parse(listText("jscal", events)));
      const csv = listText("csv", events, { timed: true });
      expect(csv.split("\r\n")).toHaveLength(3);
      for (const row of parse<Record<string, string>>(csv, { columns: true, record_delimiter: "\r\n" }))
        expect(row.venue).not.toMatch(/(^|;\s*)[=+@＝＋－＠]/u);
      const page = oneText("html", events[0]!, { timed: true });
      expect(page.split("<script").length).toBe(3);
    }),
    { numRuns: runs(200) },
  );
});

/** `PT2H30M` in milliseconds. */
function lengthOf(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
