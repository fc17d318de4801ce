import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { factsAsOf } from "../../src/query/as-of.ts";
import { changesOf } from "../../src/query/changes.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { BERLIN, dataSet, event } from "../render/events.ts";

const ISSUES = ["2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25"].map((issue, at) => ({
  issue,
  number: at === 3 ? null : 640 + at,
  file: `${issue}.md`,
  blob: "",
  listings: 1,
}));

/** An event that these issues listed. */
function listed(given: Partial<EventRecord>, ...issues: readonly string[]): EventRecord {
  const listings = issues.map((issue) => ({ issue, number: null, line: 1, url: null }));
  return event({ created: issues[0]!, updated: issues.at(-1)!, listings, ...given });
}

const EVENTS = [
  listed(
    {
      id: "moved",
      start: "2026-04-10",
      end: "2026-04-11",
      title: "Second",
      history: [
        { issue: "2026-03-11", field: "start", from: "2026-04-01", to: "2026-04-08" },
        { issue: "2026-03-11", field: "title", from: "First", to: "Second" },
        { issue: "2026-03-18", field: "start", from: "2026-04-08", to: "2026-04-10" },
        { issue: "2026-03-18", field: "end", from: "2026-04-08", to: "2026-04-11" },
      ],
    },
    "2026-03-04",
    "2026-03-11",
    "2026-03-18",
  ),
  listed(
    {
      id: "off",
      start: "2026-04-02",
      status: "cancelled",
      state: "cancelled",
      places: [{ ...BERLIN, country: "CH" }],
      history: [
        { issue: "2026-03-11", field: "status", from: "confirmed", to: "postponed" },
        { issue: "2026-03-18", field: "status", from: "postponed", to: "confirmed" },
        { issue: "2026-03-25", field: "status", from: "confirmed", to: "cancelled" },
      ],
    },
    "2026-03-04",
    "2026-03-11",
    "2026-03-18",
    "2026-03-25",
  ),
];
const DATA = dataSet(EVENTS, { issues: ISSUES, newestIssue: "2026-03-25" });

function told(data = DATA, query: EventQuery = {}): string[] {
  return changesOf(data, query).issues.flatMap(({ issue, events }) =>
    events.map(({ event: { id }, kinds }) => `${issue} ${id} ${kinds.join("+")}`),
  );
}

