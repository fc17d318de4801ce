import { describe, expect, it } from "vitest";
import { calendar, html } from "./replay/answer.ts";
import { ownCalendar } from "./replay/ics.ts";
import { eventPage } from "./replay/page.ts";
import { hosts, hour, SLUG } from "./sampleville.ts";
import { listed, world } from "./world.ts";

const server = hosts();

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

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
  ])("a calendar whose rule never ends, or never begins, costs little: %s", async (rule) => {
    const url = "https://rust-sampleville.example/evenings.ics";
    const organisers = { calendars: [{ group: SLUG, url }] };
    const it = world(server, [listed({ url: "https://rust-sampleville.example/" })], { organisers });
    const evening = { uid: "1", start: "2016-10-15T19:00:00", end: null, zone: "Europe/Berlin", url: "" };
    server.set(url, calendar(ownCalendar([{ ...evening, instead: { URL: `RRULE:${rule}` } }])));
    expect((await it.read()).readings).toMatchObject([{ outcome: "empty", matched: 0 }]);
  });
});
