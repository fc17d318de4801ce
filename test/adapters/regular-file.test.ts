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

test("so is one by way of links, and one that says it is empty", () => {
  writeFileSync(join(folder, "there"), "there");
  symlinkSync("there", join(folder, "link"));
  symlinkSync("link", join(folder, "link-to-link"));
  expect(readRegular(join(folder, "link-to-link")).toString()).toBe("there");
  if (process.platform === "linux") expect(readRegular("/proc/self/status").toString()).toContain(`\nPid:\t`);
});

test("a file of so many bytes is read, one of a byte more is not", () => {
  const path = join(folder, "long");
  writeFileSync(path, "x".repeat(2 ** 20));
  expect(readRegular(path, 2 ** 20)).toHaveLength(2 ** 20);
  writeFileSync(path, "x".repeat(2 ** 20 + 1));
  expect(() => readRegular(path, 2 ** 20)).toThrow("it is larger than 1 MiB");
});

describe.each(Object.entries(ODD))("a %s", (what, { make, said }) => {
  test("is no file: nobody waits for it, and little of it is read", async () => {
    const path = join(folder, what);
    await make(path);
    expect(() => readRegular(path, 2 ** 20)).toThrow(said);
  });
});

test("nothing is taken out of a pipe in which something waits", async () => {
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
