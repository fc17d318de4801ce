import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { anyEvents, dataSet } from "../render/events.ts";
import { lintCalendar } from "../render/lint.ts";
import { DOMAIN, type FeedFile, feedPaths, keepFeed } from "./feed-files.ts";
import { PROBES, queriesOver } from "./generated.ts";
import { describeWith } from "./installed.ts";
import { asRead, type Found, readFiles, rowDifferences } from "./read-files.ts";
import type { ReadEvent } from "./readers/lines.ts";
import { READERS, type Reader } from "./readers.ts";

const GENERATED = 200;
const LONG = 300_000;
const SITE = { url: "https://site.example", domain: DOMAIN };
const folder = mkdtempSync(join(tmpdir(), "judges-"));
afterAll(() => rmSync(folder, { recursive: true }));

const seed = Math.trunc(Math.random() * 2 ** 31);
const feeds: FeedFile[] = [];

/**
 * Every feed of the data set over all years and as subscribers get it, feeds of queries over it, and feeds of events with
 * hostile text.
 */
beforeAll(async () => {
  const data = await fileStore(join(import.meta.dirname, "..", "..", "data", "events.json")).read();
  const app = createApp({ store: memoryStore(data), clock: clockAt(data.newestIssue ?? "2026-01-01"), site: SITE });
  const keep = async (from: typeof app, path: string, search: string) =>
    feeds.push(await keepFeed(from, path, search, join(folder, `${feeds.length}.ics`)));
  for (const path of await feedPaths(app)) await keep(app, path, "?from=2014-01-01");
  // What `feeds/` holds: the same without a window of its own (test/adapters/published.test.ts compares the bytes).
  for (const path of await feedPaths(app)) await keep(app, path, "");
  for (const search of fc.sample(queriesOver(data), { numRuns: GENERATED / 2, seed }))
    await keep(app, "/events", search);
  const odd = fc.sample(anyEvents(8), { numRuns: GENERATED / 2, seed }).map((events) => dataSet(events));
  for (const data of [...odd, ...PROBES]) {
    const odd = createApp({ store: memoryStore(data), clock: clockAt("2026-03-05"), site: SITE });
    await keep(odd, "/events", "?from=1970-01-01");
  }
}, LONG);

describe(`every feed of the archive and ${GENERATED} generated ones (seed ${seed})`, () => {
  test("include all events, and have the expected number", () => {
    const events = feeds.reduce((sum, { events }) => sum + events.length, 0);
    console.log(`${feeds.length} feeds with ${events} events`);
    expect(feeds[0]?.asked).toBe("/events.ics?from=2014-01-01");
    expect(feeds[0]?.events.length).toBeGreaterThan(5_000);
    expect(feeds.length).toBeGreaterThan(2 * 400 + GENERATED);
    const empty = feeds.filter(({ asked, events }) => asked.includes("&") && events.length === 0);
    expect(empty.length).toBeLessThan(GENERATED / 3);
  });

  test("pass the strict linter", () => {
    const found = feeds.flatMap(({ asked, bytes }) => lintCalendar(bytes).map((problem) => `${asked}: ${problem}`));
    expect(found.slice(0, 10)).toEqual([]);
  });
});

describe.concurrent("every reader", () => {
  for (const reader of READERS) {
    describeWith(reader)(reader.name, () => {
      test("reads all of them without errors and agrees on every event", { timeout: LONG }, async ({ expect }) => {
        const files = feeds.map(({ file }) => file);
        const found = await readFiles(reader, files, folder, { seconds: LONG / 1_000 });
        const wrong = (feed: FeedFile) => [
          ...(found.problems.get(feed.file) ?? []),
          ...differences(reader, feed, found),
        ];
        const [garbled, good] = [
          feeds.filter((feed) => garbles(reader, feed)),
          feeds.filter((feed) => !garbles(reader, feed)),
        ];
        const said = good.flatMap((feed) => wrong(feed).map((line) => `${feed.asked} ${feed.file}: ${line}`));
        expect(said.slice(0, 10)).toEqual([]);
        // What is known to fail still does, or the list of faults needs mending.
        expect(garbled.flatMap(wrong).length > 0).toBe(reader.garbles !== undefined);
      });
    });
  }
});

function garbles(reader: Reader, { bytes }: FeedFile): boolean {
  return reader.garbles?.on.test(new TextDecoder().decode(bytes).replaceAll("\r\n ", "")) ?? false;
}

/** How what the reader found differs from the JSON. */
function differences(reader: Reader, feed: FeedFile, found: Found): string[] {
  const wanted = feed.events.map((event) => row(reader, asRead(reader, event)));
  const own = (found.events.get(feed.file) ?? []).map((event) => row(reader, event));
  return rowDifferences(wanted, own);
}

function row({ uids }: Reader, { uid, start, end, summary, location }: ReadEvent): string {
  return JSON.stringify([...(uids === false ? [] : [uid]), start, end, summary, location]);
}
