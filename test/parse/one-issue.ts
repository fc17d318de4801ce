import { expect } from "vitest";
import type { PrintedIssue } from "../../src/model/printed.ts";
import { parseIssue } from "../../src/parse/issue.ts";

export const END = "If you are running a Rust event please add it to the calendar.";

/** The issue of 2025-10-08 with these lines as its body. */
export function parse(lines: string, name = "2025-10-08-this-week-in-rust.md") {
  const text = `Title: This Week in Rust 620\nNumber: 620\n\n${lines}\n\n${END}\n`;
  return flat(parseIssue({ name, text }));
}

/** The one listing of a section that holds these lines. */
export function only(lines: string) {
  const { listings } = parse(`## Upcoming Events\n\n${lines}`);
  expect(listings).toHaveLength(1);
  return listings[0]!;
}

/** An issue whose listings have what they say beside where they stand. */
export function flat(issue: PrintedIssue) {
  return { ...issue, listings: issue.listings.map(({ content, ...place }) => ({ ...place, ...content })) };
}
