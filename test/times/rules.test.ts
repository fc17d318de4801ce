import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EventRecord } from "../../src/model/event.ts";
import { calendar, html } from "./replay/answer.ts";
import { ownCalendar } from "./replay/ics.ts";
import { lumaCalendar, lumaHistory, lumaUrl } from "./replay/luma.ts";
import { type MeetupEvent, meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { eventPage } from "./replay/page.ts";
import { type Replay, replay } from "./replay/server.ts";
import { listed, type World, world } from "./world.ts";

const SLUG = "rust-sampleville";
const own: MeetupEvent = { id: "399900101", start: "2026-11-12T19:00:00", end: "2026-11-12T21:30:00" };
const page = (id: string, group = SLUG) => `https://www.meetup.com/${group}/events/${id}/`;

let server: Replay;
beforeAll(async () => {
  server = await replay();
});
beforeEach(() => server.clear());
afterAll(() => server.close());

/** From now on the group's calendar is this. */
function plan(...events: readonly MeetupEvent[]): void {
  server.set(meetupUrl(SLUG), calendar(meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events })));
}

const rules = ({ times }: World) => times?.problems.map(({ rule }) => rule);
const hour = (event: EventRecord) => event.time && `${event.time.start}/${event.time.end}`;

describe("matched", () => {
  it("by the id in the address, whatever the group is called by now", async () => {
    const it = world(server, [listed({ url: page("399900101", "former-name") })]);
    const renamed = meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events: [own] });
    server.set(meetupUrl("former-name"), { status: 301, headers: { location: meetupUrl(SLUG) } });
    server.set(meetupUrl(SLUG), calendar(renamed));
    await it.read();
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
  });

  it("the one event and the one entry of a day: the id was swapped, and both are kept", async () => {
    const it = world(server, [listed()]);
    plan({ ...own, id: "fgkdltyjcpbqb" });
    await it.read();
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
    plan(own);
    await it.read(24);
    expect(it.times?.events[0]?.ids).toEqual(["meetup.com/events/399900101", "meetup.com/events/fgkdltyjcpbqb"]);
    expect(it.one()).toMatchObject({ revision: 1, history: [] });
  });

  it("neither of two entries of a day", async () => {
    const it = world(server, [listed()]);
    plan({ ...own, id: "399900201" }, { ...own, id: "399900202", start: "2026-11-12T10:00:00" });
    await it.read();
    expect(it.one()).toEqual(listed());
    expect(rules(it)).toEqual(["two-candidates"]);
  });

  it("neither of two events of a day", async () => {
    const it = world(server, [listed(), listed({ id: "other", url: page("399900102") })]);
    plan({ ...own, id: "399900201" });
    await it.read();
    expect(it.served().map(({ allDay }) => allDay)).toEqual([true, true]);
  });

  it("not by the day where the entry is an event that is known", async () => {
    const it = world(server, [listed(), listed({ id: "old", start: "2025-11-12", url: page("399900102") })]);
    plan({ ...own, id: "399900102" });
    await it.read();
    expect(it.one()).toEqual(listed());
  });

  it("only entries with the group's word in their title, where it has one", async () => {
    const organisers = { meetup: [{ url: `https://www.meetup.com/${SLUG}`, required_title_token: "Rust" }] };
    const it = world(server, [listed()], { organisers });
    plan({ ...own, id: "399900201", title: "Trusted crusts" });
    await it.read();
    expect(it.one().allDay).toBe(true);
    plan({ ...own, id: "399900201", title: "Evening (RUST)" });
    await it.read(24);
    expect(it.one().allDay).toBe(false);
  });

  it("of a page that serves two days the entry of the day; a third day is nobody's", async () => {
    const it = world(server, [listed(), listed({ id: "later", start: "2026-11-26" })]);
    plan({ ...own, start: "2026-11-26T18:00:00", end: null });
    await it.read();
    expect(it.served().map(({ allDay }) => allDay)).toEqual([true, false]);
    plan({ ...own, start: "2026-11-19T18:00:00", end: null });
    await it.read(24);
    await it.read(24);
    expect(it.served().map(({ start }) => start)).toEqual(["2026-11-12", "2026-11-26"]);
    expect(it.one("later").time?.start).toBe("2026-11-26T18:00:00");
  });
});

