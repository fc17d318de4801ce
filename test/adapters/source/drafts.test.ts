import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderSource, withDrafts } from "../../../src/adapters/source/folder.ts";
import { githubSource, type Memory } from "../../../src/adapters/source/github.ts";
import { type IssueSource, SourceUnreachable } from "../../../src/ports.ts";
import { type FakeGitHub, fakeGitHub } from "./fake-github.ts";
import { read } from "./read.ts";

const FILES = {
  "content/2024-12-25-this-week-in-rust.md": "# Issue",
  "content/2025-01-01-this-week-in-rust.md": "# Newest issue",
  "draft/2024-12-25-this-week-in-rust.md": "# Left over",
  "draft/2025-01-01-this-week-in-rust.md": "# Left over, too",
  "draft/2025-01-15-this-week-in-rust.md": "# The one after the next",
  "draft/2025-01-08-this-week-in-rust.md": "# Draft – „Entwurf“ 🎄",
  "draft/README.md": "no issue",
};
const drafts = (source: IssueSource) => source.drafts?.().map(({ name, draft }) => ({ name, draft }));
const COMING = ["2025-01-08", "2025-01-15"].map((day) => ({ name: `${day}-this-week-in-rust.md`, draft: true }));

let github: FakeGitHub;
let folder: string;
beforeEach(async () => {
  github = await fakeGitHub(FILES);
  folder = await mkdtemp(join(tmpdir(), "drafts-"));
  for (const part of ["content", "draft", "empty"]) await mkdir(join(folder, part));
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
});
afterEach(async () => {
  await github.close();
  await rm(folder, { recursive: true });
});

const SOURCES: Readonly<Record<string, () => IssueSource>> = {
  github: () =>
    githubSource({ repository: "o/r", api: github.url, raw: github.url, firstWaitMs: 1, tryMs: 300, tries: 2 }),
  folder: () => withDrafts(folderSource(join(folder, "content")), join(folder, "draft")),
};

describe.each(Object.keys(SOURCES))("drafts of a source: %s", (kind) => {
  const source = () => (SOURCES[kind] as () => IssueSource)();

  test("are only those newer than all issues, the next one first, and are not listed as issues", async () => {
    const from = source();
    expect(drafts(from)).toEqual([]);
    const files = await from.list();
    expect(files.map(({ issue, draft }) => [issue, draft])).toEqual([
      ["2024-12-25", undefined],
      ["2025-01-01", undefined],
    ]);
    expect(drafts(from)).toEqual(COMING);
    expect(await Promise.all([...files, ...(from.drafts?.() ?? [])].map((file) => read(from, file)))).toEqual([
      "# Issue",
      "# Newest issue",
      "# Draft – „Entwurf“ 🎄",
      "# The one after the next",
    ]);
  });
});

describe("drafts on GitHub", () => {
  test("need no extra request, and are cached with the issues", async () => {
    let text: string | null = null;
    const memory: Memory = {
      load: async () => text,
      save: async (next) => {
        text = next;
      },
    };
    const source = () => githubSource({ repository: "o/r", api: github.url, raw: github.url, memory });
    await source().list();
    expect(github.requests).toHaveLength(2);
    const again = source();
    await again.list();
    expect(github.requests).toHaveLength(3);
    expect(drafts(again)).toEqual(COMING);
    // What an older release remembered knows of none.
    text = JSON.stringify({ ...JSON.parse(text ?? ""), drafts: undefined });
    const after = source();
    await after.list();
    expect(drafts(after)).toEqual(COMING);
  });

  test("are rejected if they do not match their blob id", async () => {
    const from = source();
    await from.list();
    const [draft] = from.drafts?.() ?? [];
    await expect(from.read({ ...draft!, blob: "0".repeat(40) })).rejects.toThrow(
      /draft\/2025-01-08-\S+: the file does not match its blob id/,
    );
  });

  const source = () => (SOURCES.github as () => IssueSource)();
});

describe("drafts in a folder", () => {
  test("may be missing, but the folder must exist", async () => {
    const issues = folderSource(join(folder, "content"));
    const none = withDrafts(issues, join(folder, "empty"));
    await none.list();
    expect(none.drafts?.()).toEqual([]);
    await expect(withDrafts(issues, join(folder, "missing")).list()).rejects.toBeInstanceOf(SourceUnreachable);
  });
});
