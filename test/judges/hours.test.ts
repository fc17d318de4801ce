import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clockAt } from "../../src/adapters/clock.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { dataSet } from "../render/events.ts";
import { lintCalendar } from "../render/lint.ts";
import { CHANGING, changesOf, eventsAroundChanges } from "./clock-changes.ts";
import { DOMAIN, type FeedFile, keepFeed } from "./feed-files.ts";
import { describeWith } from "./installed.ts";
import { asRead, readFiles, rowDifferences } from "./read-files.ts";
import type { ReadEvent } from "./readers/lines.ts";
import { READERS, type Reader } from "./readers.ts";

const LONG = 120_000;
/** Time zones of viewers. */
const VIEWERS = ["Europe/Berlin", "America/Los_Angeles", "Australia/Sydney"];
const EVENTS = eventsAroundChanges();
const folder = mkdtempSync(join(tmpdir(), "judges-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same feed for each viewer. */
let feeds: readonly (readonly [viewer: string, feed: FeedFile])[];
beforeAll(async () => {
  const data = dataSet(EVENTS, { timed: true });
  const site = { url: "https://site.example", domain: DOMAIN };
  const app = createApp({ store: memoryStore(data), clock: clockAt("2026-03-05"), site });
  const kept = VIEWERS.map(async (viewer, at) => {
    const file = join(folder, `${at}.ics`);
    return [viewer, await keepFeed(app, "/events", "?from=2026-01-01&days=366", file, viewer)] as const;
  });
  feeds = await Promise.all(kept);
});

describe("the feed of events around clock changes", () => {
  test("has two changes of each zone, in local time, or in UTC if that is ambiguous", () => {
    expect(CHANGING.map((zone) => changesOf(zone).length)).toEqual([2, 2, 2, 2]);
    for (const [, { bytes, events }] of feeds) {
      expect(events).toHaveLength(EVENTS.length);
      const text = new TextDecoder().decode(bytes);
      for (const zone of CHANGING) expect(text).toContain(`\r\nBEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`);
      // All events of no zone; of each zone the four that touch the hour.
      const inUtc = EVENTS.filter(({ time }) => time?.timeZone === null).length + 4 * CHANGING.length;
      expect(text.match(/^DTSTART:\d{8}T\d{6}Z\r$/gm)).toHaveLength(inUtc);
    }
  });

  test("passes the strict linter", () => {
    expect(feeds.flatMap(([, { bytes }]) => lintCalendar(bytes))).toEqual([]);
  });
});

describe.concurrent("every reader", () => {
  for (const reader of READERS) {
    describeWith(reader)(reader.name, () => {
      test("agrees on local times and instants, for viewers in three zones", { timeout: LONG }, async ({ expect }) => {
        let mistimed = 0;
        for (const [viewer, { file, events }] of feeds) {
          const found = await readFiles(reader, [file], folder, { env: { TZ: viewer } });
          const [wanted, own] = [events.map((event) => asRead(reader, event)), found.events.get(file) ?? []];
          const rows = (some: readonly ReadEvent[]) => some.map((event) => rowOf(reader, event));
          expect([viewer, found.problems.get(file), rowDifferences(rows(wanted), rows(own))]).toEqual([
            viewer,
            undefined,
            [],
          ]);
          const moments = new Set(own.map(({ uid, here }) => JSON.stringify([uid, here])));
          mistimed += wanted.filter(({ uid, here }) => !moments.has(JSON.stringify([uid, here]))).length;
        }
        // Known errors must still occur, or the list of faults must be updated.
        if (reader.uids !== false) expect(mistimed > 0).toBe(reader.mistimes !== undefined);
      });
    });
  }
});

/** Without moments where the reader is known to get them wrong. */
function rowOf({ uids, mistimes }: Reader, { uid, start, end, here, summary, location }: ReadEvent): string {
  const moments = mistimes?.on.test(summary ?? "") ? "not compared" : here;
  return JSON.stringify([...(uids === false ? [] : [uid]), start, end, moments, summary, location]);
}
