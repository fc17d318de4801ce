import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import type { EventRecord } from "../../src/model/event.ts";
import { renderCalendar } from "../../src/render/ics/calendar.ts";
import { descriptionOf, locationOf, summaryOf } from "../../src/render/ics/describe.ts";
import { createVevents, vevent } from "../../src/render/ics/event.ts";
import { anyEvents, BERLIN, event, oddText } from "./events.ts";
import { lintCalendar } from "./lint.ts";

const HEAD = { name: "Rust events", source: "https://site.example/events.ics", page: "https://site.example/" };

function calendarOf(events: readonly EventRecord[], head = HEAD): Uint8Array {
  return renderCalendar(head, events.map(createVevents("site.example"))).bytes;
}

/** The events that an independent reader finds. */
function readBack(bytes: Uint8Array): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes))).getAllSubcomponents("vevent");
}

function textOf(component: ICAL.Component | undefined, name: string): string | undefined {
  return component?.getFirstPropertyValue(name)?.toString();
}

/** The content lines of one event, unfolded. */
function linesOf(given: Partial<EventRecord>): string[] {
  return vevent(event(given), "site.example").replaceAll("\r\n ", "").split("\r\n");
}

describe("any events", () => {
  test("are valid, and an independent reader reads back what went in", () => {
    fc.assert(
      fc.property(anyEvents(6), oddText, (events, name) => {
        const bytes = calendarOf(events, { ...HEAD, name });
        expect(lintCalendar(bytes)).toEqual([]);
        const read = readBack(bytes);
        expect(read.map((component) => textOf(component, "uid"))).toEqual(events.map(({ id }) => `${id}@site.example`));
        events.forEach((given, index) => {
          const component = read[index];
          expect(textOf(component, "summary")).toBe(summaryOf(given));
          expect(textOf(component, "description")).toBe(descriptionOf(given));
          expect(textOf(component, "location") ?? null).toBe(locationOf(given));
          expect(textOf(component, "dtstart")).toBe(given.start);
          expect(textOf(component, "dtend")).toBe(addDays(given.end, 1));
          expect(textOf(component, "sequence")).toBe(String(given.revision));
        });
      }),
      { numRuns: 300 },
    );
  });

  test("give the same bytes at every call", () => {
    fc.assert(
      fc.property(anyEvents(3), (events) => {
        expect(calendarOf(events)).toEqual(calendarOf(structuredClone(events)));
      }),
    );
  });

  test("never show a link of another scheme than http and https", () => {
    fc.assert(
      fc.property(anyEvents(3), (events) => {
        const plain = events.map((given) => ({
          ...given,
          title: "",
          groups: [],
          links: given.links.map((link) => ({ ...link, text: "" })),
        }));
        expect(new TextDecoder().decode(calendarOf(plain))).not.toMatch(/javascript:|mailto:|data:/i);
      }),
    );
  });
});

