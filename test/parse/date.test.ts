import { describe, expect, test } from "vitest";
import { datePrefix } from "../../src/parse/date.ts";

/** `2025-10-08` or `--10-08`, a span as `A/B`; null when no date is found. */
function read(text: string): string | null {
  const found = datePrefix(text)?.value;
  if (!found) return null;
  const day = (d: typeof found.from) => `${d.year ?? "-"}-${d.month}-${d.day}`;
  return found.to ? `${day(found.from)}/${day(found.to)}` : day(found.from);
}

const DATES: readonly (readonly [string, string | null])[] = [
  ["2025-10-08 | Berlin, DE", "2025-10-8"],
  ["2023-10-9 | Sydney, NSW, AU", "2023-10-9"], // no leading nought
  ["2025-09-02 - 2025-09-05 | x", "2025-9-2/2025-9-5"],
  ["2023-02-16, 2023-02-17 | London, UK", "2023-2-16/2023-2-17"],
  ["2024-05-07 & 2024-05-08 | Delft, NL", "2024-5-7/2024-5-8"],
  ["2024-05-07 * 2024-05-08 | Delft, NL", "2024-5-7/2024-5-8"], // a star for a dash
  ["2022-05-19 & 05-20 | Berlin, DE", "2022-5-19/2022-5-20"],
  ["2024-01-27-28 | Calgary, AB, CA", "2024-1-27/2024-1-28"],
  ["2024-12-30 to 2025-01-02 | x", "2024-12-30/2025-1-2"],
  ["9/23. Columbus", "--9-23"],
  ["11/19 - 11/20. Code Sprint", "--11-19/--11-20"],
  ["10/27 and 10/28 Conference", "--10-27/--10-28"],
  ["3/9 Seattle", "--3-9"],
  ["23/9 Seattle", "--9-23"], // no month has that number
  ["Apr 12. Title", "--4-12"],
  ["Feb. 9. Sydney", "--2-9"],
  ["Jul  4. Two blanks", "--7-4"],
  ["Sep 23: Kickoff", "--9-23"], // a colon after the day is no time of day
  ["May 12:30 lunch", null], // but this is
  ["Aug 18-19. RustConf", "--8-18/--8-19"],
  ["Oct 19 & 20. Ann Arbor", "--10-19/--10-20"],
  ["May 30/31. Course", "--5-30/--5-31"],
  ["Nov 26+28, Rome, Italy", "--11-26/--11-28"],
  ["Sep 30 - Oct 1. RustFest", "--9-30/--10-1"],
  ["July 27 - August 2. Days", "--7-27/--8-2"],
  ["February 11, Washington, DC", "--2-11"],
  ["March 13th, DE", "--3-13"],
  ["18. March 2025 | Oslo, NO", "2025-3-18"],
  ["December 8, 2021 | Los Angeles", "2021-12-8"],
  ["June 29. 2021, Dallas", "2021-6-29"],
  ["January 5, 222 | Oslo, NO", "--1-5"], // a year with a typo is none
  ["January 5 , 2022 | Oslo, NO", "--1-5"],
  ["January 5,2 022 | Oslo, NO", "--1-5"],
  ["January 5, 2-22 | Oslo, NO", "--1-5"],
  ["January 5, 2-22, Oslo, NO", "--1-5"],
  ["January 5, 29 | Oslo, NO", "--1-5/--1-29"],
  ["October 2, 2021 - Rust Graphics", "2021-10-2"],
  ["January 19 - Rust Paris", "--1-19"], // a dash before a title is no span
  ["April 5 - 7 Wonders night", "--4-5"], // nor before a title that begins with a number
  ["Dec 30 - Jan 2, 2022 | x", "2021-12-30/2022-1-2"],
  ["Octover 15. Berlin", "--10-15"],
  ["Juen 15. Berlin", "--6-15"],
  ["Tune 15 guitars", null],
  ["Oc 11. Columbus", "--10-11"],
  ["Sept 7. x", "--9-7"],
  ["Dex  6. Rust Roma", "--12-6"],
  ["Jux 6. x", null], // June or July
  ["12 December 2021 | x", "2021-12-12"],
  ["3rd of May, Oslo", "--5-3"],
  ["2025-10-1st | Oslo, NO", "2025-10-1"],
  ["2025-1008 | one dash lost", "2025-10-8"],
  ["202510-08 | the other", "2025-10-8"],
  ["2024-2025 season", null],
  ["2025--10-08 | a dash twice", "2025-10-8"],
  ["2025-10 -08 | a blank too many", "2025-10-8"],
  ["2025-10 08 | a blank for a dash", "2025-10-8"],
  ["2025‑10‑08 | other dashes", "2025-10-8"],
  ["2025_10_08 | none", "2025-10-8"],
  ["2025-10=08 | a sign for the one beside it", "2025-10-8"],
  ["2025-10008 | a figure for it", "2025-10-8"],
  ["2025-010-008 | noughts", "2025-10-8"],
  ["225-10-08 | a figure lost", "--10-8"],
  ["20225-10-08 | one too many", "--10-8"],
  ["99999-10-08 | no year", null],
  ["08.10.2025 | day first", "2025-10-8"],
  ["08-10 October 2025 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["30 October - 2 November 2025 | Oslo, NO", "2025-10-30/2025-11-2"],
  ["7-11 stores in Rust", null],
  ["2025-10-08/09/10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["10-08 | no year", "--10-8"],
  ["10-08 no year, no column", null],
  ["2025-10-08..10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08~10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08, 09, 10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08, 2025-10-09, 2025-10-10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08 -> 2025-10-10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08 → 2025-10-10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["2025-10-08 -- 2025-10-10 | Oslo, NO", "2025-10-8/2025-10-10"],
  ["Jan 28, 29 & 30. Fjord Days", "--1-28/--1-30"],
  ["Feb. 10 -- Fjord Rust", "--2-10"],
  ["Jan 28, 7 & 8 bits", "--1-28"],
  ["2025-10-08 (Wed) - 2025-10-10 (Fri) | Oslo, NO", "2025-10-8/2025-10-10"],
  ["Sun, Jan 28. Fjord Rust", "--1-28"],
  ["(Sat) 2025-10-04 | Oslo, NO", "2025-10-4"],
  ["Sunday evening talks", null],
  ["Sun Microsystems", null],
  ["Rust 2018 edition", null],
  ["No upcoming events", null],
  ["", null],
];

describe("dates as printed", () => {
  test.each(DATES)("%s", (text, expected) => {
    expect(read(text)).toBe(expected?.replace("--", "--") ?? null);
  });

  test.each([
    ["2025-10-08 18:00 CET | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08 (18:00 - 20:00 UTC+2) | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08 | 18:30 | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08T18:30 | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08T18:00:00Z | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08 | Tromsø, NO", " | Tromsø, NO"],
    ["2025-10-08 Wed | Oslo, NO", " | Oslo, NO"],
    ["2025-10-08 (Wed), 6 p.m. | Oslo, NO", " | Oslo, NO"],
    ["Jan 28 (Sun). Fjord Rust", ". Fjord Rust"],
    ["Jan 28, 7pm. Fjord Rust", ". Fjord Rust"],
    ["Jan 28 19:00. Fjord Rust", ". Fjord Rust"],
    ["Feb. 10 -- Fjord Rust", "- Fjord Rust"],
    ["Jan 28, Sunday Talks", ", Sunday Talks"],
    ["Jan 28, Wedel, DE", ", Wedel, DE"],
    ["Jan 28. 7pm Club", ". 7pm Club"],
    ["2025-10-08 | Sun City, AZ, US", " | Sun City, AZ, US"],
    ["2025-10-08 | 1871, Chicago, IL, US", " | 1871, Chicago, IL, US"],
  ])("weekday and time are no part of what follows: %s", (text, rest) => {
    expect(text.slice(datePrefix(text)?.end)).toBe(rest);
  });

  test("the text that follows is left untouched", () => {
    const text = "Sep 30 - Oct 1. RustFest";
    expect(text.slice(datePrefix(text)?.end)).toBe(". RustFest");
  });
});
