import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { describeQuery } from "../../src/query/describe.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { fold, slugOf } from "../../src/query/fold.ts";
import { selectEvents } from "../../src/query/select.ts";
import { lastPassage, windowOf, within } from "../../src/query/window.ts";
import { BERLIN, event } from "../render/events.ts";

const PORTLAND = { ...BERLIN, city: "Portland", area: "Oregon", country: "US" };
const EVENTS: readonly EventRecord[] = [
  event({ id: "berlin" }),
  event({ id: "berlin-hybrid", mode: "hybrid", regions: ["Europe", "Virtual"], title: "Async Rust, Grüße" }),
  event({ id: "unmarked-hybrid", mode: "hybrid", regions: ["Asia"], places: [], groups: [] }),
  event({ id: "online", mode: "virtual", regions: ["Virtual"], places: [PORTLAND], groups: [] }),
  event({ id: "portland", regions: ["North America"], places: [PORTLAND], end: "2026-03-12", mode: null, groups: [] }),
  event({ id: "tokyo-2019", regions: ["Asia Pacific"], places: [], status: "cancelled", groups: [] }),
];

function ids(...queries: EventQuery[]): string[] {
  return selectEvents(EVENTS, queries).map(({ id }) => id);
}

describe("a query finds", () => {
  test.each<[string, EventQuery, string[]]>([
    ["all that can be attended online", { region: ["virtual"] }, ["berlin-hybrid", "unmarked-hybrid", "online"]],
    ["any of two regions", { region: ["asia", "north-america"] }, ["unmarked-hybrid", "portland"]],
    ["both regions of the older heading", { region: ["asia-pacific"] }, ["unmarked-hybrid", "tokyo-2019"]],
    ["a country, online events held from there too", { country: ["US"] }, ["online", "portland"]],
    ["a city by its name", { city: ["portland"] }, ["online", "portland"]],
    ["a city by name and country", { city: ["portland-us"] }, ["online", "portland"]],
    ["a city by its state", { city: ["portland-oregon-us"] }, ["online", "portland"]],
    ["no city of that name elsewhere", { city: ["portland-maine-us"] }, []],
    ["a group", { group: ["rust-berlin"] }, ["berlin", "berlin-hybrid"]],
    ["a mode, as printed", { mode: ["virtual"] }, ["online"]],
    ["words in the title, without accents", { q: ["grusse"] }, ["berlin-hybrid"]],
    ["words of group and title together", { q: ["learn berlin"] }, ["berlin"]],
    ["one phrase or the other", { q: ["async", "oregon"] }, ["berlin-hybrid", "online", "portland"]],
    ["events of several days", { multiday: "only" }, ["portland"]],
    ["no cancelled ones", { cancelled: "hide", region: ["asia-pacific"] }, ["unmarked-hybrid"]],
    ["only cancelled ones", { cancelled: "only" }, ["tokyo-2019"]],
    ["different parameters together", { region: ["virtual"], country: ["DE"] }, ["berlin-hybrid"]],
  ])("%s", (_, query, expected) => expect(ids(query)).toEqual(expected));

  test("the events that match both queries", () => {
    expect(ids({ region: ["europe"] }, { region: ["virtual"] })).toEqual(["berlin-hybrid"]);
  });
});

describe("the window", () => {
  const today = "2026-03-10";
  const days = [
    event({ id: "old", start: "2025-12-08", end: "2025-12-09" }),
    event({ id: "edge", start: "2025-12-01", end: "2025-12-10" }),
    event({ id: "far", start: "2030-01-01" }),
  ];
  const found = (query: EventQuery) => within(days, windowOf(query, today)).map(({ id }) => id);

  test("reaches 90 days back and has no end", () => {
    expect(windowOf({}, today)).toEqual({ from: "2025-12-10", to: null, moves: "from" });
    expect(found({})).toEqual(["edge", "far"]);
  });

  test("starts at from", () => {
    expect(found({ from: "2014-01-01" })).toEqual(["old", "edge", "far"]);
    expect(found({ from: "2014-01-01", to: "2025-12-07" })).toEqual(["edge"]);
  });

  test("with days starts today, or at from", () => {
    expect(windowOf({ days: 1 }, today)).toEqual({ from: today, to: today, moves: "both" });
    expect(windowOf({ days: 7, from: "2025-01-01" }, today)).toEqual({
      from: "2025-01-01",
      to: "2025-01-07",
      moves: "nothing",
    });
  });

  test("is the same on all pages", () => {
    const cursor = "2026-03-04_2026-03-08_2026-03-10_x";
    expect(windowOf({ cursor }, today)).toEqual({ from: "2025-12-08", to: null, moves: "nothing" });
    expect(windowOf({ cursor, days: 2 }, today)).toEqual({ from: "2026-03-08", to: "2026-03-09", moves: "nothing" });
  });

  test("lastPassage returns the last day on which an event entered or left it", () => {
    expect(lastPassage(days, windowOf({}, today), today)).toBe("2026-03-10");
    expect(within(days, windowOf({}, "2026-03-09")).length).toBe(3);
    expect(lastPassage(days, windowOf({}, "2026-03-20"), "2026-03-20")).toBe("2026-03-11");
    expect(lastPassage(days, windowOf({ from: "2026-01-01" }, today), today)).toBeNull();
    const month = [event({ id: "soon", start: "2026-04-01" }), event({ id: "far", start: "2026-05-01" })];
    const passage = (now: string) => lastPassage(month, windowOf({ days: 30 }, now), now);
    expect(["2026-03-02", "2026-03-03", "2026-04-01", "2026-04-02", "2026-05-02"].map(passage)).toEqual([
      null,
      "2026-03-03",
      "2026-03-03",
      "2026-04-02",
      "2026-05-02",
    ]);
    expect(lastPassage(month, windowOf({ to: "2026-04-10" }, today), today)).toBeNull();
  });
});

describe("words", () => {
  test.each([
    ["São Paulo", "sao-paulo"],
    ["Łódź", "lodz"],
    ["İstanbul", "istanbul"],
    ["St. John's", "st-johns"],
    ["東京", "東京"],
    ["--", ""],
  ])("%s becomes the slug %j", (text, slug) => expect(slugOf(text)).toBe(slug));

  test("accents, case and white space are folded", () => expect(fold("  GRÜSSE\n")).toBe(fold("grüße")));

  test("describeQuery names a filtered calendar", () => {
    expect(describeQuery({ region: ["north-america"], country: ["CA", "US"], q: ["async"] })).toBe(
      "North America · CA, US · “async”",
    );
    expect(describeQuery({ limit: 5 })).toBe("");
    const evening = { near: "48.14,11.58", starts: "17:00-22:30", tz: "Europe/Berlin" } as const;
    expect(describeQuery({ ...evening, online: "include", weekday: ["tue", "wed"], timed: "only" })).toBe(
      "within 50 km of 48.14, 11.58 · with online events · Tuesday, Wednesday · beginning 17:00–22:30 (Europe/Berlin) · with start time",
    );
    expect(describeQuery({ weekday: ["sun"], tz: "UTC", online: "hide", timed: "hide" })).toBe(
      "without online-only events · Sunday (UTC) · without start time",
    );
  });
});