describe("changes", () => {
  test("are grouped by issue, newest first", () => {
    expect(told()).toEqual([
      "2026-03-25 off cancelled",
      "2026-03-18 off confirmed",
      "2026-03-18 moved moved",
      "2026-03-11 off postponed",
      "2026-03-11 moved moved+retitled",
      "2026-03-04 moved new",
      "2026-03-04 off new",
    ]);
    expect(changesOf(DATA, {}).issues.map(({ number }) => number)).toEqual([null, 642, 641, 640]);
  });

  test("contain the values as of that issue", () => {
    const then = changesOf(DATA, { q: ["second"] }).issues.map(({ events: [one] }) => one);
    expect(then.map((one) => [one?.title, one?.start, one?.end])).toEqual([
      ["Second", "2026-04-10", "2026-04-11"],
      ["Second", "2026-04-08", "2026-04-08"],
      ["First", "2026-04-01", "2026-04-01"],
    ]);
    expect(then[1]?.changes.map(({ field }) => field)).toEqual(["start", "title"]);
  });

  test("include events that were already cancelled when first listed", () => {
    const off = listed({ id: "never", start: "2026-04-02", status: "cancelled", state: "cancelled" }, "2026-03-11");
    expect(told(dataSet([off], { issues: ISSUES }))).toEqual(["2026-03-11 never new+cancelled"]);
  });

  test("include only events that match the filters today", () => {
    expect(told(DATA, { country: ["CH"], from: "2026-03-11", to: "2026-03-18" })).toEqual([
      "2026-03-18 off confirmed",
      "2026-03-11 off postponed",
    ]);
    expect(told(DATA, { country: ["FR"] })).toEqual([]);
  });

  test("are limited by days, up to the newest issue or from a date", () => {
    expect(new Set(told(DATA, { days: 8 }).map((line) => line.slice(0, 10)))).toEqual(
      new Set(["2026-03-18", "2026-03-25"]),
    );
    expect(new Set(told(DATA, { days: 7, from: "2026-03-11" }).map((line) => line.slice(0, 10)))).toEqual(
      new Set(["2026-03-11"]),
    );
  });

  test("have pages that neither skip nor repeat an issue when newer ones are added", () => {
    const first = changesOf(DATA, { limit: 2 });
    expect([first.total, first.issues.map(({ issue }) => issue)]).toEqual([4, ["2026-03-25", "2026-03-18"]]);
    const more = dataSet([...EVENTS, listed({ id: "later" }, "2026-04-01")], { issues: ISSUES });
    const second = changesOf(more, { limit: 2, cursor: first.next! });
    expect(second.issues.map(({ issue }) => issue)).toEqual(["2026-03-11", "2026-03-04"]);
    expect(second.next).toBeNull();
  });

  test("are limited to ten issues by default", () => {
    const weeks = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}-01`);
    const data = dataSet(weeks.map((issue) => listed({ id: issue }, issue)));
    const { issues, total, next } = changesOf(data, {});
    expect([issues.length, total, next !== null]).toEqual([10, 12, true]);
    expect(changesOf(data, { limit: 12 }).next).toBeNull();
  });
});

describe("an event is no longer listed", () => {
  const early = listed({ id: "early", start: "2026-03-26" }, ...ISSUES.map(({ issue }) => issue));
  const late = listed({ id: "late", start: "2026-04-05" }, ...ISSUES.map(({ issue }) => issue));
  const with3 = (one: EventRecord) =>
    told(dataSet([early, late, one], { issues: ISSUES })).filter((line) => line.includes(one.id));

  test("as of the first issue that lists events before and after its date", () => {
    expect(with3(listed({ id: "gone", start: "2026-04-01" }, "2026-03-04"))).toEqual([
      "2026-03-11 gone unlisted",
      "2026-03-04 gone new",
    ]);
  });

  test("until an issue lists it again, possibly more than once", () => {
    expect(with3(listed({ id: "back", start: "2026-04-01" }, "2026-03-04", "2026-03-18"))).toEqual([
      "2026-03-25 back unlisted",
      "2026-03-18 back relisted",
      "2026-03-11 back unlisted",
      "2026-03-04 back new",
    ]);
  });

  test.each<[string, Partial<EventRecord>]>([
    ["nothing that begins later is listed", { start: "2026-04-06" }],
    ["nothing that begins earlier is", { start: "2026-03-25" }],
    ["it is over", { start: "2026-03-10" }],
    [
      "it was cancelled",
      {
        start: "2026-04-01",
        status: "cancelled",
        history: [{ issue: "2026-03-04", field: "status", from: "confirmed", to: "cancelled" }],
      },
    ],
  ])("is not said where %s", (_, given) => {
    expect(with3(listed({ id: "x", ...given }, "2026-03-04")).filter((line) => line.includes("unlisted"))).toEqual([]);
  });

  test("as of the issue after its last listing, if its current state says so", () => {
    expect(with3(listed({ id: "now", start: "2026-04-20", state: "unlisted" }, "2026-03-04", "2026-03-11"))).toEqual([
      "2026-03-18 now unlisted",
      "2026-03-04 now new",
    ]);
  });
});

test("factsAsOf undoes later changes", () => {
  const [moved] = EVENTS;
  expect(factsAsOf(moved!, "2026-03-18")).toMatchObject({ start: "2026-04-10", end: "2026-04-11" });
  expect(factsAsOf(moved!, "2014-01-01")).toMatchObject({ title: "First", start: "2026-04-01", end: "2026-04-01" });
  const longer = event({
    start: "2026-04-10",
    end: "2026-04-12",
    history: [{ issue: "2026-03-11", field: "start", from: "2026-04-01", to: "2026-04-10" }],
  });
  expect(factsAsOf(longer, "2026-03-04")).toMatchObject({ start: "2026-04-01", end: "2026-04-03" });
});
