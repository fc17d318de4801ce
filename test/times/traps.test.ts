import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReadingOutcome } from "../../src/model/times.ts";
import type { Answer } from "./replay/answer.ts";
import { calendar, groupNotFound, gzipBomb, html, json, privateGroup, redirectTo } from "./replay/answer.ts";
import { type MeetupEvent, meetupCalendar, meetupUrl } from "./replay/meetup.ts";
import { type Replay, replay } from "./replay/server.ts";
import { listed, world } from "./world.ts";

const SLUG = "rust-sampleville";
const URL_ = meetupUrl(SLUG);
const own: MeetupEvent = { id: "399900101", start: "2026-11-12T19:00:00", end: "2026-11-12T21:30:00" };
const group = (...events: readonly MeetupEvent[]) => meetupCalendar({ slug: SLUG, zone: "Europe/Berlin", events });
const good = group(own);

let server: Replay;
beforeAll(async () => {
  server = await replay();
});
beforeEach(() => server.clear());
afterAll(() => server.close());

/** Responses of a host in place of a calendar, and the outcome of the reading. */
const BAD: readonly (readonly [string, Answer, ReadingOutcome])[] = [
  ["404 in JSON", groupNotFound, "not-found"],
  ["a private group's 403", privateGroup, "private"],
  ["a 403 of the host's gate", html("<h1>Forbidden</h1>", 403), "refused"],
  ["429 with Retry-After", json(429, {}, { "retry-after": "7200" }), "refused"],
  ["503", html("busy", 503), "refused"],
  ["500", html("broken", 500), "refused"],
  ["200 with a page", html("<!DOCTYPE html><title>Just a moment…</title>"), "not-believed"],
  ["200 with nothing", calendar(""), "not-believed"],
  ["a body that ends too early", calendar(good.slice(0, -60)), "not-believed"],
  ["a calendar with a page behind it", calendar(`${good}<html></html>`), "not-believed"],
  ["events that are not as Meetup has them", calendar(good.replaceAll("UID:event_", "UID:evt_")), "not-believed"],
  [
    "an event on another host",
    calendar(good.replace("https://www.meetup.com/", "https://evil.example/")),
    "not-believed",
  ],
  ["a calendar that cannot be read", calendar(good.replace("SUMMARY:", "SUMMARY")), "not-believed"],
  ["a connection cut within the body", { ...calendar(good), cut: "length" }, "unreachable"],
  ["a connection cut before the answer", { cut: "before" }, "unreachable"],
  ["a body without an end", { ...calendar("BEGIN:VCALENDAR\r\n"), endless: true }, "unreachable"],
  ["a body that comes byte by byte", { ...calendar(good), dripMs: 50 }, "unreachable"],
  ["no answer in time", { ...calendar(good), delayMs: 5_000 }, "unreachable"],
  ["a small body that becomes a large one", gzipBomb(64), "unreachable"],
  ["a redirect to another host", redirectTo("https://calendars.example/x.ics"), "unreachable"],
  ["a redirect to the machine itself", redirectTo("https://127.0.0.1/x.ics"), "unreachable"],
  ["a redirect in a circle", redirectTo(URL_), "unreachable"],
  ["bytes that are no UTF-8", calendar("") && { body: Buffer.from([0xff, 0xfe, 0x42]) }, "unreachable"],
];

describe("the last good reading is kept, whatever a host responds", () => {
  it.each(BAD)("%s", async (_what, answer, outcome) => {
    const it = world(server, [listed()]);
    server.set(URL_, calendar(good));
    await it.read();
    const before = it.one();
    expect(before.time).toMatchObject({
      start: "2026-11-12T19:00:00",
      end: "2026-11-12T21:30:00",
      timeZone: "Europe/Berlin",
    });
    server.set(URL_, answer);
    const report = await it.read(24);
    expect(report.readings.map((reading) => reading.outcome)).toEqual([outcome]);
    expect(report.times.problems.map(({ rule }) => rule)).toEqual([outcome]);
    expect(it.one()).toEqual(before);
  });

  it.each(BAD)("%s at first: the day alone is shown", async (_what, answer) => {
    const it = world(server, [listed()]);
    server.set(URL_, answer);
    await it.read();
    expect(it.one()).toEqual(listed());
  });

  it("keeps events when a calendar is empty, even repeatedly", async () => {
    const it = world(server, [listed()]);
    server.set(URL_, calendar(good));
    await it.read();
    const before = it.one();
    server.set(URL_, calendar(group()));
    for (let day = 0; day < 4; day++) expect((await it.read(24)).readings[0]?.outcome).toBe("empty");
    expect(it.one()).toEqual(before);
  });

  it("skips entries that are not in the format of Meetup, and reports them", async () => {
    const it = world(server, [listed()]);
    const strange = [
      { ...own, id: "399900102", instead: { UID: "UID:event_1@meetup.com" } },
      { ...own, id: "399900103", instead: { URL: null } },
      { ...own, id: "399900104", instead: { UID: null } },
    ];
    server.set(URL_, calendar(group(own, ...strange)));
    const { times, readings } = await it.read();
    expect(readings[0]).toMatchObject({ outcome: "read", entries: 1, matched: 1 });
    expect(times.problems).toMatchObject([{ rule: "entry-unknown", message: expect.stringMatching(/^3 /) }]);
  });
});
