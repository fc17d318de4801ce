import { describe, it } from "vitest";
import { A, B, type Case, check, page } from "./cases.ts";

describe("one event with another page", () => {
  it.each<Case>([
    [
      "a hybrid event with a page for each of its headings",
      [
        [
          { url: A, region: "Virtual", mode: "hybrid" },
          { url: B, mode: "hybrid" },
        ],
      ],
      ["05-01:1 05-01:2"],
    ],
    [
      "a recurring page and its number, both printed",
      [[{ url: page("abcdwsygchbsb") }, { url: A }]],
      ["05-01:1 05-01:2"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});

describe("two events with a page each", () => {
  it.each<Case>([
    ["two sessions of a series, one on a wrong day", [[{ url: A }, { url: B }]], ["05-01:1", "05-01:2"]],
    [
      "a session on the day of another, mended a week later",
      [[{ url: A }], [{ url: A }, { url: B }], [{ url: B, start: "2024-05-21" }]],
      ["05-01:1 05-08:1", "05-08:2 05-15:1"],
    ],
  ])("%s", (_, issues, want) => check(issues, want));
});
