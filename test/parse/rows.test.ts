import { expect, test } from "vitest";
import { only, parse } from "./one-issue.ts";

const ROW = "* 2025-10-09 | Oslo, NO | [G](https://example.org/g)";

/** The one listing of a row, `#` standing for its group, with an event under it. */
const row = (text: string) =>
  only(`* ${text.replace("#", "[G](https://example.org/g)")}\n    * [**T**](https://example.org/e)`);

test.each([
  ["a word on the date", "2025-10-09 (tentative) | Oslo, NO | #", "Oslo, NO"],
  ["a status behind the date", "2025-10-09 CANCELLED | Oslo, NO | #", "Oslo, NO"],
  ["a picture behind the date", "2025-10-09 🎉 | Oslo, NO | #", "Oslo, NO"],
  ["a picture before the date", "📅 2025-10-09 | Oslo, NO | #", "Oslo, NO"],
  ["a word before the date", "NEW: 2025-10-09 | Oslo, NO | #", "Oslo, NO"],
  ["date in brackets", "[2025-10-09] | Oslo, NO | #", "Oslo, NO"],
  ["a dash too many", "2025-10-09 - TBD | Oslo, NO | #", "Oslo, NO"],
  ["no date yet", "TBA | Oslo, NO | #", "Oslo, NO"],
  ["no day", "October 2025 | Oslo, NO | #", "Oslo, NO"],
  ["signs twice", "2025-10-09 || Oslo, NO || #", "Oslo, NO"],
  ["place in two columns", "2025-10-09 | Oslo | NO | #", "Oslo, NO"],
  ["its area too", "2025-10-09 | Salem | OR, US | #", "Salem, OR, US"],
  ["a column for the country", "2025-10-09 | Salem, OR | US | #", "Salem, OR, US"],
  ["a column for the mode", "2025-10-09 | Oslo, NO | Hybrid | #", "Oslo, NO, Hybrid"],
  ["the mode first", "2025-10-09 | Virtual | Oslo, NO | #", "Virtual, Oslo, NO"],
  ["place linked to a map", "2025-10-09 | [Oslo, NO](https://example.org/m) | #", "Oslo, NO"],
  ["place behind the group", "2025-10-09 | # | Oslo, NO", "Oslo, NO"],
  ["dashes for signs", "2025-10-09 - Oslo, NO - #", "Oslo, NO"],
  ["commas for signs", "2025-10-09, Oslo, NO, #", "Oslo, NO"],
  ["slashes for signs", "2025-10-09 / Oslo, NO / #", "Oslo, NO"],
  ["other bars for signs", "2025-10-09 ¦ Oslo, NO ¦ #", "Oslo, NO"],
  ["no signs", "2025-10-09 Oslo, NO #", "Oslo, NO"],
  ["backslashes for signs", "2025-10-09 \\ Oslo, NO \\ #", "Oslo, NO"],
  ["letters for signs", "2025-10-09 l Oslo, NO l #", "Oslo, NO"],
  ["the place first", "Oslo, NO | 2025-10-09 | #", "Oslo, NO"],
  ["the date last", "Oslo, NO | # | 2025-10-09", "Oslo, NO"],
  ["all of it linked", "[2025-10-09 | Oslo, NO | G](https://example.org/g)", "Oslo, NO"],
])("odd columns: %s", (_, text, place) => {
  const listing = row(text);
  const groups = listing.groups.map((group) => [group.name, group.url]);
  expect([listing.place, groups, listing.text]).toEqual([place, [["G", "https://example.org/g"]], "T"]);
});

test("a short name in the last column is no code of a country", () => {
  const listing = row("2025-10-09 | Oslo, NO | AB");
  expect([listing.place, listing.groups.map((group) => group.name)]).toEqual(["Oslo, NO", ["AB"]]);
});

test("a date in another column is the date", () => {
  expect(row("Oslo, NO | 2025-10-09 | #").date?.from.day).toBe(9);
});

test("several organisers right behind the place", () => {
  const listing = row("2025-10-09 | Virtual (Oslo, NO) # and [H](https://example.org/h)");
  expect([listing.place, listing.groups.map(({ name }) => name)]).toEqual(["Virtual (Oslo, NO)", ["G", "H"]]);
});

test.each(["8 ", "& ", ". "])("another figure or sign for the bullet's: %s", (sign) => {
  const listing = only(
    `${sign}2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**T**](https://example.org/e)`,
  );
  expect([listing.place, listing.text, listing.date?.from.day]).toEqual(["Oslo, NO", "T", 9]);
});

test("another figure for the bullet's sign of an old line", () => {
  expect(only("8 [Oct 9. Oslo, NO - T](https://example.org/e).").text).toBe(". Oslo, NO - T");
});

test("a date that another one replaces does not count, and a word on the date is a note", () => {
  expect(row("~~2025-10-09~~ 2025-10-16 | Oslo, NO | #").date?.from.day).toBe(16);
  expect(row("2025-10-09 (tentative) | Oslo, NO | #").note).toBe("(tentative)");
});

