import { beforeAll, describe, expect, test } from "vitest";
import { createIssueParser } from "../../src/parse/issue.ts";
import { archive, archivedIssues } from "../archive.ts";

describe.runIf(archive)("the archive", () => {
  let files: Awaited<ReturnType<typeof archivedIssues>>;
  beforeAll(async () => {
    files = await archivedIssues();
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
