import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { DataSetBroken, DataSetMissing } from "../../../src/ports.ts";
import { ODD } from "../odd-files.ts";
import { sampleDataSet } from "../sample.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
  path = join(folder, "events.json");
});
afterEach(() => rm(folder, { recursive: true }));

describe("fileStore", () => {
  test("has nothing at first", async () => {
    expect(await fileStore(path).version()).toBeNull();
    await expect(fileStore(path).read()).rejects.toBeInstanceOf(DataSetMissing);
    await expect(fileStore(path).read()).rejects.toThrow("events.json: no data set");
  });

  test("gives back what it was given, and its version without reading it whole", async () => {
    const store = fileStore(path);
    await store.replace(sampleDataSet(3));
    const read = await store.read();
    expect(read).toEqual({ ...sampleDataSet(3), version: read.version });
    expect(await fileStore(path).version()).toBe(read.version);
    await store.replace(sampleDataSet(5));
    expect((await fileStore(path).read()).events).toHaveLength(5);
    expect(await store.version()).not.toBe(read.version);
    expect(await readdir(folder)).toEqual(["events.json"]);
  });

  test("does not touch a file that holds the same, and mends one that only begins the same", async () => {
    await fileStore(path).replace(sampleDataSet(2));
    const { ino } = await stat(path);
    await fileStore(path).replace(sampleDataSet(2));
    expect((await stat(path)).ino).toBe(ino);
    const content = await readFile(path, "utf8");
    await writeFile(path, content.slice(0, -20));
    await fileStore(path).replace(sampleDataSet(2));
    expect(await readFile(path, "utf8")).toBe(content);
  });

  test("makes the folder that is missing", async () => {
    const deep = join(folder, "a", "b", "events.json");
    await fileStore(deep).replace(sampleDataSet(1));
    expect((await fileStore(deep).read()).events).toHaveLength(1);
  });

  test("names the file that is broken, and leaves it as it is", async () => {
    await writeFile(path, '{"half": ');
    await expect(fileStore(path).read()).rejects.toThrow(DataSetBroken);
    await expect(fileStore(path).read()).rejects.toThrow(/events\.json:1: is not valid JSON/);
    await expect(fileStore(path).version()).rejects.toThrow(/events\.json:1: is not a data set/);
    await expect(fileStore(folder).read()).rejects.toThrow(/cannot be read: it is a folder, not a regular file$/);
    expect(await readFile(path, "utf8")).toBe('{"half": ');
  });

  test("keeps the old data set when the new one cannot be written", async () => {
    const store = fileStore(path);
    await store.replace(sampleDataSet(1));
    const before = await readFile(path);
    await expect(store.replace({ ...sampleDataSet(2), events: null as never })).rejects.toThrow();
    if (process.getuid?.() !== 0) {
      await chmod(folder, 0o500);
      await expect(store.replace(sampleDataSet(2))).rejects.toThrow(
        /events\.json: cannot be written, and is unchanged: EACCES/,
      );
      await chmod(folder, 0o700);
    }
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(["events.json"]);
  });

  test("names the file that cannot be written", async () => {
    await writeFile(path, "no folder");
    const below = fileStore(join(path, "events.json"));
    await expect(below.replace(sampleDataSet(1))).rejects.toThrow(/events\.json: cannot be written.*(ENOTDIR|EEXIST)/);
  });

  test.each(Object.entries(ODD))(
    "says that a %s is no data set, waits for nothing, and leaves it",
    async (what, odd) => {
      await odd.make(path);
      const before = await lstat(path);
      if (what !== "link to nothing") {
        await expect(fileStore(path).read()).rejects.toThrow(DataSetBroken);
        await expect(fileStore(path).version()).rejects.toThrow(DataSetBroken);
        await expect(fileStore(path).read()).rejects.toThrow(/events\.json:/);
      }
      expect((await lstat(path)).ino).toBe(before.ino);
    },
  );

  test("writes through a symbolic link", async () => {
    await symlink(join(folder, "real.json"), path);
    await writeFile(join(folder, "real.json"), "");
    await fileStore(path).replace(sampleDataSet(1));
    expect((await fileStore(join(folder, "real.json")).read()).events).toHaveLength(1);
  });

  test("sweeps away what a killed writer left, not what a living one writes", async () => {
    const gone = 2 ** 22 + 1; // above the highest process id
    await writeFile(`${path}.${gone}.tmp`, "half");
    await writeFile(`${path}.${process.ppid}.tmp`, "half");
    await writeFile(`${path}.old`, "not ours");
    await fileStore(path).replace(sampleDataSet(1));
    expect((await readdir(folder)).sort()).toEqual(
      ["events.json", `events.json.${process.ppid}.tmp`, "events.json.old"].sort(),
    );
  });
});
