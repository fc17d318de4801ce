import { describe, expect, test } from "vitest";
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
  const known = [file("2025-01-01", "a"), file("2025-01-08", "b")].map(ref);

  test("takes a renamed file for what it is: the same issue under another name", () => {
    const renamed = { name: "2025-01-01-renamed.md", issue: "2025-01-01", blob: "a" };
    expect(planSync(known, [renamed, file("2025-01-08", "b")]).kind).toBe("rebuild");
  });

  test("takes two issues of one day by name", () => {
    const second = { name: "2025-01-08-a-second-one.md", issue: "2025-01-08", blob: "c" };
    const third = { name: "2025-01-08-z-third.md", issue: "2025-01-08", blob: "d" };
    const all = [file("2025-01-01", "a"), file("2025-01-08", "b")];
    expect(planSync(known, [...all, third]).kind).toBe("add");
    expect(planSync(known, [...all, second]).kind).toBe("rebuild");
  });

  test("does not mind that the source lost an issue", () => {
    expect(planSync(known, [file("2025-01-08", "b")])).toEqual({ kind: "nothing" });
  });
});
