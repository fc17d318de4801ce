import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blobId } from "../../../src/adapters/source/blob.ts";
import { folderSource, withDrafts } from "../../../src/adapters/source/folder.ts";
import { MOST_ISSUE_BYTES } from "../../../src/adapters/source/issue-size.ts";
import { issueDate } from "../../../src/adapters/source/names.ts";
import { SourceUnreachable } from "../../../src/ports.ts";
import { putOdd } from "../odd-files.ts";
import { read } from "./read.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "source-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("computes blob ids like git", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(await blobId(bytes(""))).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"); // git hash-object /dev/null
  expect(await blobId(bytes("hello\n"))).toBe("ce013625030ba8dba906f756967f9e9ca394464a"); // echo hello | git hash-object --stdin
});

test.each([
  ["2025-01-08-this-week-in-rust.md", "2025-01-08"],
  ["2020-12-9-this-week-in-rust.md", "2020-12-09"],
  ["2013-06-07-this-week-in-rust.markdown", "2013-06-07"],
  ["2025-02-30-this-week-in-rust.md", null], // no such day
  ["2025-01-08.md", "2025-01-08"],
  ["2025-01-081-this.md", null],
  ["2025-01-08-this-week-in-rust.txt", null],
  ["notes-2025-01-08-this.md", null],
])("%s is of %s", (name, date) => {
  expect(issueDate(name)).toBe(date);
});

test("lists issues by date, not by name, and reads them", async () => {
  for (const day of ["2020-12-16", "2020-12-9", "2020-11-30"]) await writeFile(join(folder, `${day}-issue.md`), day);
  await writeFile(join(folder, "README.md"), "no issue");
  const source = folderSource(folder);
  const files = await source.list();
  expect(files.map(({ name }) => name)).toEqual(["2020-11-30-issue.md", "2020-12-9-issue.md", "2020-12-16-issue.md"]);
  expect(await read(source, files[1]!)).toBe("2020-12-9");
});

test("reads several folders as one, the last one's files first", async () => {
  for (const part of ["a", "b"]) await mkdir(join(folder, part));
  await writeFile(join(folder, "a", "2025-01-01-issue.md"), "old");
  await writeFile(join(folder, "a", "2025-01-08-issue.md"), "old");
  await writeFile(join(folder, "b", "2025-01-08-issue.md"), "new");
  const source = folderSource([join(folder, "a"), join(folder, "b")]);
  const files = await source.list();
  expect(await Promise.all(files.map((file) => read(source, file)))).toEqual(["old", "new"]);
});

test.each([
  ["whole", "Łódź 🦀"],
  ["cut within a character", Buffer.from("Łódź 🦀").subarray(0, -1)],
  ["one of which holds a zero", "a\0b"],
])("reads many files like single ones: %s", async (_, odd) => {
  const texts = Array.from({ length: 40 }, (_, at) => (at % 7 === 3 ? odd : `# Größe ${at}\n`));
  for (const [at, text] of texts.entries()) await writeFile(join(folder, `2025-01-08-${100 + at}.md`), text);
  const source = folderSource(folder);
  const files = await source.list();
  const given = await Promise.all(files.map((file) => read(source, file)));
  expect(given).toEqual(texts.map((text) => Buffer.from(text).toString("utf8")));
});

