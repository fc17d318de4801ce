import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { blobId } from "../../../src/adapters/source/blob.ts";
import { folderSource } from "../../../src/adapters/source/folder.ts";
import { issueDate } from "../../../src/adapters/source/names.ts";
import { SourceUnreachable } from "../../../src/ports.ts";
import { read } from "./read.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "source-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("names every file as git does", async () => {
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
  const source = folderSource(join(folder, "a"), join(folder, "b"));
  const files = await source.list();
  expect(await Promise.all(files.map((file) => read(source, file)))).toEqual(["old", "new"]);
});

test.each([
  ["whole", "Łódź 🦀"],
  ["cut within a character", Buffer.from("Łódź 🦀").subarray(0, -1)],
  ["one of which holds a zero", "a\0b"],
])("reads many texts as each by itself: %s", async (_, odd) => {
  const texts = Array.from({ length: 40 }, (_, at) => (at % 7 === 3 ? odd : `# Größe ${at}\n`));
  for (const [at, text] of texts.entries()) await writeFile(join(folder, `2025-01-08-${100 + at}.md`), text);
  const source = folderSource(folder);
  const files = await source.list();
  const given = await Promise.all(files.map((file) => read(source, file)));
  expect(given).toEqual(texts.map((text) => Buffer.from(text).toString("utf8")));
});

test("says what is wrong with a folder", async () => {
  const missing = join(folder, "missing");
  await expect(folderSource(missing).list()).rejects.toThrow(SourceUnreachable);
  await expect(folderSource(missing).list()).rejects.toThrow(/missing: cannot be read: .*ENOENT/);
  await expect(folderSource(folder).list()).rejects.toThrow(/holds no issue, no file named like/);
});

test("gives no text but the one that was listed", async () => {
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

test("says which file cannot be read", async () => {
  await mkdir(join(folder, "2025-01-08-issue.md"));
  await expect(folderSource(folder).list()).rejects.toThrow(/2025-01-08-issue\.md: cannot be read: .*EISDIR/);
});
