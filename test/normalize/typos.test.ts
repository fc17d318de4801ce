import { expect, test } from "vitest";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { gazetteer } from "./places/gazetteer.ts";

/** What is read of an issue with this one line. */
function read(issue: string, line: string) {
  const text = `## Upcoming Events\n\n* ${line}\n\nIf you are running a Rust event please add it.`;
  const printed = parseIssue({ name: `${issue}-this-week-in-rust.md`, text });
  const { listings } = normalizeIssue(printed, { gazetteer, groups: createGroupIndex(), nearOf: () => [] });
  return listings.map(({ mode, title, groups }) => [mode, title, groups.map(({ name }) => name).join()]);
}

test.each([
  ["Jan 8.. Oslo, NO - Boats", "Boats"],
  ["Jan 8/ Oslo, NO - Boats", "Boats"],
  ["Jan 8. ./boats.rs", "./boats.rs"],
])("punctuation behind the date is no part of the title: %s", (text, title) => {
  expect(read("2019-01-01", `[${text}](https://fjord.example/1)`)[0]?.[1]).toBe(title);
});

test.each([
  ["Fjord Rsut Meetup - Boats", "Fjord Rsut Meetup"],
  ["Fjord Rust Meeetup - Boats", "Fjord Rust Meeetup"],
  ["Fjord Rust Meetup 7 - Boats", ""],
])("a group is found by its link in spite of a typo in its name, not of a number: %s", (title, group) => {
  expect(read("2017-01-03", `[Jan 8. ${title}](https://www.meetup.com/Fjord-Rust-Meetup/events/1/)`)).toEqual([
    [null, title, group],
  ]);
});

test.each([
  ["Virtua; (Oslo, NO)", "virtual"],
  ["Virtual, (Oslo, NO)", "virtual"],
  ["Hybird (Oslo, NO)", "hybrid"],
])("a mode is read in spite of a typo: %s", (place, mode) => {
  const row = `2025-01-08 | ${place} | [Fjord](https://fjord.example/) | [**Boats**](https://fjord.example/1)`;
  expect(read("2025-01-01", row)[0]?.[0]).toBe(mode);
});

test.each([
  ["Virtuall (Oslo, NO)", "virtual"],
  ["VVirtual (Oslo, NO)", "virtual"],
  ["Hhybrid (Oslo, NO)", "hybrid"],
  ["Virtual andIn-Person (Oslo, NO)", "hybrid"],
  ["Virtuala nd In-Person (Oslo, NO)", "hybrid"],
])("a letter too many or a space out of place changes no mode: %s", (place, mode) => {
  const row = `2025-01-08 | ${place} | [Fjord](https://fjord.example/) | [**Boats**](https://fjord.example/1)`;
  expect(read("2025-01-01", row)[0]?.[0]).toBe(mode);
});

test.each([
  ["Rsut Atlanta - Boats", "Rust Atlanta"],
  ["R ust Atlanta - Boats", "Rust Atlanta"],
  ["Rus tAtlanta - Boats", "Rust Atlanta"],
  ["Rust Atlant a- Boats", "Rust Atlanta"],
  ["Rust Atlanta -B oats", "Rust Atlanta"],
  ["Rust Atlanta = Boats", "Rust Atlanta"],
  ["Rust Atlanta -- Boats", "Rust Atlanta"],
  ["ColumbusRust Society - Boats", "Columbus Rust Society"],
  ["Columbus Rust Soicety - Boats", "Columbus Rust Society"],
  ["Houston Linux Users Gruop - Boats", "Houston Linux Users Group"],
  ["Mozzilla Philippines - Boats", "Mozilla Philippines"],
  ["Just Boats - Boats", ""],
  ["RustBoats - Boats", ""],
  ["Rust Workhsop - Boats", ""],
  ["Rust Febuary Boats - Boats", ""],
])("before 2020-12, the group that a title begins with is found in spite of a typo: %s", (title, group) => {
  expect(read("2017-01-03", `[Jan 8. ${title}](https://fjord.example/1)`)).toEqual([[null, title, group]]);
});

