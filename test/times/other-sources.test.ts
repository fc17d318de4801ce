import { describe, expect, it } from "vitest";
import { calendar, html } from "./replay/answer.ts";
import { ownCalendar } from "./replay/ics.ts";
import { lumaCalendar, lumaUrl } from "./replay/luma.ts";
import { eventPage } from "./replay/page.ts";
import { hosts, hour, own, SLUG } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();

describe("sources other than Meetup", () => {
  it("reads time, venue and cancellation from JSON-LD", async () => {
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

  it("ignores other sources that list an event, even if they cancel it", async () => {
    const luma = { calendar_url: "https://luma.com/rust-elsewhere", calendar_id: "cal-Example1" };
    const url = "https://rust-elsewhere.example/evenings.ics";
    const organisers = { luma: [luma], calendars: [{ group: "own-site", url }] };
    const there = listed({
      id: "there",
      url: "https://luma.com/aaaa0003",
      groups: [{ slug: "e", name: "E", url: luma.calendar_url }],
    });
    const site = listed({
      id: "site",
      url: "https://rust-elsewhere.example/1",
      groups: [{ slug: "own-site", name: "O", url: null }],
    });
    const it = world(server, [listed(), there, site], { organisers });
    const page = listed().url ?? "";
    server.plan(own);
    const entry = { slug: "rust-elsewhere", id: "AAAA1", start: "2026-11-12T09:00:00Z", end: "2026-11-12T10:00:00Z" };
    const shared = { ...entry, place: { kind: "elsewhere", url: page } } as const;
    server.set(lumaUrl(luma.calendar_id), calendar(lumaCalendar({ name: "E", events: [shared] })));
    const stolen = {
      uid: "1",
      start: "2026-11-12T03:00:00",
      end: null,
      zone: "Europe/Berlin",
      url: page,
      status: "CANCELLED",
    };
    server.set(url, calendar(ownCalendar([stolen])));
    for (let day = 0; day < 3; day++) expect((await it.read(24)).readings).toHaveLength(3);
    expect(it.one()).toMatchObject({ status: "confirmed", revision: 1, time: { start: "2026-11-12T19:00:00" } });
  });

  it("publishes venues as plain text, whatever the host sends", async () => {
    const url = "https://rust-sampleville.example/evenings.ics";
    const organisers = { calendars: [{ group: SLUG, url }] };
    const it = world(server, [listed({ url: "https://rust-sampleville.example/" })], { organisers });
    const evening = { uid: "1", start: "2026-11-12T19:00:00", end: null, zone: "Europe/Berlin", url: "" };
    server.set(
      url,
      calendar(
        ownCalendar([
          { ...evening, location: "Crab &amp; Gear&#39;s <b>Hall</b>, Sample Street 5", instead: { URL: null } },
        ]),
      ),
    );
    await it.read();
    expect(it.one().venue?.address).toBe("Crab & Gear's Hall, Sample Street 5");
  });

  it("reads a group's own calendar, also with recurring events and without pages", async () => {
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

  it.each([
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "not-believed"],
    ["FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "not-believed"],
    ["FREQ=SECONDLY", "not-believed"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "empty"],
  ])("limits the work for recurrence rules without end or without occurrences: %s", async (rule, outcome) => {
    const url = "https://rust-sampleville.example/evenings.ics";
    const organisers = { calendars: [{ group: SLUG, url }] };
    const it = world(server, [listed({ url: "https://rust-sampleville.example/" })], { organisers });
    const evening = { uid: "1", start: "2016-10-15T19:00:00", end: null, zone: "Europe/Berlin", url: "" };
    server.set(url, calendar(ownCalendar([{ ...evening, instead: { URL: `RRULE:${rule}` } }])));
    expect((await it.read()).readings).toMatchObject([{ outcome, matched: 0 }]);
  });
});
