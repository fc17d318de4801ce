import { describe, expect, test } from "vitest";
import { BERLIN, event } from "./events.ts";
import { calendarOf } from "./ics/read.ts";
import { lintCalendar } from "./lint.ts";

const encoder = new TextEncoder();
const timed = { allDay: false, startsAt: "2026-07-10T17:00:00Z", endsAt: "2026-07-10T19:00:00Z" };
const GOOD = new TextDecoder().decode(
  calendarOf([
    event({ title: "Grüße, Wien" }),
    event({ id: "timed", ...timed, mode: "virtual", url: "https://zoom.us/1" }),
  ]),
);
const lint = (text: string) => lintCalendar(encoder.encode(text));
const one = /BEGIN:VEVENT.*?END:VEVENT\r\n/s.exec(GOOD)?.[0] ?? "";
const zone = /BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s.exec(GOOD)?.[0] ?? "";

describe("the linter", () => {
  test("accepts a valid calendar", () => expect(lint(GOOD)).toEqual([]));

  test.each<[string, string, RegExp]>([
    ["nothing at all", "", /no calendar/],
    ["a page", "<html></html>\r\n", /no content line/],
    ["two calendars", GOOD + GOOD, /2 calendars/],
    ["LF", GOOD.replaceAll("\r\n", "\n"), /CRLF/],
    ["one LF", GOOD.replace("\r\nSUMMARY", "\nSUMMARY"), /CRLF/],
    ["a lone CR", GOOD.replace("SUMMARY:", "SUMMARY:\r"), /control/],
    ["no CRLF at the end", GOOD.trimEnd(), /CRLF/],
    ["a byte order mark", `\ufeff${GOOD}`, /control|no content line/],
    ["a long line", GOOD.replace("SUMMARY:", `SUMMARY:${"x".repeat(75)}`), /octets/],
    ["a line long in octets alone", GOOD.replace("SUMMARY:", `SUMMARY:${"é".repeat(30)}`), /octets/],
    ["an empty line", GOOD.replace("SUMMARY:", "\r\nSUMMARY:"), /empty line/],
    ["a control character", GOOD.replace("SUMMARY:", "SUMMARY:\u0007"), /control/],
    ["a raw comma", GOOD.replace("SUMMARY:", "SUMMARY:a,b"), /value of SUMMARY/],
    ["an escape that is none", GOOD.replace("SUMMARY:", "SUMMARY:\\x"), /value of SUMMARY/],
    ["a summary of two lines", GOOD.replace("SUMMARY:", "SUMMARY:a\\nb"), /value of SUMMARY/],
    ["a UID twice", GOOD.replace(one, one + one), /UID twice/],
    ["a missing UID", GOOD.replace(/UID:.*\r\n/, ""), /without UID/],
    ["a property twice", GOOD.replace("SEQUENCE:0", "SEQUENCE:0\r\nSEQUENCE:0"), /SEQUENCE twice/],
    ["a stamp without Z", GOOD.replace(/DTSTAMP:(\d+T\d+)Z/, "DTSTAMP:$1"), /value of DTSTAMP/],
    ["a stamp of now", GOOD.replace(/DTSTAMP:\d+/, "DTSTAMP:20990101"), /DTSTAMP is not LAST-MODIFIED/],
    ["a day that is none", GOOD.replace("DATE:20260310", "DATE:20260231"), /value of DTSTART/],
    ["an inclusive end", GOOD.replace("DATE:20260311", "DATE:20260310"), /not after/],
    ["no end", GOOD.replace(/DTEND;VALUE=DATE.*\r\n/, ""), /without DTEND/],
    ["a date that does not say so", GOOD.replace(";VALUE=DATE", ""), /DTSTART is 2026/],
    ["types that differ", GOOD.replace("DTEND;VALUE=DATE:20260311", "DTEND:20260311T000000Z"), /different types/],
    ["a time of a zone in UTC", GOOD.replace("20260710T190000", "20260710T190000Z"), /DTSTART;TZID/],
    ["a zone that is not there", GOOD.replace(zone, ""), /no VTIMEZONE/],
    ["a zone for nobody", GOOD.replaceAll(";TZID=Europe/Berlin", ""), /no event names/],
    [
      "a zone behind the events",
      GOOD.replace(zone, "").replace("END:VCALENDAR", `${zone}END:VCALENDAR`),
      /after events/,
    ],
    ["a zone twice", GOOD.replace(zone, zone + zone), /VTIMEZONE twice/],
    ["a category with a comma", GOOD.replace("CATEGORIES:", "CATEGORIES:a\\,b,"), /value of CATEGORIES/],
    ["an address with a comma", GOOD.replace("URL:https://", "URL:https://a,b/"), /value of URL/],
    ["an address that is none", GOOD.replace("URL:https://", "URL:javascript:"), /value of URL/],
    ["a typed URL", GOOD.replace("\r\nURL:", "\r\nURL;VALUE=URI:"), /parameters of URL/],
    ["half a place", GOOD.replace(/GEO:.*\r/, `GEO:${BERLIN.latitude}\r`), /value of GEO/],
    ["a place off the earth", GOOD.replace(/GEO:.*\r/, "GEO:95;0\r"), /value of GEO/],
    ["a colour that CSS3 has not", GOOD.replace("COLOR:chocolate", "COLOR:rust"), /value of COLOR/],
    ["a property after the events", GOOD.replace("END:VCALENDAR", "X-A:1\r\nEND:VCALENDAR"), /after components/],
    ["a property of nobody", GOOD.replace("VERSION", "X-WR-TIMEZONE:UTC\r\nVERSION"), /with X-WR-TIMEZONE/],
    ["a METHOD", GOOD.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"), /with METHOD/],
    ["a calendar's UID", GOOD.replace("CALSCALE", "UID:a@b\r\nCALSCALE"), /VCALENDAR with UID/],
    ["an alarm", GOOD.replace("END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"), /VALARM within/],
    ["an open event", GOOD.replace("END:VEVENT\r\n", ""), /VEVENT within VEVENT/],
    ["an open calendar", GOOD.replace("END:VCALENDAR\r\n", ""), /not ended/],
    ["two names", GOOD.replace("NAME:Rust", "NAME:R"), /NAME is not/],
  ])("finds %s", (_, text, problem) => {
    expect(text).not.toBe(GOOD);
    expect(lint(text).join("\n")).toMatch(problem);
  });

  test("finds a character split by folding", () => {
    const bytes = encoder.encode(GOOD);
    const at = bytes.indexOf(0xc3) + 1;
    const split = Uint8Array.from([...bytes.subarray(0, at), 0x0d, 0x0a, 0x20, ...bytes.subarray(at)]);
    expect(lintCalendar(split)).toContain("a line that is not UTF-8, or splits a character");
  });
});
