import { describe, expect, it } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createApp } from "../../../src/http/app.ts";
import { FORMATS } from "../../../src/render/formats.ts";
import { DATA, SITE, TODAY } from "../../http/service.ts";
import { edge, NEXT, versionOf } from "./edge.ts";

const site = { url: SITE.url, domain: "twir-calendar" };
const whole = createApp({ store: memoryStore(DATA), clock: { today: () => TODAY }, site });
const PATHS = [
  ...["", ...FORMATS.map((format) => `.${format}`)].flatMap((ending) =>
    [
      `/events${ending}`,
      `/regions/europe${ending}?mode=hybrid`,
      `/events${ending}?from=2014-01-01`,
      `/events/2014${ending}`,
    ].map((path) => path),
  ),
  "/",
  "/feeds.json",
  "/changes.json",
  "/groups/rust-gone.json",
  "/countries/ch.ics",
  "/events/none.json",
  "/events.json?country=XX",
];

const told = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

describe("responses equal those of the complete data set", () => {
  it.each([
    ["from the deployed snapshot", false],
    ["from what the sync stored", true],
  ])("%s", async (_where, stored) => {
    const world = await edge(stored ? null : DATA);
    if (stored) await world.publish(DATA);
    const ask = world.instance();
    for (const path of PATHS) expect(await told(await ask(path)), path).toEqual(await told(await whole.request(path)));
    expect(world.asked.some((each) => each.includes(stored ? "release-1/ics" : "rendered.ics.bin"))).toBe(true);
  });

  it("if rendered parts are missing or broken", async () => {
    const world = await edge(DATA);
    world.files.set("rendered.ics.bin", new Uint8Array([255, 255, 255, 255, 0]));
    world.files.delete("rendered.json.bin");
    const ask = world.instance();
    for (const path of ["/events.ics", "/events.json"])
      expect(await told(await ask(path))).toEqual(await told(await whole.request(path)));
  });

  it("with another domain for UIDs than the deployed parts", async () => {
    const ask = (await edge(DATA)).instance({ UID_DOMAIN: "other.example" });
    const text = await (await ask("/events.ics")).text();
    expect(text).toContain("@other.example");
    expect(text).not.toContain("@twir-calendar");
  });
});

describe("values read", () => {
  it("are only the edition for recent events, not the data set", async () => {
    const world = await edge(DATA);
    const ask = world.instance();
    for (const path of ["/", "/events.ics", "/regions/europe.json?q=rust", "/events/hybrid.json", "/health"])
      await ask(path);
    expect(world.asked).not.toContain("file events.json");
    await ask("/events.json?from=2014-01-01");
    await ask("/events/2014.json");
    expect(world.asked.filter((each) => each === "file events.json")).toHaveLength(1);
  });

  it("include the pointer again after half a minute", async () => {
    const world = await edge(DATA);
    const ask = world.instance();
    await ask("/events.json");
    const version = await world.publish(NEXT);
    expect((await (await ask("/health")).json()).version).toBe(await versionOf(DATA));
    world.pass(31);
    expect((await (await ask("/health")).json()).version).toBe(version);
    expect(await (await ask("/events.json")).text()).toContain("Changed since");
  });

  it("are the previous version while the newest is not visible, and /health reports it", async () => {
    const world = await edge(DATA);
    await world.publish(NEXT);
    world.kv.lag = (key) => (key === "current" ? 0 : 3_600_000);
    const health = await (await world.instance()("/health")).json();
    expect(health).toMatchObject({ status: "degraded", version: await versionOf(DATA), trouble: "DataSetDelayed" });
  });

  it("include the data set if the edition has another format", async () => {
    const world = await edge(null);
    const version = await world.publish(DATA);
    await world.kv.connect().delete(`edition/${version}/events-1`);
    expect(await told(await world.instance()("/events.ics"))).toEqual(await told(await whole.request("/events.ics")));
  });

  it("are missing: 503", async () => {
    expect((await (await edge(null)).instance()("/events.ics")).status).toBe(503);
  });
});

describe("the edge cache", () => {
  it("gives a new instance the exact response of another one, and 304 for its ETag", async () => {
    const world = await edge(DATA);
    const first = await told(await world.instance()("/events.ics?country=de"));
    const read = world.asked.length;
    const ask = world.instance();
    expect(await told(await ask("/events.ics?country=DE"))).toEqual(first);
    expect(world.asked.slice(read)).not.toContain("file rendered.ics.bin");
    const again = await ask("/events.ics?country=DE", { "if-none-match": first.headers.etag ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("is separate for each version, address and release", async () => {
    const world = await edge(DATA);
    await world.instance()("/events.ics");
    await world.instance({ RELEASE: { id: "release-2" } })("/events.ics");
    await world.instance({ SITE_URL: "https://other.example" })("/events.ics");
    await world.publish(NEXT);
    await world.instance()("/events.ics");
    expect(world.cached.size).toBe(4);
    expect(await (await world.instance()("/events.ics")).text()).toContain("Changed since");
  });

  it("may lose and corrupt responses", async () => {
    const world = await edge(DATA);
    const first = await told(await world.instance()("/events.csv"));
    for (const [address, response] of world.cached)
      world.cached.set(address, new Response("cut", { headers: response.headers }));
    expect(await told(await world.instance()("/events.csv"))).toEqual(first);
  });
});

describe("addresses", () => {
  it("are those of the requests by default, for several sites at once", async () => {
    const ask = (await edge(DATA)).instance({ SITE_URL: "" });
    for (const url of ["https://a.example", "https://b.example", "https://a.example"])
      expect((await (await ask(`${url}/events.json`)).json()).self).toBe(`${url}/events.json`);
  });
});

it("/health reports the sync status", async () => {
  const world = await edge(DATA);
  const ask = world.instance();
  expect(await (await ask("/health")).json()).toMatchObject({ sync: null });
  await world.kv.connect().put("sync", JSON.stringify({ begun: "2026-03-05T00:00:00.000Z", outcome: "held" }));
  const { sync } = await (await ask("/health")).json();
  expect(sync).toMatchObject({ begun: "2026-03-05T00:00:00.000Z", outcome: "held", held: [] });
  expect(sync).not.toHaveProperty("settled");
});
