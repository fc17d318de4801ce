import { describe, expect, test } from "vitest";
import type { PrintedDate, PrintedDay, PrintedListing } from "../../src/model/printed.ts";
import type { Region } from "../../src/model/region.ts";
import { checkDates } from "../../src/normalize/dates/check.ts";

const day = (text: string): PrintedDay => {
  const [date = 0, month = 0, year] = text.split("-").map(Number).reverse();
  return { year: year ?? null, month, day: date };
};
const printed = (from: string): PrintedDate => ({ text: from, from: day(from), to: null });

describe("slips of the pen", () => {
  const ISSUE = "2025-03-05";
  interface Dated {
    readonly start: string;
    readonly end: string;
    readonly url: string | null;
    readonly region: Region;
    readonly title: string;
    /** As printed; `start` where it is not given. */
    readonly text: string;
  }
  const dated = (start: string, rest: Partial<Dated> = {}): Dated => ({
    start,
    end: start,
    url: null,
    region: "Europe",
    title: "Talks",
    text: start,
    ...rest,
  });
  const listing = ({ start, region, url, title, text }: Dated, line: number): PrintedListing => {
    const content = { form: "columns", place: null, groups: [], text: title, url, links: [], note: "" } as const;
    return { line, titleLine: line, region, content: { ...content, date: { ...printed(start), text } } };
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
    const lost = (text: string) =>
      check([dated("2023-10-17"), dated("2023-10-09", { text }), dated("2023-10-26")], "2023-10-18")[1];
    expect(lost("2023-10-9")).toMatchObject({ days: { start: "2023-10-19" }, rule: "date-day-typo" });
    expect(lost("2023-10-09")).toMatchObject({ days: { start: "2023-10-09" }, rule: "date-suspicious" });
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

  test("last month's name behind all others tells no day", () => {
    expect(check([dated("2025-03-12"), dated("2025-02-15")])[1]).toMatchObject({ rule: "date-suspicious" });
  });

  describe("the day of another event of the series, out of order", () => {
    const page = (number: number) => ({
      url: `https://www.meetup.com/x/events/10000${number}/`,
      title: "Hack and Learn",
    });
    /** The series on these days, the last of them between the 16th and the day `after`. */
    const inSeries = (days: readonly string[], after: string, other = page(9)) =>
      check(
        [...days.slice(0, -1).map((day, at) => dated(day, page(at))), dated("2023-11-16")].concat(
          dated(days.at(-1)!, other),
          dated(after),
        ),
        "2023-10-25",
      ).at(-2);

    test("two weeks later in a biweekly one", () => {
      const found = inSeries(["2023-11-07", "2023-11-07"], "2023-11-21");
      expect(found).toMatchObject({ days: { start: "2023-11-21" }, rule: "date-in-biweekly-series" });
    });

    test.each([
      ["a weekly one", ["2023-11-07", "2023-11-14", "2023-11-07"], "2023-11-21", page(9)],
      ["that day is taken", ["2023-11-07", "2023-11-21", "2023-11-07"], "2023-11-21", page(9)],
      ["two weeks later is out of order", ["2023-11-07", "2023-11-07"], "2023-11-20", page(9)],
      ["another title", ["2023-11-07", "2023-11-07"], "2023-11-21", { ...page(9), title: "Talks" }],
      ["the same page", ["2023-11-07", "2023-11-07"], "2023-11-21", page(0)],
    ])("no day is made up: %s", (_, days, after, other) => {
      expect(inSeries(days, after, other)?.days.start ?? "2023-11-07").toBe("2023-11-07");
    });

    test("nor one of another weekday than the series has", () => {
      const dates = ["2023-11-07", "2023-11-16", "2023-11-27", "2023-11-17", "2023-11-18"];
      const checked = check(
        dates.map((day, at) => dated(day, at === 0 || at === 2 ? page(at) : {})),
        "2023-10-25",
      );
      expect(checked[2]?.days.start ?? "2023-11-27").toBe("2023-11-27");
    });
  });

  test("a day that nobody printed is not made up between neighbours", () => {
    const url = "https://www.meetup.com/x/events/123456/";
    const among = ["2025-03-12", "2025-03-23", "2025-03-14", "2025-03-14"];
    expect(check(among.map((day) => dated(day, { url }))).map((one) => one?.days.start ?? null)).toEqual([
      null,
      null,
      "2025-03-14",
      null,
    ]);
  });

  test("a span keeps its length", () => {
    expect(between(dated("2024-03-13", { end: "2024-03-15" }))?.days).toEqual({
      start: "2025-03-13",
      end: "2025-03-15",
    });
  });
});
