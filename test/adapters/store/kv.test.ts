import { describe, expect, test } from "vitest";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import { type Embedded, type KvOptions, kvStore } from "../../../src/adapters/store/kv.ts";
import { addDays } from "../../../src/model/date.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { DataSetBroken, DataSetMissing, Overtaken, StoreUnreachable } from "../../../src/ports.ts";
import { sampleDataSet } from "../sample.ts";
import { type FakeKv, fakeKv, type Hook } from "./fake-kv.ts";

const MINUTE = 60_000;
const DAY = 24 * 3_600_000;

/** A data set whose newest issue is number `count`, other for another `mark`. */
const data = (count: number, mark = ""): DataSet => ({ ...sampleDataSet(count), attribution: `Events ${mark}` });
const versionOf = async (count: number, mark?: string) => (await encode(data(count, mark))).version;
const day = (count: number) => addDays("2024-12-25", 7 * (count - 1));

async function deployed(count: number, mark = ""): Promise<Embedded> {
  const version = await versionOf(count, mark);
  return { version, read: async () => ({ ...data(count, mark), version }) };
}

const open = (kv: FakeKv, options: Partial<KvOptions> & { before?: Hook; said?: string[] } = {}) =>
  kvStore(kv.connect(options.before), {
    embedded: null,
    now: () => kv.clock,
    log: { warn: (message) => options.said?.push(message) },
    ...options,
  });
const pointer = (kv: FakeKv) =>
  JSON.parse(new TextDecoder().decode(kv.writes.get("current")?.at(-1)?.value ?? undefined));
const down = () => {
  throw new Error("503");
};

describe("writing", () => {
  test("puts the data and what is prepared from it under the version, then switches", async () => {
    const kv = fakeKv();
    const operations: string[] = [];
    const prepare = (next: DataSet) => ({ "": new TextEncoder().encode(next.version), pieces: new Uint8Array(2) });
    const store = open(kv, { prepare, before: (operation) => void operations.push(operation) });
    const version = await store.replace(data(2));
    expect(operations.filter((operation) => operation.startsWith("put"))).toEqual([
      `put data/${version}`,
      `put edition/${version}`,
      `put edition/${version}/pieces`,
      "put current",
    ]);
    expect(operations.slice(-2)).toEqual(["get current", "put current"]);
    expect(kv.writes.get(`data/${version}`)?.[0]?.value).toEqual((await encode(data(2))).bytes);
    expect(new TextDecoder().decode(kv.writes.get(`edition/${version}`)?.[0]?.value ?? undefined)).toBe(version);
    expect(pointer(kv)).toEqual({ version, previous: null, embedded: null, kept: [] });
  });

  test("writes nothing where the same is stored, and mends what was lost", async () => {
    const kv = fakeKv();
    const version = await open(kv).replace(data(2));
    await open(kv).replace(data(2), "whatever");
    expect(kv.writes.get("current")).toHaveLength(1);
    expect(kv.writes.get(`data/${version}`)).toHaveLength(1);
    await kv.connect().delete(`data/${version}`);
    await open(kv).replace(data(2));
    expect((await open(kv).read()).events).toHaveLength(2);
    expect(kv.writes.get("current")).toHaveLength(1);
  });

  test("looks at the pointer again right before the switch", async () => {
    const kv = fakeKv();
    const first = await open(kv).replace(data(1));
    const before = async (operation: string) => {
      if (operation === `put data/${await versionOf(2)}`) await open(kv).replace(data(3), first);
    };
    await expect(open(kv, { before }).replace(data(2), first)).rejects.toThrow(
      new Overtaken(`current: ${await versionOf(3)} is stored by now, not ${first}`),
    );
    expect((await open(kv).read()).events).toHaveLength(3);
  });

  test.each(["get current", "put data", "put edition", "put current"])(
    "changes nothing when it fails at %s",
    async (at) => {
      const kv = fakeKv();
      const version = await open(kv).replace(data(1));
      const before = (operation: string) => (operation.startsWith(at) ? down() : undefined);
      const store = open(kv, { before, prepare: () => ({ "": new Uint8Array(1) }) });
      const key = at === "get current" || at === "put current" ? "current" : at.split(" ")[1];
      await expect(store.replace(data(2), version)).rejects.toThrow(new RegExp(`^${key}\\S*: cannot be .*: 503$`));
      await expect(store.replace(data(2), version)).rejects.toBeInstanceOf(StoreUnreachable);
      expect((await open(kv).read()).version).toBe(version);
    },
  );
});

