import { describe, expect, it } from "vitest";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { withoutStatus } from "../../src/normalize/status.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { gazetteer } from "./places/gazetteer.ts";

/** The longest line that is read. */
const LONGEST = 8_000;
const HOSTILE = [
  "[",
  "(",
  "*",
  "**a",
  "_a",
  "`",
  "<",
  "<a",
  "&",
  "&#",
  "](",
  "[](",
  "[a](",
  "![",
  "|",
  "a|",
  "- a",
  "virtual ",
];

/** Milliseconds that an issue takes with such a line as a place, as a title and by itself; each keeps its neighbour. */
function spent(sign: string): number {
  const long = sign.repeat(Math.floor((LONGEST - 100) / sign.length));
  const text = [
    "## Upcoming Events\n\n### Europe",
    `* 2025-10-09 | ${long} | [G](https://example.org/g)\n    * [**T**](https://example.org/t)`,
    `* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**${long}**](https://example.org/t)`,
    `* [Oct 9. ${long}](https://example.org/t)`,
    "* 2025-10-09 | Oslo, NO | [G](https://example.org/g)\n    * [**Talks**](https://example.org/talks)",
  ].join("\n");
  const begun = performance.now();
  const printed = parseIssue({ name: "2025-10-08-this-week-in-rust.md", text });
  const { listings } = normalizeIssue(printed, { gazetteer, groups: createGroupIndex(), nearOf: () => [] });
  expect(listings.at(-1)).toMatchObject({ title: "Talks", start: "2025-10-09" });
  return performance.now() - begun;
}

describe("lines made to be slow", () => {
  // All of them take a second on a busy machine; with the square of their length unbounded, minutes.
  it("cost little, however they are made", { timeout: 60_000 }, () => {
    const slow = HOSTILE.filter((sign) => spent(sign) > 5_000);
    expect(slow).toEqual([]);
  });

  it("a place column of signs is read in linear time", () => {
    expect(withoutStatus("(".repeat(300_000))).toHaveLength(300_000);
    expect(withoutStatus(`Oslo ${"[*".repeat(100_000)}CANCELLED`)).toBe("Oslo");
  });

  it("a mark is still taken off with its signs", () => {
    expect(withoutStatus("**[CANCELLED]** Virtual")).toBe("Virtual");
    expect(withoutStatus("Oslo, NO (cancelled)")).toBe("Oslo, NO");
    expect(withoutStatus("Postponed: Oslo, NO")).toBe("Oslo, NO");
  });
});

it("an issue without a date lists nothing", () => {
  const printed = parseIssue({ name: "draft.md", text: "## Upcoming Events\n\n* 2025-10-09 | Oslo, NO | G" });
  const context = { gazetteer, groups: createGroupIndex(), nearOf: () => [] };
  expect(normalizeIssue(printed, context)).toEqual({ listings: [], problems: [] });
});
