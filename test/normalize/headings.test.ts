import { expect, test } from "vitest";
import type { KnownListing } from "../../src/model/listing.ts";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { gazetteer } from "./places/gazetteer.ts";

const ADDRESS = "https://www.meetup.com/fjord-rust/events/1";

/** A row as of 2022, or a listing in one line as of 2018, and its issue. */
const FORMS: readonly (readonly [issue: string, line: (place: string) => string])[] = [
  ["2023-01-04", (place) => `* 2023-01-26 | ${place} | [Fjord Rust](${ADDRESS})\n    * [**Boats**](${ADDRESS})`],
  ["2021-10-13", (place) => `* [October 26, 2021, ${place} - Boats - Fjord Rust](${ADDRESS})`],
  ["2018-08-07", (place) => `* [Aug 22. ${place} - Fjord Rust - Boats](${ADDRESS}).`],
];

/** What is read of one listing under a heading, and the rules that report something of it. */
function read(issue: string, heading: string, line: string): { listing: KnownListing; rules: readonly string[] } {
  const text = `## Upcoming Events\n\n### ${heading}\n${line}\n\nIf you are running a Rust event please add it.`;
  const printed = parseIssue({ name: `${issue}-this-week-in-rust.md`, text });
  const { listings, problems } = normalizeIssue(printed, { gazetteer, groups: createGroupIndex(), nearOf: () => [] });
  return { listing: listings[0]!, rules: [...printed.problems, ...problems].map(({ rule }) => rule) };
}

const headings = FORMS.flatMap(([issue, line]) =>
  (
    [
      ["North America", "Copenhagen, DK", ["heading-contradicted"]],
      ["Africa", "Kuala Lumpur, MY", ["heading-contradicted"]],
      ["Europe", "Mountain View, CA, US", ["heading-contradicted"]],
      ["Europe", "Istanbul, TR", []],
      ["Asia", "Istanbul, TR", []],
      ["Asia Pacific", "Sydney, NSW, AU", []],
      ["Europe", "Copenhagen, DK", []],
    ] as const
  ).map(([heading, place, rules]) => ({ issue, heading, place, rules, line: line(place) })),
);

test.each(headings)("$issue: $place under $heading reports $rules", ({ issue, heading, place, rules, line }) => {
  const { listing, rules: reported } = read(issue, heading, line);
  expect(listing.resolved.map(({ country }) => country)).toEqual([place.slice(-2)]);
  expect(reported).toEqual(rules);
});

// What country and heading say together outweighs an area's code; where they differ, the area decides.
const areas = FORMS.flatMap(([issue, line]) =>
  (
    [
      ["Oceania", "Sydney, NS, AU", "Sydney, New South Wales, AU"],
      ["Asia Pacific", "Sydney, NS, AU", "Sydney, New South Wales, AU"],
      ["Virtual", "Sydney, NS, AU", "Sydney, New South Wales, AU"],
      ["Oceania", "Melbourne, FL, AU", "Melbourne, Victoria, AU"],
      ["Oceania", "Perth, ON, AU", "Perth, Western Australia, AU"],
      ["Oceania", "Victoria, BC, AU", "Victoria, AU"],
      ["Oceania", "Perth, WA, US", "Perth, Western Australia, AU"],
      ["Oceania", "Melbourne, VIC, US", "Melbourne, Victoria, AU"],
      ["North America", "Melbourne, VIC, US", "Melbourne, Florida, US"],
      ["North America", "Perth, WA, US", "Washington, US"],
      ["North America", "Toronto, ON, US", "Toronto, Ontario, CA"],
      ["North America", "Vancouver, BC, US", "Vancouver, British Columbia, CA"],
      ["North America", "Vancouver, WA, CA", "Vancouver, British Columbia, CA"],
      ["North America", "Portland, OR, CA", "Portland, Oregon, US"],
      ["Oceania", "Linz, AU", "AU"],
      ["Europe", "Linz, AU", "Linz, Upper Austria, AT"],
    ] as const
  ).map(([heading, place, meant]) => ({ issue, heading, place, meant, line: line(place) })),
);

test.each(areas)("$issue: $place under $heading is $meant, and reported", ({ issue, heading, meant, line }) => {
  const { listing, rules } = read(issue, heading, line);
  const names = listing.resolved.map(({ city, area, country }) => [city, area, country].filter(Boolean).join(", "));
  expect(names).toEqual([meant]);
  expect(rules.some((rule) => rule.startsWith("place-"))).toBe(true);
});

// A word in the title counts where the place column has none.
test.each([
  ["Europe", "Oslo, NO", "Virtual Rust meetup", "virtual"],
  ["Europe", "Oslo, NO", "[Online] Boats", "virtual"],
  ["Europe", "Oslo, NO", "Boats (hybrid)", "hybrid"],
  ["Virtual", "Oslo, NO", "Boats (hybrid)", "hybrid"],
  ["Virtual", "Oslo, NO", "Boats", "virtual"],
  ["Europe", "Oslo, NO", "Virtual machines", "in-person"],
  ["Europe", "In-Person (Oslo, NO)", "[Online] Boats", "in-person"],
  ["Virtual", "Virtual (Oslo, NO)", "Boats (hybrid)", "virtual"],
])("under %s, %s, %s is %s", (heading, place, title, mode) => {
  const row = `* 2023-01-26 | ${place} | [Fjord Rust](${ADDRESS})\n    * [**${title}**](${ADDRESS})`;
  expect(read("2023-01-04", heading, row).listing.mode).toBe(mode);
});
