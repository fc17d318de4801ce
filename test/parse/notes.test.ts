import { expect, test } from "vitest";
import { only, parse } from "./one-issue.ts";

const ROW = "* 2025-10-09 | Oslo, NO | [G](https://example.org/g)";
const EVENT = "[**T**](https://example.org/e)";

test.each([
  ["    * Cancelled", "Cancelled", 0],
  ["        * This event has been postponed.", "This event has been postponed.", 0],
  ["        * Cancelled due to snow", "Cancelled due to snow", 0],
  ["        * Nothing is cancelled, see you there", "", 0],
  ["        * If it snows, this will be cancelled", "", 0],
  ["        * The February meetup was cancelled, see you at this one", "", 0],
  ["        * Postponed from February", "", 0],
  ["        * Bring a laptop, nothing was ever lost here", "", 0],
  ["    * [Livestream](https://example.org/s)", "", 1],
  ["    * [Mirror](https://example.org/s), [Tickets](https://example.org/t)", "", 2],
])("a bullet under an event tells its status and links: %s", (note, printed, links) => {
  const listing = only(`${ROW}\n    * ${EVENT}\n${note}`);
  expect([listing.text, listing.note, listing.links.length]).toEqual(["T", printed, links]);
});

test("a note under one of several events is that one's", () => {
  const { listings } = parse(
    `## Upcoming Events\n\n${ROW}\n    * ${EVENT}\n        * Cancelled\n    * [**U**](https://example.org/u)`,
  );
  expect(listings.map(({ text, note }) => [text, note])).toEqual([
    ["T", "Cancelled"],
    ["U", ""],
  ]);
});

test.each(["–", "—", "**", "\\*", "◦", "‣"])("a bullet may have the sign %s", (sign) => {
  const listing = only(`${ROW.replace("*", sign)}\n    ${sign} ${EVENT}`);
  expect([listing.place, listing.text]).toEqual(["Oslo, NO", "T"]);
});

test("an event without its bullet marker, behind an empty line", () => {
  const { listings, problems } = parse(
    `## Upcoming Events\n\n${ROW}\n\n    ${EVENT}\n\n[Rust](https://example.org/r) is fun.`,
  );
  expect(listings.map(({ text, groups }) => [text, groups.length])).toEqual([["T", 1]]);
  expect(problems.map(({ rule }) => rule)).toEqual(["bullet-marker-missing", "prose"]);
});

test.each([
  "{https://example.org/e}",
  "(https//example.org/e)",
  "(http:s//example.org/e)",
  "(https: //example.org/e)",
  "(https;//example.org/e)",
  "(https://https://example.org/e)",
  "(//example.org/e)",
  "(https://example.org/e]",
  "]](https://example.org/e)",
])("an address misspelt: %s", (address) => {
  expect(only(`${ROW}\n    * [**T**]${address}`).url).toBe("https://example.org/e");
});

test.each([
  "{G}(https://example.org/g)",
  "[Ghttps://example.org/g)",
  "[G]](https://example.org/g) & [H](https://example.org/h)",
])("brackets misspelt: %s", (group) => {
  const { groups } = only(`* 2025-10-09 | Oslo, NO | ${group}\n    * ${EVENT}`);
  expect(groups[0]).toEqual({ name: "G", url: "https://example.org/g" });
});
