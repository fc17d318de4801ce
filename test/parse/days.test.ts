import { describe, expect, test } from "vitest";
import { parse } from "./one-issue.ts";

const UNDER = "\n    * [**Course**](https://fjord.example/course)";

/** Part and days of each listing, `1: 2025-5-6`, of an issue that holds these lines alone. */
function read(lines: string) {
  const { listings } = parse(`## Upcoming Events\n\n${lines}`);
  return listings.map(({ sub, date }) => {
    const [from, to] = [date?.from, date?.to].map((day) => day && `${day.year ?? ""}-${day.month}-${day.day}`);
    return `${sub ?? ""}: ${from}${to ? `/${to}` : ""}`;
  });
}

const WEEKLY = ["1: 2025-5-6", "2: 2025-5-13", "3: 2025-5-20"];

describe("a list of days that are no span lists the event once on each", () => {
  test.each([
    "2025-05-06, 05-13, 05-20",
    "2025-05-06, 2025-05-13, 2025-05-20",
    "2025-05-06; 2025-05-13; 2025-05-20",
    "2025-05-06, 13, 20",
    "2025-05-06,13,20",
    "2025-05-06, 13 & 20",
    "2025-05-06/13/20",
    "2025-05-06, 2025-05-13, and 2025-05-20",
    "2025-05-06 (Tue), 2025-05-13 (Tue), 2025-05-20 (Tue)",
    "6, 13 and 20 May 2025",
  ])("%s", (date) => {
    expect(read(`* ${date} | Oslo, NO | [Fjord Rust](https://fjord.example/)${UNDER}`)).toEqual(WEEKLY);
  });

  test.each([
    "[May  6, 13, 20. Oslo, NO - Course](https://fjord.example/course).",
    "[May 6th, 13th and 20th. Oslo, NO - Course](https://fjord.example/course).",
    "[5/6, 5/13, 5/20 Course](https://fjord.example/course).",
    "[Course](https://fjord.example/course), May 6, 13, 20",
  ])("%s", (line) => {
    expect(read(`* ${line}`)).toEqual(WEEKLY.map((day) => day.replace("2025", "")));
  });

  test("in columns inside one link, over the turn of the year", () => {
    const line = "[December 21, 28, 2021 and January 4, 2022 | Oslo, NO | **T** | G](https://fjord.example/course)";
    expect(read(`* ${line}`)).toEqual(["1: 2021-12-21", "2: 2021-12-28", "3: 2022-1-4"]);
  });

  test("two days a week apart, and days in another order", () => {
    expect(read(`* 2025-05-06 & 2025-05-13 | Oslo, NO | [G](https://g.example/)${UNDER}`)).toEqual(WEEKLY.slice(0, 2));
    const [first, second, third] = WEEKLY.map((day) => day.slice(3));
    expect(read(`* 2025-05-06, 05-20, 05-13 | Oslo, NO | [G](https://g.example/)${UNDER}`)).toEqual([
      `1: ${first}`,
      `2: ${third}`,
      `3: ${second}`,
    ]);
  });

  test("as many events as days have a day each", () => {
    const events = ["A", "B", "C"].map((title) => `\n    * [**${title}**](https://fjord.example/${title})`).join("");
    expect(read(`* 2025-05-06, 05-13, 05-20 | Oslo, NO | [G](https://g.example/)${events}`)).toEqual(WEEKLY);
  });
});

test.each([
  ["2024-03-26, 2024-03-28", ": 2024-3-26/2024-3-28"],
  ["2025-05-06, 07, 08", ": 2025-5-6/2025-5-8"],
  ["2025-05-06 - 2025-05-20", ": 2025-5-6/2025-5-20"],
])("days of one span: %s", (date, days) => {
  expect(read(`* ${date} | Oslo, NO | [G](https://g.example/)${UNDER}`)).toEqual([days]);
});
