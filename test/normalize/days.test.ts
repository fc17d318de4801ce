import { describe, expect, test } from "vitest";
import { recurringDay } from "../../src/model/meetup.ts";
import type { PrintedDate, PrintedDay, PrintedListing } from "../../src/model/printed.ts";
import type { Region } from "../../src/model/region.ts";
import { checkDates } from "../../src/normalize/dates/corrections.ts";
import { daysOf } from "../../src/normalize/dates/days.ts";

const day = (text: string): PrintedDay => {
  const [date = 0, month = 0, year] = text.split("-").map(Number).reverse();
  return { year: year ?? null, month, day: date };
};
const printed = (from: string, to?: string): PrintedDate => ({ text: from, from: day(from), to: to ? day(to) : null });

describe("days of a printed date", () => {
  test.each([
    ["2019-12-24", printed("01-08"), "2020-01-08", "2020-01-08", null], // January in a December issue
    ["2016-01-04", printed("12-29"), "2015-12-29", "2015-12-29", null], // just past
    ["2019-01-22", printed("04-26", "04-29"), "2019-04-26", "2019-04-29", null],
    ["2018-09-04", printed("08-17"), "2018-08-17", "2018-08-17", null], // a stale line, not next year
    ["2018-12-25", printed("12-27", "01-02"), "2018-12-27", "2019-01-02", null],
    ["2024-03-20", printed("2024-03-28", "2024-02-29"), "2024-03-28", "2024-03-29", "date-reversed"],
    ["2024-03-20", printed("2024-03-28", "2024-03-01"), "2024-03-28", "2024-04-01", "date-reversed"],
    ["2024-03-20", printed("2024-03-28", "2025-03-29"), "2024-03-28", "2024-03-29", "date-span-too-long"],
    ["2024-03-20", printed("2024-03-28", "2024-09-29"), "2024-03-28", "2024-03-28", "date-span-too-long"],
    ["2024-03-20", { ...printed("03-28"), text: "224-03-28" }, "2024-03-28", "2024-03-28", "date-year-typo"],
    ["2024-03-20", printed("2024-02-29", "2024-02-30"), "2024-02-29", "2024-02-29", "date-impossible"],
  ])("in the issue of %s", (issue, date, start, end, rule) => {
    expect(daysOf(date, issue)).toEqual({ days: { start, end }, rule });
  });

  test("a day that the calendar does not have", () => {
    expect(daysOf(printed("2025-02-30"), "2025-02-19")).toEqual({ days: null, rule: "date-impossible" });
    expect(daysOf(printed("13-01"), "2025-02-19")).toEqual({ days: null, rule: "date-impossible" });
  });
});

