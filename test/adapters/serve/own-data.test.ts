import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownData } from "../../../src/adapters/serve/own-data.ts";
import { fileMemory } from "../../../src/adapters/source/memory.ts";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { dataSet, event } from "../../render/events.ts";
import { scratch } from "../cli/program.ts";

const at = scratch();
const warned: string[] = [];
const log = { warn: (message: string) => void warned.push(message) };
const store = async (path: string, newestIssue: string, title: string) => {
  await fileStore(at.path(path)).replace(dataSet([event({ title })], { newestIssue }));
};
const begin = (anew = false) => ownData(at.path("own"), at.path("events.json"), log, anew);
const titleOf = async () => (await fileStore(at.path("own", "events.json")).read()).events[0]?.title;

test("the server's data set is copied from the included one, and again when that changes and is not older", async () => {
  await store("events.json", "2026-03-04", "as it came");
  writeFileSync(at.path("times.json"), "came");
  expect(await begin()).toBe(at.path("own", "events.json"));
  expect(await titleOf()).toBe("as it came");
  expect(readFileSync(at.path("own", "times.json"), "utf8")).toBe("came");

  await store("own/events.json", "2026-03-11", "brought up to date");
  await begin();
  expect(await titleOf()).toBe("brought up to date");

  await store("events.json", "2026-03-04", "corrected, but older");
  await begin();
  expect(await titleOf()).toBe("brought up to date");

  await store("events.json", "2026-03-11", "corrected");
  writeFileSync(at.path("own", "times.json"), "read since");
  await begin();
  expect(await titleOf()).toBe("corrected");
  expect(readFileSync(at.path("own", "times.json"), "utf8")).toBe("read since");

  await store("own/events.json", "2026-03-11", "brought up to date again");
  await begin();
  expect(await titleOf()).toBe("brought up to date again");
  await begin(true);
  expect(await titleOf()).toBe("corrected");
  expect(warned).toEqual([]);
});

describe("a folder that another user can write to", () => {
  const isRoot = process.getuid?.() === 0;
  const plant = {
    "every user may write in, with a link": (path: string) => {
      chmodSync(path, 0o777);
      symlinkSync(at.path("precious"), join(path, "times.json"));
    },
    ...(isRoot && {
      "belongs to another user": (path: string) => chownSync(path, 1_234, 1_234),
      "every user may write in, with another user's file": (path: string) => {
        chmodSync(path, 0o1777);
        chownSync(join(path, "events.json"), 1_234, 1_234);
      },
      "belongs to us by way of another user's link": (path: string) => {
        renameSync(path, `${path}-real`);
        symlinkSync(`${path}-real`, path);
        lchownSync(path, 1_234, 1_234);
      },
    }),
  };

  test.each(Object.entries(plant))("is not used: %s", async (what, make) => {
    const path = at.path(what);
    mkdirSync(path);
    await store(`${what}/events.json`, "2027-01-06", "planted");
    writeFileSync(join(path, "listing.json"), "planted");
    make(path);
    warned.splice(0);
    expect(await ownData(path, at.path("events.json"), log)).toBeNull();
    expect(warned).toEqual([expect.stringMatching(/so the server does not sync: .*(another user|world-writable)/)]);
    const memory = fileMemory(join(path, "listing.json"));
    expect(await memory.load()).toBeNull();
    await memory.save("ours");
    expect(readFileSync(join(path, "listing.json"), "utf8")).toBe("planted");
  });

  test("is used if all files are ours, as in a container volume", async () => {
    mkdirSync(at.path("volume"));
    chmodSync(at.path("volume"), 0o1777);
    for (let round = 0; round < 2; round++)
      expect(await ownData(at.path("volume"), at.path("events.json"), log)).toBe(at.path("volume", "events.json"));
  });

  test("is never created", async () => {
    await ownData(at.path("made", "by", "us"), at.path("events.json"), log);
    expect(statSync(at.path("made", "by", "us")).mode & 0o777).toBe(0o700);
  });
});

test("a folder that is not writable is reported", async () => {
  warned.splice(0);
  writeFileSync(at.path("file"), "");
  expect(await ownData(at.path("file", "folder"), at.path("events.json"), log)).toBeNull();
  expect(warned).toEqual([expect.stringContaining("cannot be written, so the server does not sync: ")]);
  expect(existsSync(at.path("file", "folder"))).toBe(false);
});
