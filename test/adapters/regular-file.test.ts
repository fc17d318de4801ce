import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NoRegularFile, openRegular, readRegular } from "../../src/adapters/regular-file.ts";
import { ODD, pipe } from "./odd-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "regular-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["", "a", "Łódź 🦀\n", "x".repeat(70_000)])("a file is read as it is", (text) => {
  writeFileSync(join(folder, "file"), text);
  expect(readRegular(join(folder, "file")).toString()).toBe(text);
});

test("follows links, and reads files that report a size of 0", () => {
  writeFileSync(join(folder, "there"), "there");
  symlinkSync("there", join(folder, "link"));
  symlinkSync("link", join(folder, "link-to-link"));
  expect(readRegular(join(folder, "link-to-link")).toString()).toBe("there");
  if (process.platform === "linux") expect(readRegular("/proc/self/status").toString()).toContain(`\nPid:\t`);
});

test("reads a file of the maximum size, and rejects one more byte", () => {
  const path = join(folder, "long");
  writeFileSync(path, "x".repeat(2 ** 20));
  expect(readRegular(path, 2 ** 20)).toHaveLength(2 ** 20);
  writeFileSync(path, "x".repeat(2 ** 20 + 1));
  expect(() => readRegular(path, 2 ** 20)).toThrow("it is larger than 1 MiB");
});

describe.each(Object.entries(ODD))("a %s", (what, { make, said }) => {
  test("is rejected, without waiting and without reading much of it", async () => {
    const path = join(folder, what);
    await make(path);
    expect(() => readRegular(path, 2 ** 20)).toThrow(said);
  });
});

test("does not read from a pipe with pending data", async () => {
  const path = join(folder, "full-pipe");
  pipe(path);
  const writer = spawn("sh", ["-c", `echo waits > "$0"`, path]);
  const reader = spawn("cat", [path]);
  try {
    await new Promise((resolve) => reader.stdout.once("data", resolve));
    expect(() => openRegular(path)).toThrow(NoRegularFile);
  } finally {
    writer.kill();
    reader.kill();
  }
});