describe("slips of the pen", () => {
  const ISSUE = "2025-03-05";
  interface Dated {
    readonly start: string;
    readonly end: string;
    readonly url: string | null;
    readonly region: Region;
  }
  const dated = (start: string, rest: Partial<Dated> = {}): Dated => ({
    start,
    end: start,
    url: null,
    region: "Europe",
    ...rest,
  });
  const listing = ({ start, region, url }: Dated, line: number): PrintedListing => {
    const content = { form: "columns", place: null, groups: [], text: "Talks", url, links: [], note: "" } as const;
    return { line, titleLine: line, region, content: { ...content, date: printed(start) } };
  };
  /** What becomes of dates that stand one after another. */
  const check = (dates: readonly Dated[], issue = ISSUE) =>
    checkDates({ issue, listings: dates.map(listing), days: dates.map(({ start, end }) => ({ start, end })) });
  /** What becomes of `odd` between two listings of the 12th and the 20th. */
  const between = (odd: Dated) => check([dated("2025-03-12"), odd, dated("2025-03-20")])[1];

  test.each([
    ["last year's year", dated("2024-03-15"), "2025-03-15", "date-year-typo"],
    ["next year's year, out of order", dated("2026-03-15"), "2025-03-15", "date-year-typo"],
    ["a year long gone", dated("2022-03-15"), "2025-03-15", "date-year-typo"],
    ["figures of the year exchanged", dated("2052-03-15"), "2025-03-15", "date-year-typo"],
    ["another figure in the year", dated("2015-03-15"), "2025-03-15", "date-year-typo"],
    ["last month's name", dated("2025-02-15"), "2025-03-15", "date-month-typo"],
    ["a digit lost", dated("2025-02-18"), "2025-03-18", "date-month-typo"],
    [
      "the link's date keeps the order",
      dated("2025-04-19", { url: "https://www.meetup.com/x/events/abcdetyhcfbzb/" }),
      "2025-03-19",
      "date-not-in-series",
    ],
    [
      "long past, the link's date is not",
      dated("2025-01-19", { url: "https://www.meetup.com/x/events/abcdetyhcfbzb/" }),
      "2025-03-19",
      "date-not-in-series",
    ],
  ])("mended: %s", (_, odd, start, rule) => {
    expect(between(odd)).toEqual({ days: { start, end: start }, rule, suspicious: false });
  });

  test.each([
    ["in order", dated("2025-03-15"), null],
    ["out of order alone is no slip", dated("2025-04-15"), null],
    [
      "a link that remembers the date before a move",
      dated("2025-03-15", { url: "https://www.meetup.com/x/events/abcdetyhcfbnb/" }),
      null,
    ],
    ["long past and nothing tells more", dated("2024-10-31"), "date-suspicious"],
    ["far ahead and out of order", dated("2026-07-15"), "date-suspicious"],
  ])("kept: %s", (_, odd, rule) => {
    const { start, end } = odd;
    expect(between(odd)).toEqual(rule === null ? null : { days: { start, end }, rule, suspicious: true });
  });

  test("yesterday's, standing first", () => {
    expect(check([dated("2025-03-04"), dated("2025-03-12")])).toEqual([null, null]);
  });

  test("a conference announced a year ahead names its year, or stands last", () => {
    expect(check([dated("2025-03-12"), dated("2026-03-10")])[1]).toBeNull();
  });

  test("a lost digit: one only fits between the neighbours", () => {
    const checked = check([dated("2025-03-12"), dated("2025-02-08"), dated("2025-03-30")], "2025-03-26");
    expect(checked[1]).toMatchObject({ rule: "date-suspicious" });
    const found = check([dated("2023-10-17"), dated("2023-10-09"), dated("2023-10-26")], "2023-10-18")[1];
    expect(found).toMatchObject({ days: { start: "2023-10-19" }, rule: "date-day-typo" });
  });

  test("long past, while the issue lists the same page with another date", () => {
    const url = "https://www.meetup.com/x/events/123456/";
    const checked = check([
      dated("2025-03-12"),
      dated("2025-02-15", { url }),
      dated("2025-03-20"),
      dated("2025-03-24", { url, region: "Asia" }),
    ]);
    expect(checked[1]).toEqual({
      days: { start: "2025-03-24", end: "2025-03-24" },
      rule: "date-other-elsewhere",
      suspicious: false,
    });
  });

  test("last year's year on a site's front page is no other listing of that page", () => {
    const url = "https://fjord.example/";
    const [december, january] = check(
      [dated("2024-12-21", { url }), dated("2024-01-04", { url }), dated("2025-01-06")],
      "2024-12-16",
    );
    expect(december).toBeNull();
    expect(january).toMatchObject({ days: { start: "2025-01-04" }, rule: "date-year-typo" });
    const [, past] = check([dated("2025-03-12", { url }), dated("2024-10-31", { url })]);
    expect(past).toMatchObject({ days: { start: "2024-10-31" }, rule: "date-suspicious" });
  });

  describe("next year's year, in order as it stands last", () => {
    const url = "https://www.meetup.com/x/events/123456/";
    test.each([
      ["a group's evening", dated("2026-03-10", { url }), "2025-03-10"],
      ["a site of its own", dated("2026-03-10", { url: "https://fjord.example/" }), null],
      ["of two days", dated("2026-03-10", { url, end: "2026-03-11" }), null],
      ["far from the usual time in this year as well", dated("2026-09-10", { url }), "suspicious"],
    ])("%s", (_, odd, start) => {
      for (const at of [[odd], [dated("2025-03-06"), odd]].map((dates) => check(dates).at(-1))) {
        if (start === null) expect(at).toBeNull();
        else if (start === "suspicious") expect(at?.days.start ?? odd.start).toBe(odd.start);
        else expect(at).toMatchObject({ days: { start }, rule: "date-year-typo" });
      }
    });
  });

  describe("out of order within the usual time", () => {
    const url = "https://www.meetup.com/x/events/123456/";
    const among = (odd: Dated, ...after: string[]) =>
      check([dated("2025-03-12"), odd, ...after.map((start) => dated(start))]);

    test.each([
      ["one digit of the day", dated("2025-03-22", { url }), ["2025-03-12", "2025-03-14"], "2025-03-12"],
      ["one digit of the month", dated("2025-05-13", { url }), ["2025-03-14", "2025-03-14"], "2025-03-13"],
    ])("mended: %s", (_, odd, after, start) => {
      const checked = among(odd, ...after);
      expect(checked[1]).toEqual({ days: { start, end: start }, rule: "date-digit-typo", suspicious: false });
      expect(checked.slice(2)).toEqual([null, null]);
    });

    test.each([
      ["one listing alone says so", dated("2025-03-22", { url }), ["2025-03-12", "2025-03-24"], 2],
      ["two digits", dated("2025-04-01", { url }), ["2025-03-13", "2025-03-14"], 2],
      ["neighbours far apart", dated("2025-05-25", { url }), ["2025-03-28", "2025-03-28"], 2],
      ["less than a week off", dated("2025-03-18", { url }), ["2025-03-13", "2025-03-14"], 2],
      ["a conference's site", dated("2025-03-22", { url: "https://fjord.example/" }), ["2025-03-12", "2025-03-14"], 2],
    ])("told, but kept: %s", (_, odd, after, at) => {
      const checked = among(odd, ...after);
      const [start] = after;
      expect(checked[1]).toBeNull();
      expect(checked[at]).toEqual({ days: { start, end: start }, rule: "date-disorder", suspicious: false });
    });
  });

  test("a span keeps its length", () => {
    expect(between(dated("2024-03-13", { end: "2024-03-15" }))?.days).toEqual({
      start: "2025-03-13",
      end: "2025-03-15",
    });
  });
});

describe("the day in a Meetup id", () => {
  test.each([
    ["https://www.meetup.com/a/events/abcdeydckbrb/", "2022-07-13"],
    ["https://www.meetup.com/a/events/glnfcpyxgblb/", "2018-04-08"], // one letter for years before 2020
    ["https://www.meetup.com/a/events/bhctrtyhclbfb", "2025-08-03"],
    ["https://www.meetup.com/a/events/308455931/", null],
    ["https://www.meetup.com/a/events/abcdeydczzrb/", null], // no such month
    ["https://example.org/events/abcdeydckbrb/", null],
    [null, null],
  ])("%s", (url, expected) => {
    expect(recurringDay(url)).toBe(expected);
  });
});
