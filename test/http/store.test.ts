import { describe, expect, test } from "vitest";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createApp } from "../../src/http/app.ts";
import { DataSetBroken, type EventStore } from "../../src/ports.ts";
import { dataSet, event } from "../render/events.ts";
import { DATA, idsAt, SITE, TODAY } from "./service.ts";

const clock = { today: () => TODAY };

/** A store that counts its readings, and fails as told. */
function watched(inner: EventStore) {
  const seen = { reads: 0, broken: false };
  const store: EventStore = {
    ...inner,
    async read() {
      seen.reads += 1;
      await Promise.resolve();
      if (seen.broken) throw new DataSetBroken("line 3 is no event");
      return inner.read();
    },
  };
  return { seen, store };
}

describe("the app follows its store", () => {
  const next = dataSet([event({ id: "next" })], { version: "next" });

  test("reads it once for many requests", async () => {
    const { seen, store } = watched(memoryStore(DATA));
    const app = createApp({ store, clock, site: SITE });
    await Promise.all(Array.from({ length: 20 }, () => app.request("/events.ics")));
    expect(seen.reads).toBe(1);
  });

  test("switches to each new version as a whole", async () => {
    const { seen, store } = watched(memoryStore(DATA));
    const app = createApp({ store, clock, site: SITE });
    expect(await idsAt(app, "/events.json")).toHaveLength(3);
    await store.replace(next);
    expect(await idsAt(app, "/events.json")).toEqual(["next"]);
    expect((await app.request("/groups/rust-online.ics")).status).toBe(404);
    expect(seen.reads).toBe(2);
  });

  test("keeps the last good data set if the new one is broken, and reports it", async () => {
    const { seen, store } = watched(memoryStore(DATA));
    const warnings: string[] = [];
    const app = createApp({ store, clock, site: SITE, log: { warn: (message) => warnings.push(message) } });
    await app.request("/events.json");
    seen.broken = true;
    await store.replace(next);
    for (let turn = 0; turn < 100; turn++) expect((await app.request("/health")).status).toBe(200);
    expect(seen.reads).toBeLessThan(5);
    expect(await (await app.request("/health")).json()).toMatchObject({ status: "degraded", trouble: "DataSetBroken" });
    expect(warnings).toEqual(["cannot read the data set: line 3 is no event"]);
    seen.broken = false;
    for (let turn = 0; turn < 100; turn++) await app.request("/health");
    expect(await idsAt(app, "/events.json")).toEqual(["next"]);
    expect(await (await app.request("/health")).json()).toMatchObject({ status: "ok", trouble: null });
  });

  test("answers 503 without a data set, never with an empty calendar", async () => {
    const store = memoryStore();
    const app = createApp({ store, clock, site: SITE });
    for (const path of ["/events.ics", "/", "/health", "/feeds.json", "/groups/x.ics"]) {
      const response = await app.request(path);
      expect([path, response.status, response.headers.get("retry-after")]).toEqual([path, 503, "60"]);
    }
    expect((await app.request("/robots.txt")).status).toBe(200);
    await store.replace(DATA);
    expect((await app.request("/events.ics")).status).toBe(200);
  });

  test("continues if the version of the store cannot be read", async () => {
    const store = memoryStore(DATA);
    let down = false;
    const app = createApp({
      store: { ...store, version: () => (down ? Promise.reject(new Error("down")) : store.version()) },
      clock,
      site: SITE,
    });
    await app.request("/events.ics");
    down = true;
    expect((await app.request("/events.ics")).status).toBe(200);
    expect(await (await app.request("/health")).json()).toMatchObject({ status: "degraded" });
  });
});
