import { expect, test } from "vitest";
import { githubSource } from "../../../src/adapters/source/github.ts";
import { MOST_ISSUE_BYTES } from "../../../src/adapters/source/issue-size.ts";
import { fakeGitHub } from "./fake-github.ts";

test("files on GitHub that are too large are skipped with a warning, and not fetched", async () => {
  const github = await fakeGitHub({
    "content/2025-01-08-issue.md": "x".repeat(MOST_ISSUE_BYTES),
    "content/2025-01-15-issue.md": "x".repeat(MOST_ISSUE_BYTES + 1),
    "draft/2025-01-22-issue.md": "x".repeat(MOST_ISSUE_BYTES + 1),
  });
  const warned: string[] = [];
  try {
    const log = { warn: (message: string) => void warned.push(message) };
    const source = githubSource({ repository: "o/r", api: github.url, raw: github.url, log });
    expect((await source.list()).map(({ name }) => name)).toEqual(["2025-01-08-issue.md"]);
    expect(source.drafts?.()).toEqual([]);
  } finally {
    await github.close();
  }
  expect(warned).toEqual([
    '"content/2025-01-15-issue.md": skipped: it is larger than 4 MiB',
    '"draft/2025-01-22-issue.md": skipped: it is larger than 4 MiB',
  ]);
});
