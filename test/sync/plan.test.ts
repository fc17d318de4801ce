import { describe, expect, test } from "vitest";
import type { IssueRef } from "../../src/model/event.ts";
import type { IssueFile } from "../../src/ports.ts";
import { planSync } from "../../src/sync/plan.ts";

const file = (issue: string, blob: string): IssueFile => ({ name: `${issue}-this-week-in-rust.md`, issue, blob });

describe("planSync", () => {
  const ref = ({ name: fileName, issue, blob }: IssueFile) => ({
    issue,
    number: null,
    file: fileName,
    blob,
    listings: 0,
  });
  const plan = async (issues: readonly IssueRef[], files: readonly IssueFile[]) => {
    const data = {
      format: 1,
      version: "",
      newestIssue: null,
      attribution: "",
      issues,
      groups: [],
      events: [],
      calls: [],
    } as const;
    const means = { most: 100, readBefore: async () => null, without: new Set<string>() };
    return (await planSync(data, files, means)).plan;
  };
  const known = [file("2025-01-01", "a"), file("2025-01-08", "b")].map(ref);

  test("recognises a renamed file as the same issue", async () => {
    const renamed = { name: "2025-01-01-renamed.md", issue: "2025-01-01", blob: "a" };
    expect((await plan(known, [renamed, file("2025-01-08", "b")])).kind).toBe("rebuild");
  });

  test("orders two issues of the same day by name", async () => {
    const second = { name: "2025-01-08-a-second-one.md", issue: "2025-01-08", blob: "c" };
    const third = { name: "2025-01-08-z-third.md", issue: "2025-01-08", blob: "d" };
    const all = [file("2025-01-01", "a"), file("2025-01-08", "b")];
    expect((await plan(known, [...all, third])).kind).toBe("add");
    expect((await plan(known, [...all, second])).kind).toBe("rebuild");
  });

  test("adds new issues if the source lost an issue", async () => {
    expect(await plan(known, [file("2025-01-08", "b")])).toEqual({ kind: "nothing" });
  });
});
