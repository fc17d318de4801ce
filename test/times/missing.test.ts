import { describe, expect, it } from "vitest";
import { html } from "./replay/answer.ts";
import { type MeetupEvent, meetupUrl } from "./replay/meetup.ts";
import { hosts, own, SLUG } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();

describe("missing and stale", () => {
  const next: MeetupEvent = { id: "399900102", start: "2026-12-10T19:00:00" };

  it("an event is missing after two readings without it, 20 hours apart; it keeps its time, and may return", async () => {
    const it = world(server, [listed()]);
    server.plan(own, next);
    await it.read();
    server.plan(next);
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 1, allDay: false });
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 2, allDay: false, status: "confirmed", calendar: { missing: true } });
    server.plan(own, next);
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 3, allDay: false });
    expect(it.one().calendar).toBeUndefined();
    expect(it.one().history.map(({ field, to }) => `${field}: ${to}`)).toEqual(["calendar: missing", "calendar: null"]);
  });

  it.each([
    ["without UID", { UID: null }],
    ["with another UID", { UID: "UID:evt_399900101@meetup.com" }],
    ["at an hour that is none", { DTSTART: "DTSTART;TZID=Europe/Berlin:20261112T256000" }],
  ])("an event that is there, but %s, is not missing", async (_what, instead) => {
    const it = world(server, [listed()]);
    server.plan(own, next);
    await it.read();
    server.plan({ ...own, instead }, next);
    await it.read(24);
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 1, allDay: false });
    expect(it.one().calendar).toBeUndefined();
  });

  it("an event after the last entry of a full calendar is not missing", async () => {
    const it = world(server, [listed()]);
    server.plan(own);
    await it.read();
    server.plan(...Array.from({ length: 10 }, (_, at) => ({ id: `3999003${10 + at}`, start: "2026-11-05T19:00:00" })));
    await it.read(24);
    await it.read(24);
    expect(it.one().calendar).toBeUndefined();
  });

  it("an event is stale after 14 days without a good reading", async () => {
    const it = world(server, [listed({ start: "2026-11-26", end: "2026-11-26" })]);
    server.plan({ ...own, start: "2026-11-26T19:00:00", end: null });
    await it.read();
    server.set(meetupUrl(SLUG), html("busy", 500));
    await it.read(14 * 24);
    expect(it.one().calendar).toBeUndefined();
    await it.read(24);
    expect(it.one()).toMatchObject({ allDay: false, revision: 2, calendar: { stale: "2026-11-01" } });
  });
});