test.each([
  ["G + [H](https://example.org/h)", ["G", "H"], 0],
  ["# & H", ["G", "H"], 0],
  ["# and others", ["G"], 0],
  ["# (in Norwegian)", ["G"], 0],
  ["[G]", ["G"], 0],
  ["[G]: https://example.org/g", ["G"], 0],
  ["[[G] Fjord](https://example.org/g)", ["[G] Fjord"], 0],
  ["# | [Luma](https://example.org/l)", ["G"], 1],
  ["# ([Meetup](https://example.org/m), [LinkedIn](https://example.org/n))", ["G"], 2],
  ["# | [Home page](https://example.org/w)", ["G"], 1],
  ["# | Postponed to April", ["G"], 0],
])("organisers and links: %s", (text, names, count) => {
  const { groups, links } = row(`2025-10-09 | Oslo, NO | ${text}`);
  expect([groups.map(({ name }) => name), links.length]).toEqual([names, count]);
});

test.each([
  ["# | [T](https://example.org/e) ([stream](https://example.org/s))", ["G"], "https://example.org/e"],
  ["[**T** | G](https://example.org/e)", ["G"], "https://example.org/e"],
  ["**T** | G", ["G"], null],
  ["T | G + H", ["G + H"], null],
])("a row without an event under it: %s", (text, names, url) => {
  const line = `* 2025-10-09 | Oslo, NO | ${text.replace("#", "[G](https://example.org/g)")}`;
  const listing = only(line);
  expect([listing.place, listing.groups.map(({ name }) => name), listing.text, listing.url]).toEqual([
    "Oslo, NO",
    names,
    "T",
    url,
  ]);
});

test.each([
  "**T** ([link](https://example.org/e))",
  "**T** | [RSVP](https://example.org/e)",
  "**T** - <https://example.org/e>",
  "[Tickets](https://example.org/t) | [**T**](https://example.org/e)",
])("a link that is no title: %s", (text) => {
  const listing = only(`* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * ${text}`);
  expect([listing.text, listing.url]).toEqual(["T", "https://example.org/e"]);
});

test("a plain title before such a link", () => {
  const listing = only(`${ROW}\n    * Fjord Meetup: [Register here](https://example.org/e)`);
  expect([listing.text, listing.url]).toEqual(["Fjord Meetup", "https://example.org/e"]);
});

test.each(["Join us on [Meetup](https://example.org/e)", "Hybrid: [Main event page](https://example.org/e)"])(
  "words that lead to a link are no title: %s",
  (text) => {
    expect(text).toContain(`[${only(`${ROW}\n    * ${text}`).text}]`);
  },
);

test.each([
  ["2025-10-09 | Oslo, NO | Rust Oslo, NO | #", "Oslo, NO", ["Rust Oslo, NO", "G"]],
  ["2025-10-09 | Virtual | Women in Rust, US | #", "Virtual", ["Women in Rust, US", "G"]],
  ["2025-10-09 | Oslo, NO | # + Online", "Oslo, NO", ["G"]],
  ["2025-10-09 | Oslo, NO | Hosted by Fjord and #", "Oslo, NO", ["G"]],
  ["2025-10-09 | Oslo, NO | # and Friends", "Oslo, NO", ["G"]],
])("no place and no organiser: %s", (text, place, names) => {
  const listing = row(text);
  expect([listing.place, listing.groups.map(({ name }) => name)]).toEqual([place, names]);
});

test("a further link in a row without an event is the event's, not an organiser's", () => {
  const listing = only(`${ROW} | [Website](https://example.org/e)`);
  expect([listing.groups.map(({ name }) => name), listing.url]).toEqual([["G"], "https://example.org/e"]);
});

test.each(["Main event: fireside chat", "Build your own website", "Mirror neurons in Rust", "Group chat"])(
  "a second event keeps its name: %s",
  (title) => {
    const { listings } = parse(
      `## Upcoming Events\n\n${ROW}\n    * [**T**](https://example.org/e)\n    * [**${title}**](https://example.org/f)`,
    );
    expect(listings.map(({ text }) => text)).toEqual(["T", title]);
  },
);

test.each([
  ["New: [**Info session**](https://example.org/e)", "Info session"],
  ["Workshop: [Register allocation](https://example.org/e)", "Register allocation"],
])("a link that is a title: %s", (text, title) => {
  expect(only(`* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * ${text}`).text).toBe(title);
});

test.each([
  ["CANCELLED | October 9, 2025 | Oslo, NO | **T** | G", "CANCELLED |"],
  ["October 9, 2025 | Oslo, NO | **T** | G | Postponed", "Postponed"],
  ["October 9, 2025 | Oslo, NO | **T* | G", ""],
  ["October 9, 2025 | Oslo, NO | **T | **G", ""],
])("columns inside one link: %s", (text, note) => {
  const listing = only(`* [${text}](https://example.org/e)`);
  expect([listing.text, listing.groups.map(({ name }) => name), listing.note]).toEqual(["T", ["G"], note]);
});

test.each([
  "October 9, 2025 | Oslo, NO | **T** | G](https://example.org/e)",
  "[October 9, 2025 | Oslo, NO | **T** | G(https://example.org/e)",
  "[October 9, 2025 | Oslo, NO | **T** | Ghttps://example.org/e)",
  "[October 9, 2025 | Oslo, NO | **T** | G]](https://example.org/e)",
])("a bracket of the one link lost or twice: %s", (text) => {
  const listing = only(`* ${text}`);
  expect([listing.place, listing.groups, listing.text, listing.url]).toEqual([
    "Oslo, NO",
    [{ name: "G", url: null }],
    "T",
    "https://example.org/e",
  ]);
});
