import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/model/date.ts";
import { fakeKv } from "./fake-kv.ts";
import { data, deployed, down, open, pointer, versionOf } from "./kv-samples.ts";

const DAY = 24 * 3_600_000;
/** The day of issue number `count`. */
const day = (count: number) => addDays("2024-12-25", 7 * (count - 1));

describe("the deployed snapshot", () => {
  test("answers at once from an empty namespace, and when nothing can be read", async () => {
    const embedded = await deployed(3);
    for (const before of [undefined, down]) {
      const store = open(fakeKv(), { embedded, ...(before ? { before } : {}) });
      expect(await store.version()).toBe(embedded.version);
      expect((await store.read()).events).toHaveLength(3);
    }
  });

  test("gives way to what is stored after it; then another that is not older wins, and what is stored descends from it", async () => {
    const kv = fakeKv();
    const [old, corrected] = [await deployed(3), await deployed(4, "corrected")];
    const stored = await open(kv, { embedded: old }).replace(data(4), old.version);
    expect(pointer(kv)).toEqual({ version: stored, previous: old.version, embedded: old.version, kept: [] });
    expect((await open(kv, { embedded: old }).read()).version).toBe(stored);
    expect((await open(kv, { embedded: await deployed(3, "older") }).read()).version).toBe(stored);

    const store = open(kv, { embedded: corrected });
    expect(await store.version()).toBe(corrected.version);
    expect((await store.read()).version).toBe(corrected.version);
    expect(await store.replace(await corrected.read(), corrected.version)).toBe(corrected.version);
    expect(pointer(kv).version).toBe(stored);
    const next = await store.replace(data(5, "corrected"), corrected.version);
    expect(pointer(kv)).toEqual({ version: next, previous: corrected.version, embedded: corrected.version, kept: [] });
    expect((await open(kv, { embedded: corrected }).read()).version).toBe(next);
  });

  test("is what is left when all that is stored is lost", async () => {
    const kv = fakeKv();
    const embedded = await deployed(2);
    await kv.connect().delete(`data/${await open(kv, { embedded }).replace(data(3), embedded.version)}`);
    expect((await open(kv, { embedded }).read()).version).toBe(embedded.version);
  });
});

describe("older data sets", () => {
  test("the best of each of the last eight issues is kept", async () => {
    const kv = fakeKv();
    const store = open(kv, { embedded: await deployed(1) });
    for (let count = 2; count <= 12; count++) await store.replace(data(count));
    await store.replace(data(12, "again"));
    const newest = async (issue: string) => (await store.readBefore(issue))?.issues.length ?? null;
    expect(await newest(day(12))).toBe(11);
    expect(await newest(day(11))).toBe(10);
    expect(await newest(addDays(day(11), 1))).toBe(11);
    expect(await newest(day(5))).toBe(4);
    // Further back there is but what was deployed.
    expect(await newest(day(4))).toBe(1);
    expect(await newest(day(1))).toBeNull();
  });

  test("what cannot be read is passed over", async () => {
    const kv = fakeKv();
    const store = open(kv);
    for (let count = 1; count <= 4; count++) await store.replace(data(count));
    await kv.connect().put(`data/${await versionOf(3)}`, "cut");
    await kv.connect().delete(`data/${await versionOf(2)}`);
    expect((await open(kv).readBefore(day(4)))?.issues).toHaveLength(1);
  });

  test("others are deleted when they are a day old: never one that is read, kept or may be switched to", async () => {
    const kv = fakeKv();
    const prepare = () => ({ "": new Uint8Array(1) });
    for (let count = 1; count <= 12; count++) await open(kv, { prepare }).replace(data(count));
    for (const [key, written] of [
      ["data/2024-12-25-orphan-x", kv.clock],
      ["edition/2024-12-25-young-x", kv.clock + DAY],
    ] as const)
      await kv.connect().put(key, "{", { metadata: { written } });
    await kv.connect().put("data/unknown", "not ours");
    expect(await open(kv).collect()).toBe(0);
    kv.clock += DAY + 1;
    const store = open(kv, { prepare });
    await store.read();
    await store.replace(data(12, "again"));
    await store.replace(data(13));
    expect(await store.collect()).toBe(1 + 2 * 3);
    const versions = new Set(kv.keys().map((key) => key.split("/")[1]));
    // 12 as it was and as it is, for those who do not see the new pointer yet; 4 was kept when this store was opened.
    for (const count of [4, 5, 11, 12, 13]) expect(versions).toContain(await versionOf(count));
    expect(versions).toContain(await versionOf(12, "again"));
    for (const count of [1, 2, 3]) expect(versions).not.toContain(await versionOf(count));
    expect(versions).toContain("unknown");
    expect(versions).toContain("2024-12-25-young-x");
  });
});
