import { describe, expect, test } from "vitest";
import type { EventRecord } from "../../../src/model/event.ts";
import { createVevents } from "../../../src/render/ics/event.ts";
import { BERLIN, event } from "../events.ts";
import { eventLines } from "./read.ts";

const linesWith = (name: string, given: Partial<EventRecord>) =>
  eventLines(given).filter((line) => line.startsWith(name));

describe("an event", () => {
  test.each<[string, Partial<EventRecord>, string]>([
    ["lasts a day: the end is exclusive", {}, "DTEND;VALUE=DATE:20260311"],
    ["lasts over the end of February", { start: "2024-02-28", end: "2024-02-29" }, "DTEND;VALUE=DATE:20240301"],
    ["whose end lies before its start lasts a day", { end: "2026-03-01" }, "DTEND;VALUE=DATE:20260311"],
    ["is stamped with the issue that changed it", { updated: "2026-03-11" }, "DTSTAMP:20260311T000000Z"],
    ["was last changed by that issue", { updated: "2026-03-11" }, "LAST-MODIFIED:20260311T000000Z"],
    ["was created by the issue that listed it", { created: "2026-02-11" }, "CREATED:20260211T000000Z"],
    ["counts its changes", { revision: 3 }, "SEQUENCE:3"],
    ["has a lasting name", { id: "abc" }, "UID:abc@site.example"],
    ["is confirmed", {}, "STATUS:CONFIRMED"],
    ["is cancelled", { status: "cancelled" }, "SUMMARY:Cancelled: Hack and Learn"],
    ["says so itself", { status: "cancelled", title: "CANCELED: Hack" }, "SUMMARY:CANCELED: Hack"],
    ["is cancelled for programs too", { status: "cancelled" }, "STATUS:CANCELLED"],
    ["is postponed", { status: "postponed" }, "SUMMARY:Postponed: Hack and Learn"],
    ["is postponed for programs too", { status: "postponed" }, "STATUS:TENTATIVE"],
    ["that the newest issue no longer lists is not cancelled", { state: "unlisted" }, "STATUS:CONFIRMED"],
    ["that moved takes place", { state: "moved" }, "STATUS:CONFIRMED"],
    ["has no title", { title: " \n " }, "SUMMARY:Rust event"],
    ["has a title with lines", { title: "One\r\nEND:VEVENT\nTwo\0" }, "SUMMARY:One END:VEVENT Two"],
    ["has a title with syntax", { title: "a,b;c\\d" }, "SUMMARY:a\\,b\\;c\\\\d"],
    ["links with syntax", { url: "https://a.example/x,y;z?q=\\" }, "URL:https://a.example/x%2Cy%3Bz?q=%5C"],
    [
      "links with what no URI may hold",
      { url: "https://a.example/?q={a|b}^`" },
      "URL:https://a.example/?q=%7Ba%7Cb%7D%5E%60",
    ],
    ["lies on the equator", { places: [{ ...BERLIN, latitude: 0, longitude: 9.25 }] }, "GEO:0;9.25"],
    ["lies at Null Island", { places: [{ ...BERLIN, latitude: -0, longitude: 0 }] }, "GEO:0;0"],
    ["lies just south of it", { places: [{ ...BERLIN, latitude: -1e-9, longitude: -1e-9 }] }, "GEO:0;0"],
    ["has six decimals", { places: [{ ...BERLIN, latitude: 1.23456789, longitude: 1e-9 }] }, "GEO:1.234568;0"],
    ["is told without exponents", { places: [{ ...BERLIN, latitude: 2e-6, longitude: -100 }] }, "GEO:0.000002;-100"],
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
    ["has the colour of its region", {}, "COLOR:royalblue"],
    ["has the colour of where it takes place", { regions: ["Virtual", "Asia"], mode: "hybrid" }, "COLOR:crimson"],
    ["has the colour of what is online", { regions: ["Virtual"], mode: "virtual" }, "COLOR:slateblue"],
    ["is free time", {}, "TRANSP:TRANSPARENT"],
    ["is free time for Outlook", {}, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
    ["is all-day for Outlook", {}, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
    ["is public", {}, "CLASS:PUBLIC"],
  ])("%s", (_, given, line) => expect(eventLines(given)).toContain(line));

  test("has no coordinates if it is online, or if only its country is known", () => {
    expect(linesWith("GEO", { mode: "virtual" })).toEqual([]);
    expect(linesWith("GEO", { places: [{ ...BERLIN, city: null }] })).toEqual([]);
  });

  test("without a region has the colour of its calendar", () => {
    expect(linesWith("COLOR", { regions: [] })).toEqual([]);
    expect(linesWith("CATEGORIES", { regions: [], mode: null })).toEqual([]);
  });

  test("is rendered once", () => {
    const render = createVevents("site.example");
    const one = event();
    expect(render(one)).toBe(render(one));
    const timed = event({ allDay: false, startsAt: "2026-03-10T18:00:00Z" });
    expect(render(timed)).toBe(render(timed));
  });
});

describe("an event that is attended online", () => {
  const CONFERENCE = "CONFERENCE;VALUE=URI;FEATURE=";
  test.each<[string, Partial<EventRecord>, string[]]>([
    [
      "in a call",
      { mode: "virtual", url: "https://meet.jit.si/rust" },
      ["VIDEO;LABEL=Join online:https://meet.jit.si/rust"],
    ],
    [
      "in a room of a subdomain, told by a further link",
      { mode: "hybrid", links: [{ text: "Join", url: "https://us02web.zoom.us/j/1,2" }] },
      ["VIDEO;LABEL=Join online:https://us02web.zoom.us/j/1%2C2"],
    ],
    [
      "in a chat",
      { mode: "virtual", url: "https://discord.gg/rust" },
      ["CHAT;LABEL=Join online:https://discord.gg/rust"],
    ],
    ["somewhere", { mode: "virtual" }, []],
    ["somewhere that only sounds alike", { mode: "virtual", url: "https://notzoom.us/constructor" }, []],
    ["not at all", { url: "https://meet.jit.si/rust" }, []],
  ])("%s", (_, given, found) => expect(linesWith("CONFERENCE", given)).toEqual(found.map((end) => CONFERENCE + end)));
});