test.each([
  ["South Florida Rsut - Boats", "South-Florida-Rust-Meetup"],
  ["S outh Florida Rust - Boats", "South-Florida-Rust-Meetup"],
  ["South Florida Rust - Boats", "South-Florida-Rust-Metup"],
  ["South Florida Rust - Boats", "South-FloridaRust-Meetup"],
  ["South Florida Rust: Boats", "/South-Florida-Rust-Meetup"],
])("a group is found by its link in spite of a typo in one of both: %s, %s", (title, group) => {
  const [[, , found] = []] = read("2017-01-03", `[Jan 8. ${title}](https://www.meetup.com/${group}/events/1/)`);
  expect(found).toBe(title.split(/:| -/)[0]!);
});

test.each(["Remote", "Rmote", "Remtoe", "R emote", "Onlin"])("a part “%s” before the title is the mode", (word) => {
  expect(read("2020-06-02", `[Jun 8. Oslo, NO - ${word} - Boats](https://fjord.example/1)`)).toEqual([
    ["virtual", "Boats", ""],
  ]);
});

test.each(["Dallas, TX, S", "Dallas, TX, UUS", "Dallas, TX, U", "dallas, TX, US", "Dallas, TX, U S"])(
  "a typo in the country or the first letter stays out of the title: %s",
  (place) => {
    const line = `[Sep 29. ${place} - Dallas Rust - Boats](https://www.meetup.com/Dallas-Rust/events/1/)`;
    expect(read("2020-09-23", line)).toEqual([["in-person", "Dallas Rust - Boats", "Dallas Rust"]]);
  },
);

test("a last part with a typo in Monthly is still one gathering", () => {
  const line = "[October 9, 2021 - Rust Fjords Discord - Rust Fjords Montly Meetup](https://discord.gg/fjord)";
  expect(read("2021-10-06", line)).toEqual([["virtual", "Rust Fjords Montly Meetup", "Rust Fjords Discord"]]);
});

test.each([
  ["Camp Vadodra, Gujarat", "Camp Vadodra, Gujarat"],
  ["Rust Days - Dotmund, Germany", "Rust Days - Dotmund, Germany"],
  ["Triangle Rustaceans Duhram, NC - Boats", "Triangle Rustaceans Duhram, NC - Boats"],
  ["St. Petesrburg, Russia - Boats", "Boats"],
  ["Crate Workshop, Darmsatdt/Germany", "Crate Workshop, Darmsatdt/Germany"],
  ["Rust Days 2017, Mexcio City", "Rust Days 2017, Mexcio City"],
])("a town with a typo is found with its country or area: %s", (text, title) => {
  expect(read("2017-06-06", `[Jun 13. ${text}](https://fjord.example/1)`)[0]?.slice(0, 2)).toEqual([
    "in-person",
    title,
  ]);
});

test.each(["Boats, Germany and others", "Rust, Tokyo and others - Boats", "Rust, Actix"])(
  "a comma alone makes no place: %s",
  (text) => {
    expect(read("2017-06-06", `[Jun 13. ${text}](https://fjord.example/1)`)[0]?.[0]).toBeNull();
  },
);

test.each([
  ["Rust Edinbrugh - Boats", "https://fjord.example/1", "Rust Edinburgh"],
  ["Rust eEdinburgh - Boats", "https://fjord.example/1", "Rust Edinburgh"],
  ["Edinburgh Rust - Boats", "https://fjord.example/1", "Edinburgh Rust"],
  ["Ediburgh Rust - Boats", "https://fjord.example/1", "Edinburgh Rust"],
  ["Edinburgh Rust - Boats", "https://www.meetup.com/fjord/events/1/", ""],
])("before 2020-12, the printed town shows who meets, typos or not: %s, %s", (title, url, group) => {
  expect(read("2020-03-10", `[Mar 26. Edinburgh, GB - ${title}](${url})`)).toEqual([["in-person", title, group]]);
});

test.each(["1[/11. Boats", "J[an 11. Boats", "[1/11. Boats"])(
  "a bracket behind a date's first character: %s",
  (text) => {
    expect(read("2016-01-04", `${text}](https://fjord.example/1)`)).toEqual([[null, "Boats", ""]]);
  },
);
