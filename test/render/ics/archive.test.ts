import { fileURLToPath } from "node:url";
import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { clockAt } from "../../../src/adapters/clock.ts";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createApp } from "../../../src/http/app.ts";
import { addDays } from "../../../src/model/date.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { descriptionOf, locationOf, summaryOf } from "../../../src/render/describe.ts";
import { lintCalendar } from "../lint.ts";
import { readBack, readText } from "./read.ts";

const DATA = fileURLToPath(new URL("../../../data/events.json", import.meta.url));

let data: DataSet;
let feed: (path: string) => Promise<Uint8Array>;

beforeAll(async () => {
  data = await fileStore(DATA).read();
  const clock = clockAt(data.newestIssue ?? "");
  const app = createApp({
    store: memoryStore(data),
    clock,
    site: { url: "https://site.example", domain: "site.example" },
  });
  feed = async (path) => {
    const response = await app.request(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  };
});

describe("of the included data set", () => {
  test("every feed is valid", { timeout: 120_000 }, async () => {
    const list = JSON.parse(new TextDecoder().decode(await feed("/feeds.json"))) as { feeds: { path: string }[] };
    expect(list.feeds.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { path } of list.feeds)
      for (const query of ["", "?from=2014-01-01"])
        for (const problem of lintCalendar(await feed(`${path}.ics${query}`)))
          wrong.push(`${path}${query}: ${problem}`);
    expect(wrong).toEqual([]);
  });

  test("every event is parsed correctly by another library", { timeout: 120_000 }, async () => {
    const read = readBack(await feed("/events.ics?from=2014-01-01"));
    const found = new Map(read.map((event) => [readText(event, "uid"), event]));
    expect(found.size).toBe(data.events.length);
    for (const event of data.events) {
      const one = found.get(`${event.id}@site.example`);
      const names = ["summary", "location", "description", "dtstart", "dtend", "sequence", "last-modified"];
      expect(names.map((name) => readText(one, name) ?? null)).toEqual([
        summaryOf(event),
        locationOf(event),
        descriptionOf(event),
        event.start,
        addDays(event.end, 1),
        String(event.revision),
        `${event.updated}T00:00:00Z`,
      ]);
    }
  });

  test("the default feed is far below Google's limit of one megabyte", async () => {
    expect((await feed("/events.ics")).length).toBeLessThan(750_000);
  });

  test("no event has a start time, so no feed has a VTIMEZONE", async () => {
    const calendar = new ICAL.Component(
      ICAL.parse(new TextDecoder().decode(await feed("/events.ics?from=2014-01-01"))),
    );
    expect(calendar.getAllSubcomponents("vtimezone")).toEqual([]);
  });
});
