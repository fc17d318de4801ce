import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { addDays } from "../../src/model/date.ts";
import type { DataSet } from "../../src/model/event.ts";
import { type DraftStore, type IssueSource, StoreUnreachable, type SyncBook, type SyncState } from "../../src/ports.ts";
import { syncUnwatched } from "../../src/sync/unwatched.ts";
import { sync } from "../../src/sync.ts";
import { name, onePerIssue, quiet, source } from "./world.ts";

const weeks = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, week) => [addDays("2025-01-01", 7 * week), `v w x y ${week}`]));

/** `issues` with the draft of the issue of `day`; its text is its blob id. */
function withDraft(issues: Readonly<Record<string, string>>, day: string, text: string): IssueSource {
  const from = source(issues);
  return { ...from, drafts: () => [{ name: name(day), issue: day, blob: text, draft: true }] };
}

/** Keeps what it is given, by base. */
function draftStore(): DraftStore & { kept: Map<string, DataSet>; writes: number } {
  return {
    kept: new Map(),
    writes: 0,
    async of(base) {
      return this.kept.get(base)?.issues.at(-1) ?? null;
    },
    async replace(base, next) {
      this.writes++;
      this.kept.clear();
      if (next !== null) this.kept.set(base, next);
    },
  };
}

function world() {
  const [store, drafts, pipeline, log] = [memoryStore(), draftStore(), onePerIssue(), quiet()];
  const go = (from: IssueSource, more: { rebuild?: boolean } = {}) =>
    sync({ source: from, store, pipeline, log, drafts, ...more });
  const titles = (base: string) => drafts.kept.get(base)?.events.map(({ title }) => title);
  return { store, drafts, pipeline, log, go, titles };
}

describe("a sync that reads drafts", () => {
  test("stores the same data set with and without a draft, and the draft separately", async () => {
    const { store, drafts, go, titles } = world();
    const plain = memoryStore();
    await sync({ source: source(weeks(2)), store: plain, pipeline: onePerIssue(), log: quiet() });
    const { version, draft } = await go(withDraft(weeks(2), "2025-01-15", "a"));
    expect(await store.read()).toEqual(await plain.read());
    expect(draft).toMatchObject({ file: name("2025-01-15"), ref: { listings: 1 }, failed: null });
    expect([...drafts.kept.keys()]).toEqual([version]);
    expect(titles(version!)).toEqual(["v w x y 0", "v w x y 1", "a"]);
  });

  test("applies each new draft to the same base, and an unchanged one only once", async () => {
    const { drafts, pipeline, go, titles } = world();
    const { version } = await go(withDraft(weeks(2), "2025-01-15", "a"));
    pipeline.runs.length = 0;
    expect((await go(withDraft(weeks(2), "2025-01-15", "a"))).draft).toMatchObject({
      file: name("2025-01-15"),
      ref: null,
    });
    expect([pipeline.runs, drafts.writes]).toEqual([[], 1]);
    await go(withDraft(weeks(2), "2025-01-15", "b"));
    expect(pipeline.runs).toEqual(["add 1"]);
    expect(titles(version!)).toEqual(["v w x y 0", "v w x y 1", "b"]);
    await go(withDraft(weeks(2), "2025-01-15", "b"), { rebuild: true });
    expect(drafts.writes).toBe(3);
  });

  test("removes the draft when its issue is published, and when it disappears", async () => {
    const { store, drafts, go } = world();
    await go(withDraft(weeks(2), "2025-01-15", "a"));
    const { version } = await go(source(weeks(3)));
    expect(drafts.kept.size).toBe(0);
    expect((await store.read()).events).toHaveLength(3);
    await go(withDraft(weeks(3), "2025-01-22", "b"));
    expect([...drafts.kept.keys()]).toEqual([version]);
    const { draft } = await go(source(weeks(3)));
    expect(draft).toEqual({ file: null, ref: null, problems: [], failed: null });
    expect(drafts.kept.size).toBe(0);
  });

  test("applies the draft to the published data set while the newest issue is held back", async () => {
    const { go, titles } = world();
    const { version } = await go(source(weeks(6)));
    const thin = { ...weeks(6), "2025-02-12": "x" };
    const { held, draft } = await go(withDraft(thin, "2025-02-19", "a"));
    expect(held).toHaveLength(1);
    expect(draft?.file).toBe(name("2025-02-19"));
    expect(titles(version!)).toEqual([...Object.values(weeks(6)), "a"]);
  });

  test("adds issues even if the draft cannot be read or stored", async () => {
    const { store, drafts, log, go } = world();
    const from = withDraft(weeks(2), "2025-01-15", "a");
    const fails: IssueSource = {
      ...from,
      read: (file) => (file.draft ? Promise.reject(new Error("gone")) : from.read(file)),
    };
    const { draft, version, settled } = await go(fails);
    expect([draft?.failed, version, settled]).toEqual(["gone", "2025-01-08-1", null]);
    expect(log.said.at(-1)).toBe(`${name("2025-01-15")} is not applied, the previous draft stays: gone`);
    drafts.replace = () => Promise.reject(new StoreUnreachable("draft/x: cannot be written"));
    expect((await go(from)).draft?.failed).toBe("draft/x: cannot be written");
    expect((await store.read()).events).toHaveLength(2);
  });

  test("does nothing on schedule until issues or draft change", async () => {
    const { store, drafts, pipeline, log } = world();
    let state: SyncState | null = null;
    const book: SyncBook = {
      load: async () => state,
      begin: async () => undefined,
      end: async (next) => {
        state = next;
      },
    };
    let reads = 0;
    const counting: typeof store = {
      ...store,
      read() {
        reads++;
        return store.read();
      },
    };
    const hour = (from: IssueSource) =>
      syncUnwatched({ source: from, store: counting, pipeline, log, drafts }, book, () => Date.parse("2025-01-10"));
    for (let run = 0; run < 4; run++) await hour(withDraft(weeks(2), "2025-01-15", "a"));
    expect([reads, drafts.writes]).toEqual([1, 1]);
    await hour(withDraft(weeks(2), "2025-01-15", "b"));
    expect([reads, drafts.writes]).toEqual([2, 2]);
    // The very bytes of the draft, published.
    expect(await hour(source({ ...weeks(2), "2025-01-15": "b" }))).toMatchObject({ outcome: "added" });
    expect(drafts.kept.size).toBe(0);
  });

  test("reads no draft by default", async () => {
    const from = withDraft(weeks(2), "2025-01-15", "a");
    const drafts = () => {
      throw new Error("asked");
    };
    const report = await sync({
      source: { ...from, drafts },
      store: memoryStore(),
      pipeline: onePerIssue(),
      log: quiet(),
    });
    expect(report).toMatchObject({ draft: null, version: "2025-01-08-1" });
  });
});