describe("an event", () => {
  test.each<[string, Partial<EventRecord>, string]>([
    ["lasts a day: the end is exclusive", {}, "DTEND;VALUE=DATE:20260311"],
    ["lasts over the end of February", { start: "2024-02-28", end: "2024-02-29" }, "DTEND;VALUE=DATE:20240301"],
    ["whose end lies before its start lasts a day", { end: "2026-03-01" }, "DTEND;VALUE=DATE:20260311"],
    ["is stamped with the issue that changed it", { updated: "2026-03-11" }, "DTSTAMP:20260311T000000Z"],
    ["was created by the issue that listed it", { created: "2026-02-11" }, "CREATED:20260211T000000Z"],
    ["counts its changes", { revision: 3 }, "SEQUENCE:3"],
    ["is cancelled", { status: "cancelled" }, "SUMMARY:Cancelled: Hack and Learn"],
    ["says so itself", { status: "cancelled", title: "CANCELED: Hack" }, "SUMMARY:CANCELED: Hack"],
    ["is cancelled for programs too", { status: "cancelled" }, "STATUS:CANCELLED"],
    ["is postponed", { status: "postponed" }, "STATUS:TENTATIVE"],
    ["has no title", { title: " \n " }, "SUMMARY:Rust event"],
    ["has a title with lines", { title: "One\r\nEND:VEVENT\nTwo\0" }, "SUMMARY:One END:VEVENT Two"],
    ["has a title with syntax", { title: "a,b;c\\d" }, "SUMMARY:a\\,b\\;c\\\\d"],
    ["links with syntax", { url: "https://a.example/x,y;z?q=\\" }, "URL:https://a.example/x%2Cy%3Bz?q=%5C"],
    ["lies on the equator", { places: [{ ...BERLIN, latitude: 0, longitude: 9.25 }] }, "GEO:0;9.25"],
    ["lies at Null Island", { places: [{ ...BERLIN, latitude: -0, longitude: 0 }] }, "GEO:0;0"],
    ["has six decimals", { places: [{ ...BERLIN, latitude: 1.23456789, longitude: 1e-9 }] }, "GEO:1.234568;0"],
    ["names a city and its country", {}, "LOCATION:Berlin\\, DE"],
    [
      "names the state where people do",
      { places: [{ ...BERLIN, city: "Portland", area: "Oregon", country: "US" }] },
      "LOCATION:Portland\\, Oregon\\, US",
    ],
    ["is hybrid", { mode: "hybrid" }, "LOCATION:Berlin\\, DE and online"],
    ["is online, held from a city", { mode: "virtual" }, "LOCATION:Online (Berlin\\, DE)"],
    ["is online", { mode: "virtual", places: [] }, "LOCATION:Online"],
    [
      "is filed under regions and mode",
      { regions: ["Europe", "Virtual"], mode: "hybrid" },
      "CATEGORIES:Europe,Virtual,Hybrid",
    ],
    ["is free time", {}, "TRANSP:TRANSPARENT"],
  ])("%s", (_, given, line) => expect(linesOf(given)).toContain(line));

  test("tells in its description who, where, what moved, and which issue first listed it", () => {
    const description = descriptionOf(
      event({
        links: [
          { text: "Stream", url: "https://video.example/1" },
          { text: "Bad", url: "javascript:alert(1)" },
        ],
        history: [{ issue: "2026-03-04", field: "start", from: "2026-03-09", to: "2026-03-10" }],
      }),
    );
    expect(description.split("\n")).toEqual([
      "Organised by Rust Berlin: https://groups.example/rust-berlin",
      "Where: Berlin, DE",
      "Moved from 2026-03-09.",
      "https://events.example/hack-and-learn",
      "Stream: https://video.example/1",
      "Only the day is known here, not the hour: see the event's own page.",
      "Listed in This Week in Rust 640 of 2026-03-04: https://this-week-in-rust.org/blog/2026/03/04/this-week-in-rust-640/",
    ]);
  });

  test("has no place on the map when it is online, or when only its country is known", () => {
    expect(linesOf({ mode: "virtual" }).filter((line) => line.startsWith("GEO"))).toEqual([]);
    expect(linesOf({ places: [{ ...BERLIN, city: null }] }).filter((line) => line.startsWith("GEO"))).toEqual([]);
  });

  test("is rendered once", () => {
    const render = createVevents("site.example");
    const one = event();
    expect(render(one)).toBe(render(one));
  });
});

describe("a calendar", () => {
  test("without events is a valid one", () => {
    const bytes = calendarOf([]);
    expect(lintCalendar(bytes)).toEqual([]);
    expect(readBack(bytes)).toEqual([]);
  });

  test("names itself, its source and its licence", () => {
    const text = new TextDecoder().decode(calendarOf([])).replaceAll("\r\n ", "");
    expect(text).toContain("\r\nNAME:Rust events\r\nX-WR-CALNAME:Rust events\r\n");
    expect(text).toContain("SOURCE;VALUE=URI:https://site.example/events.ics\r\n");
    expect(text).toContain("This Week in Rust");
    expect(text).toContain("CC BY-SA 4.0");
  });
});

describe("the linter", () => {
  const good = new TextDecoder().decode(calendarOf([event()]));
  test.each([
    ["LF", good.replaceAll("\r\n", "\n")],
    ["no CRLF at the end", good.trimEnd()],
    ["a long line", good.replace("SUMMARY:", `SUMMARY:${"x".repeat(75)}`)],
    ["a raw comma", good.replace("SUMMARY:", "SUMMARY:a,b")],
    ["a UID twice", calendarTwice(good)],
    ["a stamp without Z", good.replace(/DTSTAMP:(\d+T\d+)Z/, "DTSTAMP:$1")],
    ["a missing UID", good.replace(/UID:.*\r\n/, "")],
    ["a property after the events", good.replace("END:VCALENDAR", "X-A:1\r\nEND:VCALENDAR")],
    ["a METHOD", good.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH")],
    ["an open event", good.replace("END:VEVENT\r\n", "")],
  ])("finds %s", (_, text) => expect(lintCalendar(new TextEncoder().encode(text))).not.toEqual([]));
});

function calendarTwice(text: string): string {
  const one = /BEGIN:VEVENT.*END:VEVENT\r\n/s.exec(text)?.[0] ?? "";
  return text.replace(one, one + one);
}
