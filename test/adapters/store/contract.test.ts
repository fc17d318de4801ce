import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { kvStore } from "../../../src/adapters/store/kv.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { DataSetMissing, type EventStore, Overtaken } from "../../../src/ports.ts";
import { sampleDataSet } from "../sample.ts";
import { fakeKv } from "./fake-kv.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stores-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens one new store, possibly several times. */
const STORES: Readonly<Record<string, () => () => EventStore>> = {
  memory() {
    const store = memoryStore();
    return () => store;
  },
  file() {
    const path = join(folder, `${Math.random()}`, "events.json");
    return () => fileStore(path);
  },
  kv() {
    const kv = fakeKv();
    return () => kvStore(kv.connect(), { embedded: null, now: () => kv.clock, log: { warn: () => undefined } });
  },
};

const data = (count: number): DataSet => ({ ...sampleDataSet(count), version: `sample ${count}` });
const same = (count: number, { version }: DataSet) => ({ ...sampleDataSet(count), version });

describe.each(Object.keys(STORES))("a store: %s", (kind) => {
  const opened = () => (STORES[kind] as () => () => EventStore)();

  test("has nothing at first", async () => {
    const store = opened()();
    expect(await store.version()).toBeNull();
    await expect(store.read()).rejects.toBeInstanceOf(DataSetMissing);
  });

  test("gives what was put there last to all who read, and its version", async () => {
    const open = opened();
    const reader = open();
    for (const count of [1, 4, 2]) {
      const version = await open().replace(data(count));
      for (const store of [reader, open()]) {
        expect(await store.version()).toBe(version);
        const read = await store.read();
        expect(read).toEqual(same(count, read));
        expect(read.version).toBe(version);
      }
    }
  });

  test("is as it was after a data set that is none", async () => {
    const open = opened();
    const version = await open().replace(data(2));
    if (kind !== "memory")
      await expect(open().replace({ ...data(3), events: [{ id: 5 } as never] })).rejects.toThrow(TypeError);
    expect((await open().read()).version).toBe(version);
  });

  test("is not written over by one who does not know what is there by now", async () => {
    const open = opened();
    const [slow, fast] = [open(), open()];
    const first = await slow.replace(data(1), null);
    expect((await slow.read()).version).toBe(first);
    const second = await fast.replace(data(2), first);
    await expect(slow.replace(data(3), first)).rejects.toBeInstanceOf(Overtaken);
    await expect(slow.replace(data(3), null)).rejects.toBeInstanceOf(Overtaken);
    expect((await open().read()).version).toBe(second);
    await slow.replace(data(3), second);
    expect((await open().read()).events).toHaveLength(3);
  });
});
