import { beforeAll, describe, expect, test } from "vitest";
import { parsedSpans } from "../../src/parse/inline.ts";
import { createIssueParser } from "../../src/parse/issue.ts";
import { simpleSpans } from "../../src/parse/simple.ts";
import { archive, archivedIssues } from "../archive.ts";

/** Runs as text, neighbouring plain runs joined and white space collapsed: what the parser makes of them. */
function flat(spans: ReturnType<typeof parsedSpans>): string {
  return JSON.stringify(spans.map(({ text, ...rest }) => ({ text: text.replace(/\s+/g, " ").trim(), ...rest })));
}

describe.runIf(archive)("the archive", () => {
  let files: Awaited<ReturnType<typeof archivedIssues>>;
  beforeAll(async () => {
    files = await archivedIssues();
  });

  test("lines read by two patterns are read as remark reads them", () => {
    const lines = new Set(
      files.flatMap(({ text }) => text.split("\n").map((line) => line.replace(/^\s*[*-]\s+/, "").trim())),
    );
    let compared = 0;
    const different: string[] = [];
    for (const line of lines) {
      if (compared === 4_000) break;
      const simple = line.includes("](") && line.length < 2_000 ? simpleSpans(line) : null;
      if (!simple) continue;
      compared++;
      if (flat(simple) !== flat(parsedSpans(line))) different.push(line);
    }
    expect(compared).toBeGreaterThan(1_000);
    expect(different).toEqual([]);
  });

  test("every bullet is a listing or a known non-event, no issue of 2015 on lacks its section", () => {
    const parser = createIssueParser();
    const odd = files.flatMap((file) => {
      const { problems, issue } = parser.parse(file);
      return problems
        .filter(({ rule }) => rule === "bullet-not-understood" || (rule === "section-missing" && issue > "2015"))
        .map(({ line, rule }) => `${file.name}:${line}: ${rule}`);
    });
    expect(odd).toEqual([]);
  });
});
