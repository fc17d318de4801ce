import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimesData } from "../../src/model/times.ts";
import { calendar, groupNotFound, html, json, robots } from "./replay/answer.ts";
import { meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { type Replay, replay } from "./replay/server.ts";
import { listed, world } from "./world.ts";

let server: Replay;
beforeAll(async () => {
  server = await replay();
});
beforeEach(() => {
  server.clear();
  server.log.length = 0;
});
afterAll(() => server.close());

const group = (slug: string, day = "12", id = `39990010${slug.length}`) => {
  const start = `2026-11-${day}T19:00:00`;
  server.set(meetupUrl(slug), calendar(meetupCalendar({ slug, zone: "Europe/Berlin", events: [{ id, start }] })));
  const url = `https://www.meetup.com/${slug}/events/${id}/`;
  return listed({
    id: slug,
    start: `2026-11-${day}`,
    end: `2026-11-${day}`,
    url,
    groups: [{ slug, name: slug, url: null }],
  });
};
/** What was asked for, robots.txt aside. */
const asked = () => server.log.map(({ host, path }) => `${host}${path}`).filter((one) => !one.endsWith("/robots.txt"));
const groups = () => asked().map((one) => one.split("/")[1]);

describe("which calendars are read", () => {
  it("reads calendars of events in the next 60 days, earliest unread event first, each once", async () => {
    const events = [group("aaaa", "26"), group("bbbbb", "12"), group("cccccc", "19")];
    const far = listed({
      id: "far",
      start: "2027-01-01",
      end: "2027-01-01",
      url: "https://www.meetup.com/far-away/events/399900199/",
    });
    const past = listed({
      id: "past",
      start: "2026-10-30",
      end: "2026-10-30",
      url: "https://www.meetup.com/past-one/events/399900198/",
    });
    const off = listed({ id: "off", status: "cancelled", url: "https://www.meetup.com/called-off/events/399900197/" });
    const again = listed({
      id: "again",
      start: "2026-11-20",
      end: "2026-11-20",
      url: "https://www.meetup.com/aaaa/events/399900196/",
    });
    const it = world(server, [...events, far, past, off, again]);
    await it.read();
    expect(groups()).toEqual(["bbbbb", "cccccc", "aaaa"]);
  });

  it("never requests excepted groups, pages and hosts", async () => {
    const except = (url: string) => ({ except: [{ url, reason: "They asked us to." }] });
    for (const url of ["https://www.meetup.com/aaaa", "https://meetup.com/aaaa/events/", "https://www.meetup.com/"]) {
      const it = world(server, [group("aaaa"), group("bbbbb")], { organisers: except(url) });
      await it.read();
    }
    expect(groups()).toEqual(["bbbbb", "bbbbb"]);
  });

  it("can be limited to one group, and to a number of calendars", async () => {
    const it = world(server, [group("aaaa"), group("bbbbb"), group("cccccc")]);
    await it.read(0, { only: "bbbbb" });
    await it.read(0, { most: 1 });
    expect(groups()).toEqual(["bbbbb", "aaaa"]);
  });

  it("requests no host that is not listed", async () => {
    const it = world(server, [listed({ url: "https://stranger.example/events/1", groups: [] })]);
    await it.read();
    expect(server.log).toEqual([]);
  });
});

describe("how calendars are requested", () => {
  it("sends User-Agent but no cookies, and requests each calendar at most once in 20 hours", async () => {
    const it = world(server, [group("aaaa")]);
    await it.read();
    await it.read(19.9);
    expect(groups()).toEqual(["aaaa"]);
    await it.read(0.2);
    expect(groups()).toEqual(["aaaa", "aaaa"]);
    expect(new Set(server.log.map(({ userAgent }) => userAgent))).toEqual(
      new Set(["twir-calendar/test (+https://calendar.example)"]),
    );
    expect(server.log.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
  });

  it("waits two seconds between requests to a host, including robots.txt and redirects", async () => {
    const it = world(server, [group("aaaa"), group("former")], { limitMs: 5_000 });
    server.set(meetupUrl("former"), { status: 302, headers: { location: meetupUrl("aaaa") } });
    const offset = Date.parse("2026-11-01T12:00:00Z") - Date.now();
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    await it.read(0, { pauseMs: 2_000, wait, now: () => Date.now() + offset });
    const pauses = server.log.slice(1).map(({ at }, index) => at - (server.log[index]?.at ?? 0));
    expect(pauses).toHaveLength(3);
    // Timers may be early by a millisecond.
    expect(Math.min(...pauses)).toBeGreaterThan(1_990);
  });

  it("retries a failed calendar after an hour, at most three times a day", async () => {
    const it = world(server, [group("aaaa")]);
    server.set(meetupUrl("aaaa"), html("broken", 500));
    const at: number[] = [];
    for (let hour = 0; hour < 30; hour++) if ((await it.read(hour === 0 ? 0 : 1)).readings.length > 0) at.push(hour);
    expect(at).toEqual([0, 1, 2, 24, 25, 26]);
  });

  it("retries a missing or private group after a week", async () => {
    const it = world(server, [group("aaaa", "29")]);
    server.set(meetupUrl("aaaa"), groupNotFound);
    const at: number[] = [];
    for (let day = 0; day < 16; day++) if ((await it.read(day === 0 ? 0 : 24)).readings.length > 0) at.push(day);
    expect(at).toEqual([0, 7, 14]);
  });

  it("does not contact a host that limits requests: as long as it asks, twice as long each time, up to a week", async () => {
    const it = world(server, [group("aaaa", "29"), group("bbbbb", "30")]);
    for (const slug of ["aaaa", "bbbbb"]) server.set(meetupUrl(slug), json(429, {}, { "retry-after": "18000" }));
    const at: number[] = [];
    for (let hour = 0; hour < 60; hour++) {
      const { readings } = await it.read(hour === 0 ? 0 : 1);
      if (readings.length > 0) at.push(hour);
      expect(readings.length).toBeLessThan(2);
    }
    // 5 h three times, as requested (1, 2 and 4 would be our minimum), then 8 and 16.
    expect(at).toEqual([0, 5, 10, 15, 23, 39]);
    for (const slug of ["aaaa", "bbbbb"]) group(slug, slug === "aaaa" ? "29" : "30");
    await it.read(40);
    expect(it.times?.hosts[0]).toMatchObject({ notBefore: null, pauseHours: 0 });
  });

  it("requests nothing that robots.txt disallows, and nothing at all if it is unreadable", async () => {
    const it = world(server, [group("aaaa"), group("bbbbb")]);
    server.set("https://www.meetup.com/robots.txt", robots("User-agent: *\nDisallow: /aaaa/\n"));
    expect((await it.read()).readings.map(({ outcome }) => outcome)).toEqual(["forbidden", "read"]);
    expect(groups()).toEqual(["bbbbb"]);
    server.set("https://www.meetup.com/robots.txt", html("busy", 503));
    const told: string[] = [];
    const onReading = ({ outcome, message }: { outcome: string; message: string | null }) =>
      void told.push(`${outcome}: ${message}`);
    const { readings, left, times } = await it.read(25, { onReading });
    expect({ readings, left }).toEqual({ readings: [], left: 2 });
    expect(told).toEqual([
      "left-alone: robots.txt of www.meetup.com cannot be read: HTTP 503",
      expect.stringMatching(/^left-alone: www\.meetup\.com must not be contacted until 2026-11-02T1/),
    ]);
    expect(times.problems.map(({ rule }) => rule)).toEqual(["left-alone", "left-alone"]);
    expect(groups()).toEqual(["bbbbb"]);
  });

  it("stops contacting a host that does not respond twice", async () => {
    const it = world(server, [group("aaaa"), group("bbbbb"), group("cccccc")]);
    for (const slug of ["aaaa", "bbbbb", "cccccc"]) server.set(meetupUrl(slug), { cut: "before" });
    const { readings, left } = await it.read();
    expect({ outcomes: readings.map(({ outcome }) => outcome), left }).toEqual({
      outcomes: ["unreachable", "unreachable"],
      left: 1,
    });
  });

  it("recovers soon when the clock jumps forward and back", async () => {
    const it = world(server, [group("aaaa", "29")]);
    await it.read(40 * 24);
    await it.read(-40 * 24);
    await it.read(24);
    expect(groups()).toEqual(["aaaa", "aaaa"]);
    expect(it.one("aaaa").allDay).toBe(false);
  });
});

describe("monitoring", () => {
  it("records the share of upcoming events with a start time, and the latest problems of each calendar", async () => {
    const it = world(server, [group("aaaa"), group("bbbbb")]);
    server.set(meetupUrl("bbbbb"), html("broken", 500));
    const { share } = await it.read();
    expect(share).toEqual({ coming: 2, timed: 1, percent: 50 });
    const problems = (times: TimesData | null) => times?.problems.map(({ rule, url }) => `${rule} ${url}`);
    expect(problems(it.times)).toEqual([`refused ${meetupUrl("bbbbb")}`]);
    group("bbbbb");
    await it.read(24);
    expect(problems(it.times)).toEqual([]);
    expect(it.times?.shares).toEqual([50, 100]);
  });
});
