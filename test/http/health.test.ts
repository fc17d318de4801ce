import { expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import type { SyncState } from "../../src/ports.ts";
import { DATA, SITE, TODAY } from "./service.ts";

const WELL: SyncState = {
  begun: "2026-03-05T01:00:00Z",
  ended: "2026-03-05T01:00:01Z",
  outcome: "nothing",
  took: [],
  lastSuccess: "2026-03-05T01:00:01Z",
  version: DATA.version,
  newestIssue: DATA.newestIssue,
  held: [],
  left: null,
  error: null,
  failingSince: null,
  notBefore: null,
  settled: "no business of anybody's",
};

/** What /health says under `status` and `sync`. */
async function health(syncState?: () => Promise<SyncState | null>) {
  const clock = { today: () => TODAY };
  const app = createApp({ store: memoryStore(DATA), clock, site: SITE, ...(syncState && { syncState }) });
  const { status, sync } = (await (await app.request("/health")).json()) as Record<string, unknown>;
  return { status, sync };
}

test.each<[string, Partial<SyncState>, string]>([
  ["nothing is new", {}, "ok"],
  ["it waits for the rate limit", { outcome: "waited", notBefore: "2026-03-05T02:00:00Z" }, "ok"],
  [
    "it fails",
    { outcome: "failed", failingSince: "2026-03-05T01:00:01Z", error: { name: "E", message: "m" } },
    "degraded",
  ],
  [
    "an issue is held back",
    { outcome: "held", held: [{ file: "2026-03-04-x.md", issue: "2026-03-04", listings: 1, usual: 60 }] },
    "degraded",
  ],
  ["an edited issue is left", { outcome: "left", left: { files: ["2020-01-01-x.md"], because: "b" } }, "degraded"],
])("when %s, the sync is told, and whether somebody is needed", async (_, more, status) => {
  const { settled: _settled, ...told } = { ...WELL, ...more };
  expect(await health(async () => ({ ...WELL, ...more }))).toEqual({ status, sync: told });
});

test("the sync state is null before the first run and if it cannot be read, and missing without a sync", async () => {
  expect(await health(async () => null)).toEqual({ status: "ok", sync: null });
  expect(await health(async () => Promise.reject(new Error("gone")))).toEqual({ status: "ok", sync: null });
  expect(await health()).toEqual({ status: "ok", sync: undefined });
});
