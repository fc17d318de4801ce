import { describe, expect, test } from "vitest";
import { recurringDay } from "../../src/model/meetup.ts";
import type { PrintedDate, PrintedDay } from "../../src/model/printed.ts";
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
    ["2024-03-20", { ...printed("03-28"), text: "224-03-28" }, "2024-03-28", "2024-03-28", "date-figure-typo"],
    ["2024-03-20", { ...printed("03-28"), text: "2024-03-028" }, "2024-03-28", "2024-03-28", "date-figure-typo"],
    ["2024-03-20", { ...printed("03-08"), text: "2024-03-8" }, "2024-03-08", "2024-03-08", "date-figure-typo"],
    ["2024-03-20", printed("2024-02-29", "2024-02-30"), "2024-02-29", "2024-02-29", "date-impossible"],
  ])("in the issue of %s", (issue, date, start, end, rule) => {
    expect(daysOf(date, issue)).toEqual({ days: { start, end }, rule });
  });

  test("a day that the calendar does not have", () => {
    expect(daysOf(printed("2025-02-30"), "2025-02-19")).toEqual({ days: null, rule: "date-impossible" });
    expect(daysOf(printed("13-01"), "2025-02-19")).toEqual({ days: null, rule: "date-impossible" });
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
