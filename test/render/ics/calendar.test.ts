import { describe, expect, test } from "vitest";
import { REGIONS } from "../../../src/model/region.ts";
import { ICS } from "../../../src/render/ics/renderer.ts";
import { event } from "../events.ts";
import { lintCalendar } from "../lint.ts";
import { calendarOf, HEAD, headLines, readBack } from "./read.ts";

describe("a calendar", () => {
  test("without events is valid", () => {
    const bytes = calendarOf([]);
    expect(lintCalendar(bytes)).toEqual([]);
    expect(readBack(bytes)).toEqual([]);
  });

  test("contains name, source, refresh interval and attribution", () => {
    const description =
      "Rust events. Events from This Week in Rust (https://this-week-in-rust.org)\\, licensed CC BY-SA 4.0\\, https://creativecommons.org/licenses/by-sa/4.0/";
    expect(headLines(HEAD)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//twir-calendar//Rust events//EN",
      "CALSCALE:GREGORIAN",
      "NAME:Rust events",
      "X-WR-CALNAME:Rust events",
      `DESCRIPTION:${description}`,
      `X-WR-CALDESC:${description}`,
      "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
      "X-PUBLISHED-TTL:PT12H",
      "SOURCE;VALUE=URI:https://site.example/events.ics",
      "URL:https://site.example/events",
      "COLOR:chocolate",
      "X-APPLE-CALENDAR-COLOR:#D2691E",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("may have a separate description", () => {
    expect(headLines({ ...HEAD, description: "What is on" }).join("\n")).toContain(
      "\nDESCRIPTION:What is on. Events from",
    );
  });

  test("of a site without a public address has no URLs", () => {
    for (const source of [null, "/events.ics"]) {
      const bytes = calendarOf([event()], { ...HEAD, source, page: source });
      expect(lintCalendar(bytes)).toEqual([]);
      expect(headLines({ ...HEAD, source, page: source }).filter((line) => /^(SOURCE|URL)/.test(line))).toEqual([]);
    }
  });

  test("has URLs that no parser splits", () => {
    const source = "https://site.example/events.ics?country=CH,DE&q=a;b";
    expect(headLines({ ...HEAD, source })).toContain(
      "SOURCE;VALUE=URI:https://site.example/events.ics?country=CH%2CDE&q=a%3Bb",
    );
  });

  test("has the colour of its region, in both properties", () => {
    const colors = REGIONS.map((region) =>
      headLines({ ...HEAD, region })
        .filter((line) => line.includes("COLOR"))
        .join(" "),
    );
    expect(new Set(colors).size).toBe(REGIONS.length);
    expect(colors).toContain("COLOR:royalblue X-APPLE-CALENDAR-COLOR:#4169E1");
    for (const region of REGIONS) expect(lintCalendar(calendarOf([], { ...HEAD, region }))).toEqual([]);
  });
});

test("of one event has the colour of its region", () => {
  const head = {
    title: "not used",
    region: null,
    self: "https://site.example/events/x.ics",
    next: null,
    total: 1,
    updated: "2026-03-04",
    today: "2026-03-05",
    address: (view: string) => (view === "html" ? "https://site.example/events/x" : "https://site.example/wrong"),
  };
  const { bytes } = ICS.renderer({ url: "https://site.example", domain: "site.example" }).one(
    head,
    event({ status: "cancelled" }),
  );
  expect(lintCalendar(bytes)).toEqual([]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain("\r\nNAME:Cancelled: Hack and Learn\r\n");
  expect(text).toContain("\r\nURL:https://site.example/events/x\r\nCOLOR:royalblue\r\n");
  expect(readBack(bytes)).toHaveLength(1);
});
