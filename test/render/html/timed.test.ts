import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { htmlRenderer } from "../../../src/render/html/renderer.ts";
import { SCRIPT } from "../../../src/render/html/script.ts";
import { SECURITY, securityOf } from "../../../src/render/html/security.ts";
import { event, MEETUP, timedEvent } from "../events.ts";
import { TIMED } from "../timed.ts";
import { headOf, linksOf, textOf } from "./head.ts";

const renderer = htmlRenderer({ url: "https://site.example" });
const decoder = new TextDecoder();
const READING = { firstRead: "2026-02-01T05:00:00.000Z", lastRead: "2026-02-27T06:07:08.000Z" };

const pageOf = (one: EventRecord, given: Parameters<typeof headOf>[1] = { timed: true, reading: READING }) =>
  decoder.decode(renderer.one(headOf("/events/one", { title: one.title, ...given }), one).bytes);
const listOf = (events: readonly EventRecord[], given: Parameters<typeof headOf>[1] = { timed: true }) =>
  decoder.decode(renderer.list(headOf("/events", given), events).bytes);
const googleOf = (one: EventRecord) =>
  new URL(linksOf(pageOf(one)).find((link) => link.includes("calendar/render")) ?? "").searchParams;
const dataOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "null");

describe("the page of an event with a start time", () => {
  test("shows date, times, duration and zone, with machine-readable instants", () => {
    const page = pageOf(timedEvent({}, { mode: "hybrid" }));
    expect(page).toContain(
      '<time datetime="2026-03-10">Tuesday, 10 March 2026</time>, <span class="hours"><time datetime="2026-03-10T19:00:00+01:00">19:00</time>–<time datetime="2026-03-10T21:30:00+01:00">21:30</time> (Europe/Berlin) <span class="note">(2 h 30 min)</span></span>',
    );
    expect(page).toContain(
      '<meta name="description" content="Tuesday, 10 March 2026, 19:00–21:30 (Europe/Berlin) · Hybrid',
    );
    expect(textOf(page)).toContain("Time zoneEurope/Berlin");
  });

  test.each([
    ["over midnight", { start: "2026-03-10T22:00:00", end: "2026-03-11T01:00:00" }, "22:00–01:00 the next day (3 h)"],
    ["over a change of clocks", { start: "2026-03-28T23:00:00", end: "2026-03-29T04:00:00" }, "the next day (4 h)"],
    ["without an end", { start: "2026-03-10T22:00:00" }, "Tuesday, 10 March 2026, from 22:00 HowIn"],
    ["without a zone", { timeZone: null }, "19:00–21:30 UTC (2 h 30 min)"],
  ])("tells what is %s", (_, hours, text) => {
    expect(textOf(pageOf(timedEvent(hours)))).toContain(text);
  });

  test("shows where and when the start time was read", () => {
    const page = pageOf(timedEvent());
    expect(linksOf(page)).toContain(MEETUP.url);
    expect(textOf(page)).toContain(
      "the group's Meetup calendar; first read on 1 February 2026, 05:00 UTC, last read on 27 February 2026, 06:07 UTC",
    );
    expect(page).toContain('<time datetime="2026-02-27T06:07:08.000Z">');
    expect(textOf(pageOf(timedEvent(), { timed: true }))).not.toContain("first read");
  });

  test("passes instants and venue to Google Calendar", () => {
    const venue = { name: "Example Hall", address: "Sample Street 5" };
    expect(Object.fromEntries(googleOf(timedEvent({}, { venue })))).toMatchObject({
      dates: "20260310T180000Z/20260310T203000Z",
      location: "Example Hall, Sample Street 5, Berlin, DE",
    });
    expect(googleOf(timedEvent({ start: "2026-07-10T19:00:00" })).get("dates")).toBe(
      "20260710T170000Z/20260710T170000Z",
    );
  });

  test("has JSON-LD with instants and venue", () => {
    const venue = { name: "Example Hall", address: "Sample Street 5" };
    const told = dataOf(pageOf(timedEvent({}, { venue, status: "cancelled" })));
    expect(told).toMatchObject({
      startDate: "2026-03-10T19:00:00+01:00",
      endDate: "2026-03-10T21:30:00+01:00",
      eventStatus: "https://schema.org/EventCancelled",
    });
    expect(told.location).toEqual([
      {
        "@type": "Place",
        name: "Example Hall",
        address: {
          "@type": "PostalAddress",
          streetAddress: "Sample Street 5",
          addressLocality: "Berlin",
          addressRegion: "Land Berlin",
          addressCountry: "DE",
        },
      },
    ]);
    expect(dataOf(pageOf(timedEvent({ start: "2026-07-10T19:00:00" })))).not.toHaveProperty("endDate");
    expect(dataOf(pageOf(timedEvent({}, { venue, places: [] }))).location).toMatchObject([
      { name: "Example Hall, Sample Street 5" },
    ]);
    expect(dataOf(pageOf(timedEvent({}, { venue, mode: "virtual" }))).location).toMatchObject([
      { "@type": "VirtualLocation" },
    ]);
  });

  test("shows changes by readings in its history", () => {
    const source = "meetup" as const;
    const text = textOf(
      pageOf(
        timedEvent(
          {},
          {
            history: [
              { issue: "2026-02-26", field: "start", from: "2026-03-09", to: "2026-03-10", source },
              { issue: "2026-02-26", field: "end", from: "2026-03-09", to: "2026-03-10", source },
              { issue: "2026-02-27", field: "time", from: "19:00 UTC", to: "19:00–21:30 Europe/Berlin", source },
              { issue: "2026-02-28", field: "calendar", from: null, to: "missing", source },
              { issue: "2026-03-01", field: "calendar", from: "missing", to: null, source: "page" },
              { issue: "2026-03-04", field: "title", from: "Hack", to: "Hack and Learn" },
            ],
          },
        ),
      ),
    );
    const by = "according to the group's Meetup calendar, read on";
    expect(text).toContain(
      `Date moved from Monday, 9 March 2026 to Tuesday, 10 March 2026, ${by} 26 February 2026 Time changed from 19:00 UTC to 19:00–21:30 Europe/Berlin, ${by} 27 February 2026 No longer in the group's Meetup calendar, read on 28 February 2026 Found again on the event's own page, read on 1 March 2026 Title changed from “Hack” to “Hack and Learn”, in This Week in Rust 640`,
    );
  });
});