test("reports errors of a folder", async () => {
  const missing = join(folder, "missing");
  await expect(folderSource(missing).list()).rejects.toThrow(SourceUnreachable);
  await expect(folderSource(missing).list()).rejects.toThrow(/missing: cannot be read: .*ENOENT/);
  await expect(folderSource(folder).list()).rejects.toThrow(/contains no issues \(files named like/);
});

test("returns the text at the time of listing", async () => {
  const path = join(folder, "2025-01-08-issue.md");
  await writeFile(path, "first");
  const source = folderSource(folder);
  const [file] = await source.list();
  await writeFile(path, "second");
  expect(await read(source, file!)).toBe("first");
  const [again] = await source.list();
  expect(await read(source, again!)).toBe("second");
  await expect(source.read({ name: "2025-01-01-other.md", issue: "2025-01-01", blob: "" })).rejects.toThrow(/not in/);
});

describe("a path that is named like an issue but is not one", () => {
  const warned: string[] = [];
  const log = { warn: (message: string) => void warned.push(message) };
  beforeEach(() => void warned.splice(0));

  test("is skipped with a warning, without waiting and without reading much of it", async () => {
    await writeFile(join(folder, "2025-01-08-issue.md"), "there");
    await symlink("2025-01-08-issue.md", join(folder, "2025-01-15-link.md"));
    await mkdir(join(folder, "x.md"));
    const odd = await putOdd(folder, "2025-01-22");
    const source = folderSource(folder, log);
    const files = await source.list();
    expect(files.map(({ name }) => name)).toEqual(["2025-01-08-issue.md", "2025-01-15-link.md"]);
    expect(await Promise.all(files.map((file) => read(source, file)))).toEqual(["there", "there"]);
    expect(warned).toHaveLength(odd.size);
    for (const [name, said] of odd) {
      const told = warned.find((message) => message.startsWith(`${join(folder, name)}: skipped: `));
      expect(told, name).toMatch(said);
    }
  });

  test("does not hide an issue with the same name in another folder", async () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    for (const [part, text] of [
      [one, "one"],
      [two, "two"],
    ] as const) {
      await mkdir(part);
      await writeFile(join(part, "2025-01-08-issue.md"), text);
    }
    await writeFile(join(one, "2025-01-15-issue.md"), "one");
    await mkdir(join(two, "2025-01-15-issue.md"));
    const source = folderSource([one, two], log);
    const files = await source.list();
    expect(await Promise.all(files.map((file) => read(source, file)))).toEqual(["two", "one"]);
    expect(warned).toEqual([expect.stringContaining(join(two, "2025-01-15-issue.md"))]);
  });

  test("is also reported for drafts", async () => {
    await mkdir(join(folder, "draft"));
    await writeFile(join(folder, "2025-01-08-issue.md"), "issue");
    await writeFile(join(folder, "draft", "2025-01-15-draft.md"), "draft");
    const odd = await putOdd(join(folder, "draft"), "2025-01-22");
    const source = withDrafts(folderSource(folder, log), join(folder, "draft"), log);
    await source.list();
    expect(source.drafts?.().map(({ name }) => name)).toEqual(["2025-01-15-draft.md"]);
    expect(warned).toHaveLength(odd.size);
  });

  test("may be the only one in the folder", async () => {
    await mkdir(join(folder, "2025-01-08-issue.md"));
    await expect(folderSource(folder, log).list()).rejects.toThrow(/contains no issues/);
    expect(warned).toEqual([expect.stringMatching(/2025-01-08-issue\.md: skipped: it is a folder/)]);
  });

  test.each([
    ["is not UTF-8", [0xff]],
    ["would move the cursor of a terminal", [0x1b, 0x5b, 0x41]],
  ])("may have a name that %s", async (_, odd) => {
    await writeFile(join(folder, "2025-01-08-issue.md"), "issue");
    await writeFile(Buffer.concat([Buffer.from(`${folder}/2025-01-15-`), Buffer.from(odd), Buffer.from(".md")]), "");
    expect(await folderSource(folder, log).list()).toHaveLength(1);
    expect(warned).toEqual([expect.stringMatching(/2025-01-15-[ -~\ufffd]+\.md": skipped: its name is not UTF-8/)]);
  });

  test("may be too large by one byte", async () => {
    await writeFile(join(folder, "2025-01-08-issue.md"), "x".repeat(MOST_ISSUE_BYTES));
    await writeFile(join(folder, "2025-01-15-issue.md"), "x".repeat(MOST_ISSUE_BYTES + 1));
    await writeFile(join(folder, "2025-01-22-issue.md"), "after it");
    const source = folderSource(folder, log);
    const texts = await Promise.all((await source.list()).map((file) => read(source, file)));
    expect(texts.map(({ length }) => length)).toEqual([MOST_ISSUE_BYTES, "after it".length]);
    expect(warned).toEqual([expect.stringMatching(/2025-01-15-issue\.md: skipped: it is larger than 4 MiB/)]);
  });
});

test("an issue that cannot be read is an error", async () => {
  const isRoot = process.getuid?.() === 0;
  await chmod(folder, 0o755);
  await writeFile(join(folder, "2025-01-08-issue.md"), "issue", { mode: 0 });
  // The superuser may read everything.
  if (isRoot) process.seteuid?.(65_534);
  try {
    await expect(folderSource(folder).list()).rejects.toThrow(/2025-01-08-issue\.md: cannot be read: EACCES/);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});
