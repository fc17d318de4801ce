import { expect, it } from "vitest";
import { withNames } from "../../src/merge/group-names.ts";
import type { EventRecord, GroupRecord } from "../../src/model/event.ts";
import { merged } from "./listings.ts";

const NAMES = ["Rust Oslo", "Oslo Rust", "Rust Olso"];

const group: GroupRecord = {
  slug: "rust-oslo",
  name: "Rust Olso",
  url: null,
  names: NAMES,
  links: [],
  firstSeen: "2022-01-05",
  lastSeen: "2024-05-15",
};

/** One event for each name, listed in the issues of these days. */
function events(prints: readonly (readonly [name: string, ...issues: string[]])[]): EventRecord[] {
  return prints.flatMap(([name, ...issues]) => {
    const listings = [{ by: ["rust-oslo"], start: issues.at(-1) ?? "" }];
    const [event] = merged(issues.map((issue) => ({ issue, listings }))).events;
    return event === undefined ? [] : [{ ...event, groups: [{ slug: "rust-oslo", name, url: null }] }];
  });
}

it.each<[string, Parameters<typeof events>[0], string]>([
  [
    "not the last typo",
    [
      ["Oslo Rust", "2024-04-03", "2024-04-10"],
      ["Rust Olso", "2024-05-15"],
    ],
    "Oslo Rust",
  ],
  [
    "by listings, not by events",
    [
      ["Oslo Rust", "2024-02-07", "2024-02-14"],
      ["Rust Oslo", "2024-05-15"],
    ],
    "Oslo Rust",
  ],
  [
    "of its last year",
    [
      ["Rust Oslo", "2022-01-05", "2022-01-12"],
      ["Oslo Rust", "2024-05-15"],
    ],
    "Oslo Rust",
  ],
  [
    "of equal ones the latest",
    [
      ["Rust Oslo", "2024-05-15"],
      ["Oslo Rust", "2024-02-07"],
    ],
    "Rust Oslo",
  ],
  [
    "that is printed, not made of an address",
    [
      ["Rustoslo", "2024-05-08", "2024-05-15"],
      ["Oslo Rust", "2024-05-01"],
    ],
    "Oslo Rust",
  ],
])("a group has the name that is printed most, %s", (_, prints, name) => {
  expect(withNames([group], events(prints))).toEqual([{ ...group, name }]);
});

it("a group without events keeps its name", () => {
  expect(withNames([group], [])).toEqual([group]);
});
