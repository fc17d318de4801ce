import { describe, expect, test } from "vitest";
import type { Change, EventRecord, IssueRef } from "../../src/model/event.ts";
import type { SourceKind } from "../../src/model/times.ts";
import { factsAsOf, startAsOf } from "../../src/query/as-of.ts";
import { changesOf } from "../../src/query/changes.ts";
import type { EventQuery } from "../../src/query/filters.ts";
import { dataSet, event } from "../render/events.ts";

const issue = (day: string, number: number | null, draft = false): IssueRef => ({
  issue: day,
  number,
  file: `${day}.md`,
  blob: "",
  listings: 1,
  ...(draft ? { draft } : {}),
});
const ISSUES = [issue("2026-03-04", 640), issue("2026-03-11", null), issue("2026-03-18", 642)];

/** A change that a reading made. */
const read = (
  day: string,
  field: Change["field"],
  from: string | null,
  to: string | null,
  source: SourceKind = "meetup",
) => ({ issue: day, field, from, to, source }) as const;
const printed = (day: string, field: Change["field"], from: string, to: string) =>
  ({ issue: day, field, from, to }) as const;

const LATER = event({
  id: "later",
  start: "2026-04-01",
  history: [
    read("2026-03-11", "time", "19:00–21:00 Europe/Berlin", "18:30–21:00 Europe/Berlin"),
    printed("2026-03-18", "title", "Before", "Hack and Learn"),
    read("2026-03-20", "calendar", null, "missing"),
    read("2026-03-22", "calendar", "missing", null),
  ],
});
const OFF = event({
  id: "off",
  start: "2026-04-02",
  status: "cancelled",
  history: [read("2026-03-20", "status", "confirmed", "cancelled", "page")],
});
const data = (events: readonly EventRecord[], issues = ISSUES) =>
  dataSet(events, { issues, newestIssue: "2026-03-18" });
const told = (events: readonly EventRecord[], query: EventQuery = {}, issues = ISSUES) =>
  changesOf(data(events, issues), query).issues.flatMap(({ issue: day, events: all }) =>
    all.map(({ event: { id }, kinds }) => `${day} ${id} ${kinds.join("+")}`),
  );

describe("what organisers' calendars change", () => {
  test("is listed under the day of the reading, together with changes by an issue of that day", () => {
    expect(told([LATER, OFF])).toEqual([
      "2026-03-22 later found",
      "2026-03-20 off cancelled",
      "2026-03-20 later missing",
      "2026-03-18 later retitled",
      "2026-03-11 later rescheduled",
      "2026-03-04 later new",
      "2026-03-04 off new",
    ]);
  });

  test("is distinguished from issues, including those without a number", () => {
    const { issues } = changesOf(data([LATER, OFF]), {});
    expect(issues.map((day) => [day.issue, day.published, day.number])).toEqual([
      ["2026-03-22", false, null],
      ["2026-03-20", false, null],
      ["2026-03-18", true, 642],
      ["2026-03-11", true, null],
      ["2026-03-04", true, 640],
    ]);
  });

  test("is merged with a change by an issue on the same day", () => {
    const both = event({
      id: "both",
      start: "2026-04-03",
      end: "2026-04-03",
      history: [
        printed("2026-03-18", "title", "Before", "After"),
        read("2026-03-18", "start", "2026-04-02", "2026-04-03"),
        read("2026-03-18", "end", "2026-04-02", "2026-04-03"),
      ],
    });
    expect(told([both])).toEqual(["2026-03-18 both moved+retitled", "2026-03-04 both new"]);
  });

  test("is included in the last days, and can be requested by day", () => {
    expect(told([LATER, OFF], { days: 3 })).toEqual([
      "2026-03-22 later found",
      "2026-03-20 off cancelled",
      "2026-03-20 later missing",
    ]);
    expect(told([LATER], { days: 5 })).toHaveLength(3);
    expect(told([LATER, OFF], { from: "2026-03-20", to: "2026-03-20" })).toHaveLength(2);
    expect(told([OFF], { days: 1 })).toEqual(["2026-03-20 off cancelled"]);
  });

  test("is paginated like issues", () => {
    const first = changesOf(data([LATER, OFF]), { limit: 2 });
    expect([first.total, first.issues.map((day) => day.issue)]).toEqual([5, ["2026-03-22", "2026-03-20"]]);
    const newer = { ...OFF, history: [...OFF.history, read("2026-03-25", "calendar", null, "missing")] };
    const second = changesOf(data([LATER, newer]), { limit: 2, cursor: first.next! });
    expect(second.issues.map((day) => day.issue)).toEqual(["2026-03-18", "2026-03-11"]);
  });

  test("is not listed for events that are only in a draft", () => {
    const drafted = event({
      id: "drafted",
      created: "2026-03-25",
      history: [read("2026-03-21", "time", "19:00 UTC", "18:00 UTC")],
    });
    expect(told([drafted], {}, [...ISSUES, issue("2026-03-25", 643, true)])).toEqual([]);
    expect(told([LATER], {}, [...ISSUES, issue("2026-03-25", 643, true)])).toEqual(told([LATER]));
  });
});

describe("factsAsOf", () => {
  test("does not depend on changes of start times and calendars", () => {
    expect(factsAsOf(LATER, "2026-03-04")).toEqual({ ...factsAsOf(LATER, "2026-03-22"), title: "Before" });
  });

  test("restores printed values", () => {
    expect(factsAsOf(OFF, "2026-03-19").status).toBe("confirmed");
    expect(factsAsOf(OFF, "2026-03-20").status).toBe("cancelled");
  });

  const moved = (...history: Change[]) => event({ id: "moved", start: "2026-04-05", end: "2026-04-05", history });
  const both = (from: string, to: string) => [
    read("2026-03-10", "start", from, to),
    read("2026-03-10", "end", from, to),
  ];

  test.each<[string, EventRecord]>([
    [
      "an issue prints later what a reading told",
      moved(...both("2026-04-04", "2026-04-05"), printed("2026-03-18", "start", "2026-04-04", "2026-04-05")),
    ],
    [
      "an issue does so for both days",
      moved(
        ...both("2026-04-04", "2026-04-05"),
        printed("2026-03-18", "start", "2026-04-04", "2026-04-05"),
        printed("2026-03-18", "end", "2026-04-04", "2026-04-05"),
      ),
    ],
    [
      "a reading told the beginning alone",
      moved(
        read("2026-03-10", "start", "2026-04-04", "2026-04-05"),
        printed("2026-03-18", "start", "2026-04-04", "2026-04-05"),
        printed("2026-03-18", "end", "2026-04-04", "2026-04-05"),
      ),
    ],
  ])("stays what it was then where %s", (_, one) => {
    expect(factsAsOf(one, "2026-03-17")).toMatchObject({ start: "2026-04-05", end: "2026-04-05" });
    expect(factsAsOf(one, "2026-03-04")).toMatchObject({ start: "2026-04-04", end: "2026-04-04" });
    expect([startAsOf(one, "2026-03-17"), startAsOf(one, "2026-03-04")]).toEqual(["2026-04-05", "2026-04-04"]);
  });

  test("restores the organiser's date if an issue prints a third one", () => {
    const third = event({
      start: "2026-04-06",
      history: [...both("2026-04-04", "2026-04-05"), printed("2026-03-18", "start", "2026-04-04", "2026-04-06")],
    });
    expect(factsAsOf(third, "2026-03-12")).toMatchObject({ start: "2026-04-05", end: "2026-04-05" });
    expect(factsAsOf(third, "2026-03-04")).toMatchObject({ start: "2026-04-04", end: "2026-04-04" });
  });
});
