import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/model/date.ts";
import { descriptionOf, locationOf, summaryOf } from "../../../src/render/describe.ts";
import { runs } from "../../runs.ts";
import { anyEvents, event, oddText } from "../events.ts";
import { lintCalendar } from "../lint.ts";
import { calendarOf, HEAD, readBack, readText } from "./read.ts";

describe("arbitrary events", () => {
  test("are valid, and are parsed correctly by another library", () => {
    fc.assert(
      fc.property(anyEvents(6), oddText, (events, name) => {
        const bytes = calendarOf(events, { ...HEAD, name });
        expect(lintCalendar(bytes)).toEqual([]);
        const read = readBack(bytes);
        expect(read.map((found) => readText(found, "uid"))).toEqual(events.map(({ id }) => `${id}@site.example`));
        events.forEach((given, index) => {
          const found = read[index];
          expect(readText(found, "summary")).toBe(summaryOf(given));
          expect(readText(found, "description")).toBe(descriptionOf(given));
          expect(readText(found, "location") ?? null).toBe(locationOf(given));
          expect(readText(found, "dtstart")).toBe(given.start);
          expect(readText(found, "dtend")).toBe(addDays(given.end, 1));
          expect(readText(found, "sequence")).toBe(String(given.revision));
          expect(readText(found, "created")).toBe(`${given.created}T00:00:00Z`);
          for (const stamp of ["dtstamp", "last-modified"])
            expect(readText(found, stamp)).toBe(`${given.updated}T00:00:00Z`);
        });
      }),
      { numRuns: runs(300) },
    );
  });

  test("give the same bytes in every call", () => {
    fc.assert(
      fc.property(anyEvents(3), (events) => {
        expect(calendarOf(events)).toEqual(calendarOf(structuredClone(events)));
      }),
    );
  });

  test("only contain http(s) links", () => {
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

const INJECTION = "x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\nATTACH:https://evil.example\r\n \u2028\u0085y";
const NASTY = [
  INJECTION,
  "\u0000\u001b[31m\u007f\u009b",
  "\ud800 lone \udc00",
  "$& $1 $' $`",
  "\ufeff",
  "\u202e😀👩‍👩‍👧 日本語 العربية",
];

describe("text that could break syntax", () => {
  test.each(NASTY)("%j is escaped in every property", (text) => {
    const hostile = event({
      id: text,
      title: text,
      url: `https://events.example/${text}`,
      links: [{ text, url: `https://events.example/?${text}` }],
      mode: "hybrid",
      places: [{ city: text, area: text, country: text, latitude: 1, longitude: 1, timeZone: text }],
      groups: [{ slug: text, name: text, url: `https://groups.example/#${text}` }],
      history: [{ issue: text, field: "start", from: text, to: text }],
      listings: [{ issue: "2026-03-04", number: null, line: 1, url: text }],
    });
    const head = {
      name: text,
      description: text,
      source: `https://a.example/${text}`,
      page: `https://a.example/?${text}`,
    };
    const bytes = calendarOf([hostile], head);
    // An id is a word by its making; with spaces it would be no good UID, but no way out either.
    expect(lintCalendar(bytes).filter((problem) => !problem.startsWith("value of UID"))).toEqual([]);
    expect(readBack(bytes)).toHaveLength(1);
    expect(readText(readBack(bytes)[0], "summary")).toBe(summaryOf(hostile));
    expect(readText(readBack(bytes)[0], "attach")).toBeUndefined();
  });

  test("of a megabyte is folded completely", () => {
    const title = "👩‍🚀é, ".repeat(80_000).trim();
    const bytes = calendarOf([event({ title })]);
    expect(lintCalendar(bytes)).toEqual([]);
    expect(readText(readBack(bytes)[0], "summary")).toBe(title);
  });
});