describe("reading", () => {
  /** A namespace with two versions, the second a minute old. */
  async function two() {
    const kv = fakeKv();
    const first = await open(kv).replace(data(1));
    kv.clock += MINUTE;
    const second = await open(kv).replace(data(2), first);
    return { kv, first, second };
  }

  test("answers from the version before while the new one is not visible, and looks again after a while", async () => {
    const { kv, first, second } = await two();
    kv.lag = (key) => (key === "current" ? 0 : 1);
    const store = open(kv);
    expect(await store.version()).toBe(second);
    expect((await store.read()).version).toBe(first);
    expect(await store.version()).toBe(first);
    kv.clock += 10_000;
    expect(await store.version()).toBe(second);
    expect((await store.read()).version).toBe(second);
  });

  test("answers the older version, whole, while the pointer is seen as it was", async () => {
    const { kv, first, second } = await two();
    kv.lag = (key) => (key === "current" ? 1 : 0);
    expect((await open(kv).read()).version).toBe(first);
    kv.clock += 1;
    expect((await open(kv).read()).version).toBe(second);
  });

  test("answers from what it read last when nothing can be read any more, or nothing good", async () => {
    const { kv, second } = await two();
    let fails = "";
    const said: string[] = [];
    const store = open(kv, {
      said,
      before: (operation) => (fails && operation.startsWith(fails) ? down() : undefined),
    });
    await store.read();
    fails = "get";
    expect([await store.version(), (await store.read()).version]).toEqual([second, second]);
    fails = "";
    await kv.connect().put("current", "{");
    expect([await store.version(), (await store.read()).version]).toEqual([second, second]);
    await kv
      .connect()
      .put("current", JSON.stringify({ version: "2030-01-01-x-y", previous: null, embedded: null, kept: [] }));
    expect((await store.read()).version).toBe(second);
    expect(said.join("\n")).toMatch(/current: cannot be read: 503\n[\s\S]*current: is no pointer: \{/);
  });

  test("takes no cut, edited or wrongly named value for a data set", async () => {
    const { kv, first, second } = await two();
    const whole = kv.writes.get(`data/${second}`)?.[0]?.value as Uint8Array;
    const edited = new TextEncoder().encode(new TextDecoder().decode(whole).replace("Gathering", "Shattering"));
    const other = kv.writes.get(`data/${first}`)?.[0]?.value as Uint8Array;
    for (const value of [whole.slice(0, -9), edited, other, new Uint8Array()]) {
      await kv.connect().put(`data/${second}`, value);
      expect((await open(kv).read()).version).toBe(first);
    }
    await kv.connect().put(`data/${first}`, "");
    await expect(open(kv).read()).rejects.toThrow(DataSetBroken);
    await expect(open(kv).read()).rejects.toThrow(`data/${second}:`);
  });

  test("says which key it cannot read when it has nothing", async () => {
    const store = open(fakeKv(), { before: down });
    for (const what of [store.read(), store.version()])
      await expect(what).rejects.toThrow(new StoreUnreachable("current: cannot be read: 503"));
    const garbled = fakeKv();
    await garbled.connect().put("current", "garbled");
    await expect(open(garbled).version()).rejects.toThrow(DataSetBroken);
    await expect(open(garbled).read()).rejects.toThrow(DataSetMissing);
  });
});

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
