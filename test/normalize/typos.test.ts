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
