import { describe, expect, it } from "vitest";
import { hosts, hour, own, rules } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();

describe("which times are used", () => {
  it("hides the time on another day, and moves the event when a reading 20 hours later agrees", async () => {
    const it = world(server, [listed()]);
    server.plan(own);
    await it.read();
    expect(it.one()).toMatchObject({ allDay: false, revision: 1, updated: "2026-11-01" });
    server.plan({ ...own, start: "2026-11-19T18:30:00", end: "2026-11-19T20:00:00" });
    await it.read(24);
    expect(it.one()).toMatchObject({
      start: "2026-11-12",
      allDay: true,
      revision: 2,
      calendar: { otherDay: "2026-11-19" },
    });
    await it.read(10, { all: true });
    expect(it.one()).toMatchObject({ start: "2026-11-12", allDay: true, revision: 2 });
    await it.read(11, { all: true });
    const moved = it.one();
    expect(moved).toMatchObject({
      start: "2026-11-19",
      end: "2026-11-19",
      state: "moved",
      revision: 3,
      calendar: { printedDay: "2026-11-12" },
      startsAt: "2026-11-19T17:30:00Z",
    });
    expect(moved.history).toEqual([
      { issue: "2026-11-02", field: "time", from: "19:00–21:30 Europe/Berlin", to: null, source: "meetup" },
      { issue: "2026-11-03", field: "start", from: "2026-11-12", to: "2026-11-19", source: "meetup" },
      { issue: "2026-11-03", field: "end", from: "2026-11-12", to: "2026-11-19", source: "meetup" },
      { issue: "2026-11-03", field: "time", from: null, to: "18:30–20:00 Europe/Berlin", source: "meetup" },
    ]);
  });

  it("uses the time when the newsletter prints the new day as well", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, start: "2026-11-19T18:30:00", end: null });
    await it.read();
    it.printed = { ...it.printed, events: [listed({ start: "2026-11-19", end: "2026-11-19", revision: 1 })] };
    expect(it.one()).toMatchObject({ start: "2026-11-19", allDay: false });
    expect(it.one().calendar).toBeUndefined();
  });

  it("starts over when the newsletter prints a third day", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, start: "2026-11-19T18:30:00", end: null });
    await it.read();
    await it.read(24);
    expect(it.one().start).toBe("2026-11-19");
    it.printed = { ...it.printed, events: [listed({ start: "2026-11-26", end: "2026-11-26", revision: 1 })] };
    expect(it.one()).toMatchObject({ start: "2026-11-26", allDay: true, calendar: { otherDay: "2026-11-19" } });
    await it.read(24);
    expect(it.one().start).toBe("2026-11-26");
    await it.read(24);
    expect(it.one().start).toBe("2026-11-19");
  });

  it("confirms a postponed event on the organiser's new day", async () => {
    const it = world(server, [listed({ status: "postponed" })]);
    server.plan({ ...own, start: "2026-11-19T18:30:00", end: null });
    await it.read();
    expect(it.one()).toMatchObject({ start: "2026-11-12", status: "postponed" });
    await it.read(24);
    expect(it.one()).toMatchObject({ start: "2026-11-19", status: "confirmed" });
  });

  it("keeps the last good time when the zone is unknown", async () => {
    const it = world(server, [listed()]);
    server.plan(own);
    await it.read();
    const before = it.one();
    server.plan({ ...own, instead: { DTSTART: "DTSTART;TZID=Mars/Olympus:20261112T170000" } });
    await it.read(24);
    expect(it.one()).toEqual(before);
    expect(rules(it)).toEqual(["zone-unknown"]);
  });

  it("cancels an event with STATUS:CANCELLED", async () => {
    const it = world(server, [listed()]);
    server.plan({ ...own, instead: { STATUS: "STATUS:CANCELLED" } });
    await it.read();
    expect(it.one()).toMatchObject({ status: "cancelled", calendar: { status: "cancelled" } });
  });

  it("does not move an event to a past day", async () => {
    const it = world(server, [listed()]);
    server.plan(own);
    await it.read();
    server.plan({ ...own, start: "2026-10-15T19:00:00", end: null });
    await it.read(24);
    await it.read(24);
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
    expect(rules(it)).toEqual(["day-past"]);
  });

  it("keeps multi-day events, with the time of the first day", async () => {
    const days = listed({ end: "2026-11-13" });
    const it = world(server, [days]);
    server.plan({ ...own, start: "2026-11-12T09:00:00", end: "2026-11-13T17:00:00" });
    await it.read();
    expect(it.one()).toMatchObject({ allDay: true, start: "2026-11-12", end: "2026-11-13" });
    expect(it.one().time).toBeUndefined();
    expect(it.one().calendar?.firstDay).toMatchObject({ start: "2026-11-12T09:00:00" });
  });

  it.each([
    ["before its start", "2026-11-12T18:00:00"],
    ["at its start", "2026-11-12T19:00:00"],
    ["more than 24 hours later", "2026-11-13T19:00:01"],
  ])("drops an end that is %s", async (_what, end) => {
    const it = world(server, [listed()]);
    server.plan({ ...own, end });
    await it.read();
    expect(it.one()).toMatchObject({ endsAt: null, time: { start: "2026-11-12T19:00:00", end: null } });
    expect(rules(it)).toEqual(["end-unusable"]);
  });

  it.each([
    ["no DTEND", { end: null }, "2026-11-12T19:00:00/null"],
    ["after midnight", { end: "2026-11-13T01:00:00" }, "2026-11-12T19:00:00/2026-11-13T01:00:00"],
    [
      "at 24:00",
      { instead: { DTEND: "DTEND;TZID=Europe/Berlin:20261112T240000" } },
      "2026-11-12T19:00:00/2026-11-13T00:00:00",
    ],
    ["at midnight, until then", { start: "2026-11-12T00:00:00", end: "2026-11-12T00:00:00" }, undefined],
    ["at midnight, without an end", { start: "2026-11-12T00:00:00", end: null }, undefined],
    ["until a minute to midnight", { start: "2026-11-12T00:00:00", end: "2026-11-12T23:59:00" }, undefined],
    [
      "a zone in small letters",
      { instead: { DTSTART: "DTSTART;TZID=europe/berlin:20261112T190000" } },
      "2026-11-12T19:00:00/2026-11-12T21:30:00",
    ],
    ["from midnight to midnight", { start: "2026-11-12T00:00:00", end: "2026-11-13T00:00:00" }, undefined],
    [
      "whole days",
      { instead: { DTSTART: "DTSTART;VALUE=DATE:20261112", DTEND: "DTEND;VALUE=DATE:20261113" } },
      undefined,
    ],
    ["a zone that nobody knows", { instead: { DTSTART: "DTSTART;TZID=Sampleville:20261112T190000" } }, undefined],
    [
      "a zone of Windows",
      { instead: { DTSTART: "DTSTART;TZID=W. Europe Standard Time:20261112T190000" } },
      "2026-11-12T19:00:00/2026-11-12T21:30:00",
    ],
  ])("%s", async (_what, instead, expected) => {
    const it = world(server, [listed()]);
    server.plan({ ...own, ...instead });
    await it.read();
    expect(hour(it.one())).toBe(expected);
  });
});