describe("further information from calendars", () => {
  const calendar = { source: MEETUP };

  test.each([
    [{ otherDay: "2026-03-17" }, "Date uncertain", "names another day, Tuesday, 17 March 2026"],
    [{ missing: true }, "No longer in the organiser's calendar", "which need not mean that it is cancelled"],
  ] as const)("%j is a mark in lists, and a sentence on the page", (given, mark, sentence) => {
    const one = event({ calendar: { ...calendar, ...given } });
    expect(textOf(listOf([one]))).toContain(mark);
    expect(textOf(pageOf(one))).toContain(mark);
    expect(textOf(pageOf(one))).toContain(sentence);
  });

  test.each([
    [{ printedDay: "2026-03-09" }, "This Week in Rust names Monday, 9 March 2026."],
    [{ stale: "2026-02-03" }, "The group's Meetup calendar was last read on 3 February 2026."],
    [
      { firstDay: { start: "2026-03-10T09:00:00", end: "2026-03-10T17:30:00", timeZone: null } },
      "The first day begins at 09:00 and ends at 17:30 UTC according to",
    ],
  ])("%j stands with the day", (given, sentence) => {
    expect(textOf(pageOf(event({ calendar: { ...calendar, ...given } })))).toContain(`10 March 2026${sentence}`);
  });
});

describe("lists", () => {
  test("show the time before the place, with the zone if the event is not only in person", () => {
    expect(textOf(listOf([timedEvent()]))).toContain("Hack and Learn 19:00–21:30 · In person · Berlin, Germany");
    expect(textOf(listOf([timedEvent({}, { mode: "virtual", places: [] })]))).toContain(
      "Hack and Learn 19:00–21:30 (Europe/Berlin) · Online",
    );
  });

  test("have a footer about start times", () => {
    expect(textOf(listOf([event()], {}))).toContain("Only dates are known here");
    expect(textOf(listOf([event()]))).toContain("Times come from the organisers' own calendars");
    expect(textOf(listOf([event()]))).not.toContain("Only the day of an event is known here");
  });
});

describe("the script", () => {
  const hasScript = (page: string) => page.includes("<script>");

  test("is only on pages that show a start time, and only these allow it by its digest", () => {
    const digest = createHash("sha256").update(SCRIPT).digest("base64");
    const policy = (headers: typeof SECURITY) => headers["content-security-policy"] ?? "";
    expect(policy(SECURITY)).not.toContain("script-src");
    for (const [timed, events, there] of [
      [true, [event(), timedEvent()], true],
      [true, [event()], false],
      [true, [], false],
      [false, [timedEvent()], false],
      [undefined, [timedEvent()], false],
    ] as const) {
      expect(hasScript(listOf(events, { ...(timed !== undefined && { timed }) }))).toBe(there);
      expect(policy(securityOf(timed, events)).includes(`script-src 'sha256-${digest}'`)).toBe(there);
      if (!there) expect(securityOf(timed, events)).toBe(SECURITY);
    }
    expect(/<script>(.*?)<\/script>/s.exec(pageOf(timedEvent()))?.[1]).toBe(SCRIPT);
  });

  test("adds the visitor's local time if it differs", () => {
    const added = (moments: readonly string[], zone: string) => {
      const texts: string[] = [];
      const times = moments.map((dateTime) => ({ dateTime }));
      const hours = { querySelectorAll: () => times, append: (text: string) => texts.push(text) };
      const home = process.env.TZ;
      process.env.TZ = zone;
      try {
        runInNewContext(SCRIPT, { document: { querySelectorAll: () => [hours] } });
      } finally {
        if (home === undefined) delete process.env.TZ;
        else process.env.TZ = home;
      }
      return texts.join("|");
    };
    const evening = ["2026-03-10T19:00:00+01:00", "2026-03-10T21:30:00+01:00"];
    expect(added(evening, "Europe/Paris")).toBe("");
    expect(added(evening, "Europe/London")).toBe(" · 18:00–20:30 your time");
    expect(added(evening, "Australia/Sydney")).toMatch(/^ · Wed,? 11 March, 05:00–07:30 your time$/);
    expect(added(evening.slice(0, 1), "America/New_York")).toBe(" · 14:00 your time");
  });
});

test("every kind of event with a start time has a page", () => {
  for (const one of TIMED) expect(pageOf(one)).toContain("</html>");
});
