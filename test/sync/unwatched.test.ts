import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { addDays } from "../../src/model/date.ts";
import {
  type EventStore,
  type IssueSource,
  SourceUnreachable,
  StoreUnreachable,
  type SyncBook,
  type SyncState,
} from "../../src/ports.ts";
import { FIRST_STATE, syncUnwatched } from "../../src/sync/unwatched.ts";
import { name, onePerIssue, quiet, run, source } from "./world.ts";

const HOUR = 3_600_000;
const START = Date.parse("2025-03-01T00:00:00Z");
const at = (hour: number) => new Date(START + hour * HOUR).toISOString();

function book(): SyncBook & { state: SyncState | null; begun: string[] } {
  return {
    state: null,
    begun: [],
    async load() {
      return this.state;
    },
    async begin(instant) {
      this.begun.push(instant);
    },
    async end(state) {
      this.state = state;
    },
  };
}

/** A sync that runs on the hour and takes no time. */
function hourly(store: EventStore = memoryStore()) {
  const [kept, log, pipeline] = [book(), quiet(), onePerIssue()];
  const go = (hour: number, from: IssueSource) =>
    syncUnwatched({ source: from, store, pipeline, log }, kept, () => START + hour * HOUR);
  return { kept, log, go, store, pipeline };
}

const down = (waitMs: number | null = null): IssueSource => ({
  list: () => Promise.reject(new SourceUnreachable("https://example.org/commits: HTTP 500", waitMs)),
  read: () => Promise.reject(new Error("not listed")),
});
const weeks = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, week) => [addDays("2025-01-01", 7 * week), `v w x y ${week}`]));

describe("an unattended sync", () => {
  test("reports what it added, and when it last had nothing to do", async () => {
    const { go, kept } = hourly();
    const first = await go(0, source(weeks(2)));
    expect(first).toEqual({
      ...FIRST_STATE,
      begun: at(0),
      ended: at(0),
      outcome: "added",
      took: [name("2025-01-01"), name("2025-01-08")],
      lastSuccess: at(0),
      version: "2025-01-08-1",
      newestIssue: "2025-01-08",
    });
    expect(kept).toMatchObject({ state: first, begun: [at(0)] });
    const second = await go(1, source(weeks(2)));
    expect(second).toMatchObject({ outcome: "nothing", took: [], lastSuccess: at(1), settled: expect.any(String) });
    const third = await go(2, source(weeks(2)));
    expect(third).toEqual({ ...second, begun: at(2), ended: at(2), lastSuccess: at(2) });
  });

  test("reports why and since when it fails, keeps the rest of the state, and recovers", async () => {
    const { go } = hourly();
    await go(0, source(weeks(2)));
    const error = { name: "SourceUnreachable", message: "https://example.org/commits: HTTP 500" };
    const failed = await go(1, down());
    expect(failed).toMatchObject({ outcome: "failed", error, failingSince: at(1), lastSuccess: at(0), took: [] });
    expect(failed).toMatchObject({ newestIssue: "2025-01-08", version: "2025-01-08-1", notBefore: null });
    expect(await go(2, down())).toMatchObject({ ended: at(2), failingSince: at(1), lastSuccess: at(0) });
    expect(await go(3, source(weeks(3)))).toMatchObject({ outcome: "added", error: null, failingSince: null });
    expect(await go(4, down())).toMatchObject({ failingSince: at(4), lastSuccess: at(3) });
  });

  test("waits as long as the source asks, at most six hours", async () => {
    const { go, kept } = hourly();
    expect((await go(0, down(2 * HOUR))).notBefore).toBe(at(2));
    const untouched: IssueSource = { ...down(), list: () => Promise.reject(new SourceUnreachable("asked")) };
    expect(await go(1, untouched)).toMatchObject({
      outcome: "waited",
      begun: at(1),
      error: { name: "SourceUnreachable" },
      failingSince: at(0),
      notBefore: at(2),
    });
    expect(kept.begun).toEqual([at(0)]);
    expect((await go(2, untouched)).error?.message).toBe("asked");
    expect((await go(3, down(1e12))).notBefore).toBe(at(9));
    expect(await go(9, source(weeks(1)))).toMatchObject({ outcome: "added", notBefore: null });
  });

  test("syncs when the clock is set back, and reports no times in the future", async () => {
    const { go } = hourly();
    const ahead = 40 * 24;
    await go(ahead, source(weeks(1)));
    expect((await go(ahead + 1, down(6 * HOUR))).notBefore).toBe(at(ahead + 7));
    expect(await go(1, down(2 * HOUR))).toMatchObject({
      outcome: "failed",
      lastSuccess: at(1),
      failingSince: at(1),
      notBefore: at(3),
    });
    expect((await go(2, source(weeks(2)))).outcome).toBe("waited");
    expect((await go(-48, source(weeks(2)))).outcome).toBe("added");
  });

  test.each([
    ["an error of others", new TypeError('"Bearer abcdef" is an invalid header value'), true],
    ["a store that fails", new StoreUnreachable("current: cannot be read", { cause: new Error("abcdef") }), false],
  ])("logs messages of others about %s, and does not publish them", async (_, error, isForeign) => {
    const { go, log } = hourly();
    const { error: told } = await go(0, { ...down(), list: () => Promise.reject(error) });
    expect(JSON.stringify(told)).not.toContain("abcdef");
    expect(told?.name).toBe(isForeign ? "Error" : "StoreUnreachable");
    expect(log.said.join("\n")).toContain("abcdef");
  });

  test("reports issues that are held back and left out", async () => {
    const { go } = hourly();
    await go(0, source(weeks(6)));
    const thin = { ...weeks(6), "2025-02-12": "x" };
    const held = [{ file: name("2025-02-12"), issue: "2025-02-12", listings: 1, usual: 5 }];
    expect(await go(1, source(thin))).toMatchObject({ outcome: "held", held, settled: null, lastSuccess: at(1) });
    const { "2025-01-08": _, ...lacking } = weeks(6);
    expect(await go(2, source({ ...lacking, "2025-01-01": "V W X Y 0" }))).toMatchObject({
      outcome: "left",
      held: [],
      left: { files: [name("2025-01-01")], because: expect.stringContaining("was edited; the source lacks 1 issue") },
    });
    expect(await go(3, source(weeks(7)))).toMatchObject({ outcome: "added", held: [], left: null });
  });

  test("does not fail when another run is faster", async () => {
    const { go, store } = hourly();
    await go(0, source(weeks(1)));
    const slow = source(weeks(2));
    const read: IssueSource["read"] = async (file) => {
      await run(weeks(3), store, onePerIssue());
      return slow.read(file);
    };
    expect(await go(1, { ...slow, read })).toMatchObject({ outcome: "overtaken", error: null, lastSuccess: at(0) });
    expect(await go(2, source(weeks(3)))).toMatchObject({ outcome: "nothing", newestIssue: "2025-01-15" });
  });

  test("works if its state can be neither read nor written, and logs that", async () => {
    const { log, store, pipeline } = hourly();
    const fails = () => Promise.reject(new Error("sync: cannot be read"));
    const broken: SyncBook = { load: fails, begin: fails, end: fails };
    const state = await syncUnwatched({ source: source(weeks(2)), store, pipeline, log }, broken, () => START);
    expect(state.outcome).toBe("added");
    expect(log.said).toEqual(Array(3).fill("cannot store the sync state: sync: cannot be read"));
  });
});