describe("used", () => {
  it("another day ahead hides the hour, and moves the event when a reading 20 hours later agrees", async () => {
    const it = world(server, [listed()]);
    plan(own);
    await it.read();
    expect(it.one()).toMatchObject({ allDay: false, revision: 1, updated: "2026-11-01" });
    plan({ ...own, start: "2026-11-19T18:30:00", end: "2026-11-19T20:00:00" });
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

  it("the newsletter that names the new day as well ends the matter", async () => {
    const it = world(server, [listed()]);
    plan({ ...own, start: "2026-11-19T18:30:00", end: null });
    await it.read();
    it.printed = { ...it.printed, events: [listed({ start: "2026-11-19", end: "2026-11-19", revision: 1 })] };
    expect(it.one()).toMatchObject({ start: "2026-11-19", allDay: false });
    expect(it.one().calendar).toBeUndefined();
  });

  it("the newsletter that names a third day begins the matter anew", async () => {
    const it = world(server, [listed()]);
    plan({ ...own, start: "2026-11-19T18:30:00", end: null });
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

  it("a day that is past moves nothing", async () => {
    const it = world(server, [listed()]);
    plan(own);
    await it.read();
    plan({ ...own, start: "2026-10-15T19:00:00", end: null });
    await it.read(24);
    await it.read(24);
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:30:00");
    expect(rules(it)).toEqual(["day-past"]);
  });

  it("an event of several days keeps them, with the hours of the first", async () => {
    const days = listed({ end: "2026-11-13" });
    const it = world(server, [days]);
    plan({ ...own, start: "2026-11-12T09:00:00", end: "2026-11-13T17:00:00" });
    await it.read();
    expect(it.one()).toMatchObject({ allDay: true, start: "2026-11-12", end: "2026-11-13" });
    expect(it.one().time).toBeUndefined();
    expect(it.one().calendar?.firstDay).toMatchObject({ start: "2026-11-12T09:00:00" });
  });

  it.each([
    ["before its start", "2026-11-12T18:00:00"],
    ["at its start", "2026-11-12T19:00:00"],
    ["more than 24 hours later", "2026-11-13T19:00:01"],
  ])("no end that is %s", async (_what, end) => {
    const it = world(server, [listed()]);
    plan({ ...own, end });
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
    plan({ ...own, ...instead });
    await it.read();
    expect(hour(it.one())).toBe(expected);
  });
});

describe("zone", () => {
  it.each([
    ["in the gap, by the offset before it", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z", "2026-03-29T03:30:00"],
    ["in the overlap, the first pass", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00"],
  ])("%s", async (_what, start, startsAt, local) => {
    const day = start.slice(0, 10);
    const it = world(server, [listed({ start: day, end: day })]);
    it.tick((Date.parse(`${day}T12:00:00Z`) - Date.parse("2026-11-01T12:00:00Z")) / 3_600_000 - 48);
    plan({ ...own, start, end: null });
    await it.read();
    expect(it.one()).toMatchObject({ startsAt, time: { start: local } });
  });

  it("another than that of the place, where people meet there, is used and told", async () => {
    const it = world(server, [listed()]);
    plan({ ...own, zone: "America/New_York" });
    await it.read();
    expect(it.one()).toMatchObject({ timeZone: "America/New_York", startsAt: "2026-11-13T00:00:00Z" });
    expect(rules(it)).toEqual(["zone-differs"]);
  });

  const luma = { calendar_url: "https://luma.com/rust-sampleville", calendar_id: "cal-Example1" };
  const there = { url: "https://luma.com/aaaa0002", groups: [{ slug: "s", name: "S", url: luma.calendar_url }] };
  const lumaPlan = (start: string, end: string) =>
    server.set(
      lumaUrl(luma.calendar_id),
      calendar(lumaCalendar({ name: "S", events: [{ slug: "aaaa0002", id: "AAAA2", start, end }] })),
    );

  it("an instant is told in the zone of our place", async () => {
    const it = world(server, [listed(there)], { organisers: { luma: [luma] } });
    lumaPlan("2026-11-12T17:00:00Z", "2026-11-12T19:00:00Z");
    await it.read();
    expect(it.one().time).toMatchObject({ start: "2026-11-12T18:00:00", timeZone: "Europe/Berlin" });
  });

  it("without a place it is told in UTC, also where its day is another there", async () => {
    const online = listed({ ...there, mode: "virtual", places: [], timeZone: null });
    const it = world(server, [online], { organisers: { luma: [luma] } });
    lumaPlan("2026-11-13T01:00:00Z", "2026-11-13T02:00:00Z");
    await it.read();
    expect(it.one()).toMatchObject({ start: "2026-11-12", startsAt: "2026-11-13T01:00:00Z", timeZone: null });
    expect(it.one().time).toMatchObject({ start: "2026-11-13T01:00:00", timeZone: null });
  });

  it("a history of 2,700 events is read whole", async () => {
    const it = world(server, [listed(there)], { organisers: { luma: [luma] }, limitMs: 5_000 });
    const events = [
      ...lumaHistory(2_700, "2026-10-01"),
      { slug: "aaaa0002", id: "AAAA2", start: "2026-11-12T17:00:00Z", end: "2026-11-12T19:00:00Z" },
    ];
    server.set(lumaUrl(luma.calendar_id), calendar(lumaCalendar({ name: "S", events })));
    const { readings } = await it.read();
    expect(readings[0]).toMatchObject({ outcome: "read", entries: 2_701, matched: 1 });
  });
});

describe("other sources", () => {
  it("a page's JSON-LD tells hour, venue and that it is called off", async () => {
    const url = "https://hasgeek.com/rustsampleville/nov/";
    const it = world(server, [listed({ url })], { organisers: { pages: [{ host: "hasgeek.com" }] } });
    const start = { url, startDate: "2026-11-12T11:00:00+01:00", endDate: "2026-11-12T14:00:00+01:00" };
    server.set(url, html(eventPage(start)));
    await it.read();
    expect(it.one()).toMatchObject({
      startsAt: "2026-11-12T10:00:00Z",
      venue: { name: "Example Hall" },
      status: "confirmed",
    });
    server.set(url, html(eventPage({ ...start, status: "EventCancelled" })));
    await it.read(24);
    expect(it.one()).toMatchObject({
      status: "cancelled",
      state: "cancelled",
      allDay: false,
      calendar: { status: "cancelled" },
    });
  });

  it("a group's own calendar, also one that repeats itself and names no page", async () => {
    const url = "https://rust-sampleville.example/evenings.ics";
    const organisers = { calendars: [{ group: SLUG, url }] };
    const it = world(server, [listed({ url: "https://rust-sampleville.example/" })], { organisers });
    const evening = {
      uid: "1",
      start: "2026-10-15T19:00:00",
      end: "2026-10-15T21:00:00",
      zone: "Europe/Berlin",
      url: "",
    };
    server.set(url, calendar(ownCalendar([{ ...evening, instead: { URL: "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10" } }])));
    await it.read();
    expect(hour(it.one())).toBe("2026-11-12T19:00:00/2026-11-12T21:00:00");
  });
});

describe("missing and stale", () => {
  const next: MeetupEvent = { id: "399900102", start: "2026-12-10T19:00:00" };

  it("two readings that lack it, 20 hours apart, say so; the hour stays, and it may come back", async () => {
    const it = world(server, [listed()]);
    plan(own, next);
    await it.read();
    plan(next);
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 1, allDay: false });
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 2, allDay: false, status: "confirmed", calendar: { missing: true } });
    plan(own, next);
    await it.read(24);
    expect(it.one()).toMatchObject({ revision: 3, allDay: false });
    expect(it.one().calendar).toBeUndefined();
    expect(it.one().history.map(({ field, to }) => `${field}: ${to}`)).toEqual(["calendar: missing", "calendar: null"]);
  });

  it("a full calendar that ends before its day tells nothing", async () => {
    const it = world(server, [listed()]);
    plan(own);
    await it.read();
    plan(...Array.from({ length: 10 }, (_, at) => ({ id: `3999003${10 + at}`, start: "2026-11-05T19:00:00" })));
    await it.read(24);
    await it.read(24);
    expect(it.one().calendar).toBeUndefined();
  });

  it("after 14 days without a good reading it says when the last was", async () => {
    const it = world(server, [listed({ start: "2026-11-26", end: "2026-11-26" })]);
    plan({ ...own, start: "2026-11-26T19:00:00", end: null });
    await it.read();
    server.set(meetupUrl(SLUG), html("busy", 500));
    await it.read(14 * 24);
    expect(it.one().calendar).toBeUndefined();
    await it.read(24);
    expect(it.one()).toMatchObject({ allDay: false, revision: 2, calendar: { stale: "2026-11-01" } });
  });
});
