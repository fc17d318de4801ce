import { describe, expect, test } from "vitest";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { DataSetBroken, DataSetMissing, Overtaken, StoreUnreachable } from "../../../src/ports.ts";
import { fakeKv } from "./fake-kv.ts";
import { data, down, open, pointer, versionOf } from "./kv-samples.ts";

const MINUTE = 60_000;

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
      new Overtaken(`current: ${await versionOf(3)} is stored now, expected ${first}`),
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
      await expect(store.replace(data(2), version)).rejects.toThrow(
        new RegExp(`^${key}\\S*: cannot be (read|written)$`),
      );
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
    expect(said.join("\n")).toMatch(/current: cannot be read: 503\n[\s\S]*current: invalid pointer: \{/);
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
      await expect(what).rejects.toThrow(new StoreUnreachable("current: cannot be read", { cause: new Error("503") }));
    const garbled = fakeKv();
    await garbled.connect().put("current", "garbled");
    await expect(open(garbled).version()).rejects.toThrow(DataSetBroken);
    await expect(open(garbled).read()).rejects.toThrow(DataSetMissing);
  });
});
