import ical, { foldLines, ICalEvent, ICalEventStatus } from "ical-generator";
import { describe, expect, test } from "vitest";

/**
 * What ical-generator falls short of, and what is done about it. Each of these tests fails once the installed version does
 * better: then the workaround that its message names may go, and the test with it.
 */
const MAY_GO = "ical-generator has caught up: this may go";

const DAY = { id: "x", stamp: "2026-01-01", allDay: true, start: "2026-03-10", summary: "s" } as const;

const eventText = (data: object) => new ICalEvent({ ...DAY, ...data }, ical()).toString();
const place = (lat: number, lon: number) => ({ location: { title: "Here", geo: { lat, lon } } });

describe("ical-generator, of an event,", () => {
  test("loses GEO when one of its numbers is 0", () => {
    expect(eventText(place(1, 2)), "GEO is written otherwise now: see geoLine in event.ts").toContain("GEO:1;2\r\n");
    expect(eventText(place(0, 2)), `${MAY_GO}: geoLine in event.ts`).not.toContain("GEO");
    expect(eventText(place(1, 0)), `${MAY_GO}: geoLine in event.ts`).not.toContain("GEO");
  });

  test("writes URL;VALUE=URI, and escapes it as TEXT", () => {
    const text = eventText({ url: "https://a.example/1,2;3" });
    expect(text, `${MAY_GO}: the replacing of URL;VALUE=URI in event.ts`).toContain("\r\nURL;VALUE=URI:");
    expect(text, `${MAY_GO}: uriValue, as far as URL needs it, in event.ts`).toContain("1\\,2\\;3");
  });

  test("has no COLOR and no CONFERENCE", () => {
    const event = new ICalEvent({ ...DAY }, ical());
    expect("color" in event, `${MAY_GO}: colorLine in event.ts`).toBe(false);
    expect("conference" in event || "conferences" in event, `${MAY_GO}: conferenceLine in event.ts`).toBe(false);
  });

  test("does not escape a UID", () => {
    expect(eventText({ id: "a\r\nX:1" }), `${MAY_GO}: the escaping of id in event.ts`).toContain("\r\nX:1\r\n");
  });

  test("does not remove control characters and lone surrogates", () => {
    expect(eventText({ summary: "a\u0007b" }), `${MAY_GO}: control characters in oneLine`).toContain("a\u0007b");
    expect(eventText({ summary: "a\ud800b" }), `${MAY_GO}: lone surrogates in oneLine`).toContain("\ud800");
  });

  test("silently swaps reversed dates", () => {
    expect(eventText({ end: "2026-03-01" }), `${MAY_GO}: Math.max in whenOf of event.ts`).toContain(
      "DTSTART;VALUE=DATE:20260301",
    );
  });

  test("uses the current time for an event without DTSTAMP", () => {
    const { stamp: _, ...rest } = DAY;
    const year = new ICalEvent(rest, ical()).toString().match(/DTSTAMP:(\d{4})/)?.[1];
    expect(year, `${MAY_GO}: nothing; but stamps are made otherwise now`).toBe(String(new Date().getUTCFullYear()));
  });

  test("writes the other properties", () => {
    const text = eventText({
      status: ICalEventStatus.CANCELLED,
      description: "a,b\nc",
      location: "L",
      categories: [{ name: "C" }],
    });
    for (const line of [
      "STATUS:CANCELLED",
      "DESCRIPTION:a\\,b\\nc",
      "LOCATION:L",
      "CATEGORIES:C",
      "DTSTART;VALUE=DATE:20260310",
    ])
      expect(text).toContain(`\r\n${line}\r\n`);
  });
});

describe("ical-generator, of a calendar,", () => {
  const GO = `${MAY_GO}: renderCalendar, for this at least`;

  test("does not end in CRLF", () => expect(ical().toString().endsWith("\r\n"), GO).toBe(false));

  test("has no DESCRIPTION and no COLOR, though Apple's", () => {
    const text = ical({ description: "about", color: "#D2691E" } as object).toString();
    expect(text).toContain("X-WR-CALDESC:about");
    expect(text, GO).not.toContain("\r\nDESCRIPTION");
    expect(text, GO).not.toContain("\r\nCOLOR");
  });

  test.each(["name", "description", "url", "source"])("lets a new line in its %s begin a property", (key) => {
    expect(ical({ [key]: "https://a.example/\r\nX-INJECTED:1" }).toString(), GO).toContain("\r\nX-INJECTED:1\r\n");
  });

  test("does not escape its name", () => expect(ical({ name: "a,b" }).toString(), GO).toContain("NAME:a,b"));

  test("writes X- properties after the events", () => {
    const calendar = ical({ x: [{ key: "X-A", value: "1" }], events: [DAY] });
    const text = calendar.toString();
    expect(text.indexOf("X-A"), GO).toBeGreaterThan(text.indexOf("END:VEVENT"));
  });

  test("drops the Z of timestamps if it has a time zone", () => {
    const text = ical({ timezone: "Europe/Berlin", events: [DAY] }).toString();
    expect(text, `${MAY_GO}: the rule to give a calendar no zone`).toMatch(/DTSTAMP:\d{8}T\d{6}\r/);
  });

  test("folds lines one octet early, which is allowed", () => {
    expect(foldLines("x".repeat(75))).toBe(`${"x".repeat(74)}\r\n x`);
  });
});
