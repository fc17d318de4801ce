import { describe, expect, test } from "vitest";
import { createIssueParser } from "../../src/parse/issue.ts";
import { MENDS, mend } from "../../src/parse/mend.ts";
import { SHAPES } from "../../src/parse/shapes.ts";
import { archive, archivedIssues } from "../archive.ts";
import { END } from "./one-issue.ts";

/** The rules that are traced while an issue with these lines is read. */
function tracedIn(lines: string): readonly string[] {
  const traced: string[] = [];
  const text = `## Upcoming Events\n\n${lines}\n\n${END}\n`;
  createIssueParser((rule) => traced.push(rule)).parse({ name: "2025-10-08-x.md", text });
  return traced;
}

test.each(MENDS)("$rule: its example is mended so, by this rule alone", ({ rule, example: [printed, meant] }) => {
  expect(mend(printed)).toEqual({ text: meant, mended: [rule] });
});

test.each(SHAPES)("$rule: its example has this shape", ({ rule, example: [printed] }) => {
  expect(tracedIn(`* ${printed.replaceAll("(…)", "(https://example.org/)")}`)).toEqual([rule]);
});

test("a rule is traced once for all lines with the same text", () => {
  const line = "* $[Oct 9. Oslo, NO - T](https://example.org/)";
  expect(tracedIn(`${line}\n${line}`)).toEqual(["stray-character-before-the-link", "date-first"]);
});

test("no two rules have the same name", () => {
  const names = [...MENDS, ...SHAPES].map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
});

describe.runIf(archive)("in the archive", () => {
  test("each rule is needed that names no example from outside, and no other is", async () => {
    const counted = new Set<string>();
    const parser = createIssueParser((rule) => counted.add(rule));
    for (const file of await archivedIssues()) parser.parse(file);
    const needed = [...MENDS, ...SHAPES].filter(({ outside }) => outside === undefined).map(({ rule }) => rule);
    expect([...counted].sort()).toEqual(needed.sort());
  });
});
