import { describe, expect, test } from "vitest";
import { only } from "./one-issue.ts";

describe("a mark of status", () => {
  test.each([
    ["[Cancelled: Mar 13. Oslo, NO - Fjord Rust](https://example.org/e)", "Cancelled:"],
    ["[**POSTPONED** Mar 13. Oslo, NO - Fjord Rust](https://example.org/e)", "POSTPONED"],
    ["[CANCELED] [Mar 13. Oslo, NO - Fjord Rust](https://example.org/e)", "[CANCELED]"],
    ["**Postponed:** [Mar 13. Oslo, NO - Fjord Rust](https://example.org/e).", "Postponed:"],
    ["[~~Mar 13. Oslo, NO - Fjord Rust~~](https://example.org/e)", "~~"],
    ["~~[Mar 13. Oslo, NO - Fjord Rust](https://example.org/e)~~", "~~"],
    ["~~Mar 13. Oslo, NO - Fjord Rust~~", "~~"],
  ])("a mark before or around a listing is a note: %s", (line, note) => {
    const listing = only(`* ${line}`);
    expect([listing.text, listing.note, listing.date?.from.day]).toEqual([". Oslo, NO - Fjord Rust", note, 13]);
  });

  test.each([
    ["Cancelled: 2025-10-09 | Oslo, NO | [G](https://example.org/g)", "Cancelled:"],
    ["[CANCELLED] 2025-10-09 | Oslo, NO | [G](https://example.org/g)", "[CANCELLED]"],
    ["**Postponed** 2025-10-09 | Oslo, NO | [G](https://example.org/g) | Postponed", "Postponed Postponed"],
    ["~~2025-10-09 | Oslo, NO | [G](https://example.org/g)~~", "~~"],
    ["~~2025-10-09~~ | Oslo, NO | [G](https://example.org/g)", ""],
  ])("a mark before or around a row is a note: %s", (row, note) => {
    const listing = only(`* ${row}\n    * [**T**](https://example.org/e)`);
    expect([listing.place, listing.groups.length, listing.note, listing.date?.from.day]).toEqual([
      "Oslo, NO",
      1,
      note,
      9,
    ]);
  });

  test("such a word in a title is no mark", () => {
    const listing = only("* [Cancelled Futures, Mar 13](https://example.org/e)");
    expect([listing.text, listing.note]).toEqual(["Cancelled Futures", ""]);
  });
});
