import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { steadyClock } from "../../../src/adapters/clock.ts";
import { startSyncing } from "../../../src/adapters/serve/syncing.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { type IssueSource, SourceUnreachable, type SyncBook, type SyncState } from "../../../src/ports.ts";
import { FIRST_STATE, syncUnwatched } from "../../../src/sync/unwatched.ts";
import { runs } from "../../runs.ts";
import { onePerIssue, quiet, source } from "../../sync/world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No run takes longer here. */
const LONGEST_RUN = MINUTE;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/**
 * Syncs by a source that answers as `answers` tells, one run after the other; gives when each began, by a clock that nobody
 * sets.
 */
function following(everyMs: number, answers: () => IssueSource) {
  const begun: number[] = [];
  const [log, pipeline, store] = [quiet(), onePerIssue(), memoryStore()];
  async function run(before: SyncState | null): Promise<SyncState> {
    begun.push(performance.now());
    let told = FIRST_STATE;
    const book: SyncBook = {
      load: async () => before,
      begin: async () => undefined,
      end: async (state) => {
        told = state;
      },
    };
    await syncUnwatched({ source: answers(), store, pipeline, log }, book, steadyClock());
    return told;
  }
  const start = (before: SyncState | null) => ({ done: run(before), stop: async () => undefined });
  return { begun, log, syncing: startSyncing({ everyMs, start, ended: async () => undefined, log }) };
}

/** Takes `ms`, and then asks for patience, or answers. */
const asked = (ms: number, waitMs: number | null | "well"): IssueSource => ({
  async list() {
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (waitMs === "well") return source({ "2025-01-01": "x" }).list();
    throw new SourceUnreachable("https://example.org: HTTP 429", waitMs);
  },
  read: (file) => source({ "2025-01-01": "x" }).read(file),
});

const step = fc.record({
  /** What is done to the system's clock, and how much time goes by then. */
  jump: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -80 * DAY, max: 80 * DAY }) },
  ),
  pass: fc.integer({ min: 0, max: 4 * HOUR }),
  runMs: fc.integer({ min: 0, max: LONGEST_RUN / 2 }),
  waitMs: fc.constantFrom(null, null, "well" as const, 0, 1, 2 * HOUR, 40 * DAY, 2 ** 31, Number.POSITIVE_INFINITY),
});

test("syncs once per interval, and never too late, whatever the clock does and the source asks for", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(5 * MINUTE, 6 * HOUR, 7 * DAY),
      fc.array(step, { minLength: 1, maxLength: 20 }),
      async (everyMs, steps) => {
        let now = steps[0];
        const { begun, syncing } = following(everyMs, () => asked(now?.runMs ?? 0, now?.waitMs ?? null));
        for (const each of steps) {
          now = each;
          vi.setSystemTime(Date.now() + each.jump);
          await vi.advanceTimersByTimeAsync(each.pass);
        }
        const gaps = begun.map((at, number) => (begun[number + 1] ?? performance.now()) - at);
        const ended = gaps.slice(0, -1);
        expect(Math.min(...ended)).toBeGreaterThanOrEqual(0.9 * everyMs - 1);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.max(1.1 * everyMs, 6 * HOUR) + LONGEST_RUN);
        await syncing.stop();
      },
    ),
    { numRuns: runs(60) },
  );
});

test("syncs once per interval when the clock jumps 40 days ahead and back while the source asks to wait", async () => {
  const { begun, syncing } = following(HOUR, () => asked(10, 40 * DAY));
  vi.setSystemTime(Date.now() + 40 * DAY);
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(Date.now() - 40 * DAY);
  await vi.advanceTimersByTimeAsync(5 * HOUR);
  expect(begun).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  expect(begun).toHaveLength(2);
  await syncing.stop();
});

test("a run that cannot be started, or ends without a result, is reported, and the next one starts on time", async () => {
  let starts = 0;
  const log = quiet();
  const start = () => {
    starts += 1;
    if (starts === 1) throw new Error("spawn /bin/secret-place EAGAIN");
    return { done: Promise.reject(new Error("by SIGKILL")), stop: async () => undefined };
  };
  const syncing = startSyncing({ everyMs: HOUR, start, ended: async () => undefined, log });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(syncing.state()).toMatchObject({ outcome: "failed", error: { name: "Error" } });
  expect(JSON.stringify(syncing.state())).not.toContain("secret-place");
  expect(log.said.join("\n")).toContain("secret-place");
  await vi.advanceTimersByTimeAsync(1.2 * HOUR);
  expect(starts).toBe(2);
  expect(syncing.state()?.failingSince).not.toBeNull();
  await syncing.stop();
});
