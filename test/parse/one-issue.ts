import { expect } from "vitest";
import type { PrintedListing } from "../../src/model/printed.ts";
import { parseIssue } from "../../src/parse/issue.ts";

export const END = "If you are running a Rust event please add it to the calendar.";

/** The issue of 2025-10-08 with these lines as its body. */
export function parse(lines: string, name = "2025-10-08-this-week-in-rust.md") {
  return parseIssue({ name, text: `Title: This Week in Rust 620\nNumber: 620\n\n${lines}\n\n${END}\n` });
}

/** The one listing of a section that holds these lines. */
export function only(lines: string): PrintedListing {
  const { listings } = parse(`## Upcoming Events\n\n${lines}`);
  expect(listings).toHaveLength(1);
  return listings[0]!;
}
