import ICAL from "ical.js";
import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendar, groupNotFound, html, robots } from "./answer.ts";
import { ownCalendar } from "./ics.ts";
import { lumaCalendar, lumaHistory, lumaUrl } from "./luma.ts";
import { MOST_EVENTS, meetupCalendar } from "./meetup.ts";
import { eventPage, pageWith } from "./page.ts";
import { type Replay, replay } from "./server.ts";

const HALL = "Halle 5; hinten, „links“ \\ oben 🦀".repeat(5);

/** What ical.js reads: UID, start as an instant, end likewise, title. */
function read(text: string): unknown[] {
  const whole = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    whole.getAllSubcomponents("vtimezone").map((zone) => [String(zone.getFirstPropertyValue("tzid")), zone]),
  );
  const instant = (event: ICAL.Component, name: string) => {
    const property = event.getFirstProperty(name);
    const time = property?.getFirstValue();
    if (!(time instanceof ICAL.Time)) return null;
    const zone = zones.get(String(property?.getFirstParameter("tzid")));
    if (zone) time.zone = new ICAL.Timezone(zone);
    return time.isDate ? time.toString() : time.toJSDate().toISOString();
  };
  return whole
    .getAllSubcomponents("vevent")
    .map((event) => [
      String(event.getFirstPropertyValue("uid")),
      instant(event, "dtstart"),
      instant(event, "dtend"),
      String(event.getFirstPropertyValue("summary")),
    ]);
}

const instantOf = (local: string, zone: string) => DateTime.fromISO(local, { zone }).toUTC().toISO();

/** No line has more than 75 octets, and lines end as they should. */
function expectLines(text: string): void {
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
}

describe("generated calendars", () => {
  it("Meetup: uses the zones of the events, and contains at most the next ten", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata"];
    const events = Array.from({ length: 12 }, (_, at) => ({
      id: String(399900100 + at),
      start: `2026-10-${30 - at}T19:30:00`,
      zone: zones[at % 4]!,
      title: `${HALL} ${at}`,
    }));
    const text = meetupCalendar({ slug: "rust-sampleville", zone: "Europe/Berlin", events });
    const soonest = events.toReversed().slice(0, MOST_EVENTS);
    expect(read(text)).toEqual(
      soonest.map(({ id, start, zone, title }) => [
        `event_${id}@meetup.com`,
        instantOf(start, zone),
        instantOf(start.replace("T19", "T21"), zone),
        title,
      ]),
    );
    expectLines(text);
  });

  it("Meetup: contains lines with known errors", () => {
    const late = { id: "1", start: "2026-11-12T22:30:00" };
    const odd = {
      id: "2",
      start: "2026-11-13T19:00:00",
      end: null,
      instead: { DTSTART: "DTSTART;VALUE=DATE:20261113", CLASS: null, GEO: "GEO:1;2" },
    };
    const text = meetupCalendar({ slug: "x", zone: "Europe/Berlin", events: [late, odd] });
    expect(read(text)).toEqual([
      ["event_1@meetup.com", "2026-11-12T21:30:00.000Z", "2026-11-12T22:59:00.000Z", "Rust meetup"],
      ["event_2@meetup.com", "2026-11-13", null, "Rust meetup"],
    ]);
    expect(text.match(/^CLASS:|^GEO:.*/gm)).toEqual(["CLASS:", "GEO:1;2"]);
  });

  it("Luma: contains the complete history, in UTC", () => {
    const events = [...lumaHistory(2700, "2026-10-20"), ...lumaHistory(1, "2026-10-22")];
    const text = lumaCalendar({ name: "Rust & Sampleville", events });
    const found = read(text);
    expect(found).toHaveLength(2701);
    expect(found[2699]).toEqual([
      "evt-past002699@events.lu.ma",
      "2026-10-19T17:00:00.000Z",
      "2026-10-19T19:00:00.000Z",
      "Evening 2700",
    ]);
    expectLines(text);
  });

  it("a group's own site: with a zone, in UTC, floating, and all-day", () => {
    const event = { uid: "a", url: "https://rust.example/a", end: null, zone: null, location: HALL, title: HALL };
    const text = ownCalendar([
      { ...event, start: "2026-03-29T19:00:00", end: "2026-03-29T21:00:00", zone: "Europe/Paris" },
      { ...event, start: "2026-03-29T19:00:00Z" },
      { ...event, start: "2026-03-29", end: "2026-03-31", status: "CANCELLED" },
    ]);
    expect(read(text)).toEqual([
      ["a", "2026-03-29T17:00:00.000Z", "2026-03-29T19:00:00.000Z", HALL],
      ["a", "2026-03-29T19:00:00.000Z", null, HALL],
      ["a", "2026-03-29", "2026-03-31", HALL],
    ]);
    expectLines(text);
  });

  it("pages: contain JSON-LD, valid and invalid", () => {
    const url = "https://hasgeek.com/rustsampleville/nov/";
    const page = eventPage({ url, startDate: "2026-11-21T11:00:00+05:30", status: "EventCancelled", venue: null });
    expect(JSON.parse(/json">([\s\S]*)<\/script/.exec(page)?.[1] ?? "")).toMatchObject({
      url,
      eventStatus: "https://schema.org/EventCancelled",
      location: { "@type": "VirtualLocation" },
      organizer: { url: "https://hasgeek.com/rustsampleville/" },
    });
    expect(pageWith("{")).toContain('json">\n{\n');
  });
});

describe("the replay server", () => {
  let hosts: Replay;
  beforeEach(async () => {
    hosts = await replay();
  });
  afterEach(() => hosts.close());
  const got = async (path: string) => {
    const response = await fetch(`${hosts.via}${path}`, { headers: { "user-agent": "me" } });
    return [response.status, await response.text()];
  };

  it("responds by host, path and query, with queued responses first", async () => {
    hosts.set(lumaUrl("cal-a"), calendar("a"));
    hosts.set("https://api.lu.ma/ics/get", groupNotFound);
    hosts.set("https://api.lu.ma/robots.txt", robots("User-agent: *"));
    hosts.set("https://luma.com/x", ({ userAgent }) => html(userAgent, 201));
    hosts.next("https://luma.com/x", html("1"), html("2", 500));
    expect(await got("/api.lu.ma/ics/get?entity=calendar&id=cal-a")).toEqual([200, "a"]);
    expect(await got("/api.lu.ma/ics/get?entity=calendar&id=cal-b")).toEqual([404, '{"message":"Group not found"}']);
    expect(await got("/api.lu.ma/robots.txt")).toEqual([200, "User-agent: *"]);
    expect([await got("/luma.com/x"), await got("/luma.com/x"), await got("/luma.com/x")]).toEqual([
      [200, "1"],
      [500, "2"],
      [201, "me"],
    ]);
    hosts.clear();
    expect(await got("/luma.com/x")).toEqual([404, "Not Found"]);
    expect(hosts.log.map(({ host, path }) => host + path)).toEqual([
      "api.lu.ma/ics/get?entity=calendar&id=cal-a",
      "api.lu.ma/ics/get?entity=calendar&id=cal-b",
      "api.lu.ma/robots.txt",
      ...Array(4).fill("luma.com/x"),
    ]);
    expect(hosts.log.map(({ at }) => at)).toEqual(hosts.log.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});
