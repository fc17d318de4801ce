import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownData } from "../../../src/adapters/serve/own-data.ts";
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

test("the own data set begins as the one that came, and anew when that is another and no older", async () => {
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

test("where it cannot be kept that is told", async () => {
  writeFileSync(at.path("file"), "");
  expect(await ownData(at.path("file", "folder"), at.path("events.json"), log)).toBeNull();
  expect(warned).toEqual([expect.stringContaining("cannot be written, so nothing new is taken in: ")]);
  expect(existsSync(at.path("file", "folder"))).toBe(false);
});
