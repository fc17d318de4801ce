import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createApp } from "../../../src/http/app.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { DATA, SITE, TODAY } from "../../http/service.ts";
import { type Ask, told } from "./asked.ts";
import { edge, NEXT, versionOf } from "./edge.ts";
import { dataOf, outside } from "./organisers.ts";

const PATHS = [
  "/events.ics",
  "/events.json?from=2014-01-01",
  "/events/2014.json",
  "/events/hybrid.json",
  "/events/hybrid",
  "/feeds.json",
  "/changes.json",
  "/",
];

const site = { url: SITE.url, domain: "twir-calendar" };
const appOf = async (data: DataSet) =>
  createApp({
    store: memoryStore({ ...data, version: await versionOf(data) }),
    clock: { today: () => TODAY },
    site,
  });
const answersOf = (ask: Ask, paths = PATHS) => Promise.all(paths.map(async (path) => told(ask, path)));
type Answers = Awaited<ReturnType<typeof answersOf>>;
const [OLD, NEW] = [await answersOf((await appOf(DATA)).request), await answersOf((await appOf(NEXT)).request)];

/** A fault of the value under a key. */
const harm = fc.oneof(
  fc.record({ how: fc.constant("flip" as const), at: fc.double({ min: 0, max: 1, noNaN: true }), bit: fc.nat(7) }),
  fc.record({ how: fc.constant("cut" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ how: fc.constantFrom("fails" as const, "gone" as const) }),
  fc.record({ how: fc.constant("swap" as const), with: fc.nat() }),
);
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

function harmed(bytes: Uint8Array, others: readonly Uint8Array[], what: Harm): Uint8Array | null {
  if (what.how === "swap") return others[what.with % others.length] ?? null;
  if (what.how === "cut") return bytes.slice(0, Math.floor(what.at * bytes.length));
  if (what.how !== "flip") return null;
  const other = bytes.slice();
  const at = Math.min(bytes.length - 1, Math.floor(what.at * bytes.length));
  other[at] = (other[at] ?? 0) ^ (1 << what.bit);
  return other;
}

/** Every answer is 503 with Retry-After, or that of one version among `versions`, the same one for all. */
function expectWhole(answers: Answers, versions: readonly Answers[], paths = PATHS): void {
  let fitting = versions;
  for (const [number, answer] of answers.entries()) {
    const path = paths[number] ?? "";
    if (answer.status === 503) expect(answer.headers, path).toMatchObject({ "retry-after": "60" });
    else fitting = fitting.filter((version) => version[number]?.body === answer.body);
    expect(fitting, `${path}: ${answer.status}: ${answer.body.slice(0, 200)}`).not.toEqual([]);
  }
}

it("whatever is corrupted, truncated, swapped, missing or fails in the namespace: responses are from one complete version, the last good one if known, or 503", async () => {
  const failing = new Set<string>();
  const world = await edge(DATA, {}, null, (operation) => {
    if (failing.has(operation)) throw new Error("KV GET failed: 500");
  });
  await world.publish(NEXT);
  const keys = world.kv.keys();
  const [good, direct] = [new Map<string, Uint8Array>(), world.kv.connect()];
  for (const key of keys) good.set(key, new Uint8Array((await direct.get(key, "arrayBuffer")) ?? new ArrayBuffer()));
  let unavailable = 0;

  async function harmOne(key: string, what: Harm): Promise<void> {
    const bytes = good.get(key) as Uint8Array;
    const others = [...good].filter(([other]) => other !== key).map(([, value]) => value);
    if (what.how === "fails") failing.add(`get ${key}`);
    const value = harmed(bytes, others, what);
    if (value === null) await direct.delete(key);
    else await direct.put(key, value);
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...keys), harm), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (harms, hasSeen) => {
        world.cached.clear();
        const ask = world.instance();
        if (hasSeen) await ask("/events.ics");
        for (const [key, what] of harms) await harmOne(key, what);
        world.pass(31);
        const answers = await answersOf(ask);
        const health = await ask("/health");
        for (const [key, value] of good) await direct.put(key, value);
        failing.clear();
        expectWhole(answers, hasSeen ? [NEW] : [NEW, OLD]);
        expect(health.status).toBe(200);
        unavailable += answers.filter(({ status }) => status === 503).length;
        // And as soon as all is well again, so are the answers.
        world.pass(31);
        for (let requests = 0; requests < 65; requests++) await ask("/health");
        expectWhole(await answersOf(ask), [NEW]);
      },
    ),
    { numRuns: 150 },
  );
  expect(unavailable).toBeGreaterThan(10);
}, 60_000);

it("whatever deployed file is damaged: responses are complete, or 503", async () => {
  const world = await edge(DATA);
  const files = [...world.files];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files.map(([name]) => name)), harm, async (name, what) => {
      world.cached.clear();
      const value = harmed(
        world.files.get(name) as Uint8Array,
        files.filter(([other]) => other !== name).map(([, bytes]) => bytes),
        what,
      );
      if (value === null) world.files.delete(name);
      else world.files.set(name, value);
      const answers = await answersOf(world.instance());
      for (const [each, bytes] of files) world.files.set(each, bytes);
      expectWhole(answers, [OLD]);
    }),
    { numRuns: 100 },
  );
}, 60_000);

it("while the data set is unreadable, old events give 503 with Retry-After, never 500", async () => {
  let fails = true;
  const world = await edge(null, {}, null, (operation) => {
    if (fails && operation.startsWith("get data/")) throw new Error("KV GET failed: 500");
  });
  await world.publish(NEXT);
  const ask = world.instance();
  expect((await ask("/events.ics")).status).toBe(200);
  for (const path of ["/events.ics?from=2014-01-01", "/events/2014.json", "/events/2014"]) {
    const response = await ask(path);
    expect([path, response.status, response.headers.get("retry-after")]).toEqual([path, 503, "60"]);
    expect(await response.text()).not.toContain("KV GET");
  }
  fails = false;
  expect((await ask("/events.ics?from=2014-01-01")).status).toBe(200);
});

it("a data set under the wrong key is not served", async () => {
  const world = await edge(null);
  const first = await world.publish(DATA);
  const second = await world.publish(NEXT);
  const direct = world.kv.connect();
  await direct.put(`data/${second}`, new Uint8Array((await direct.get(`data/${first}`, "arrayBuffer")) ?? []));
  const ask = world.instance();
  expect((await ask("/events.json?from=2014-01-01")).status).toBe(503);
  expect(await (await ask("/events.json")).text()).toContain("Changed since");
});

it("an instance that could not read the pointer reports it", async () => {
  let fails = true;
  const world = await edge(DATA, {}, null, (operation) => {
    if (fails && operation.startsWith("get ")) throw new Error("KV GET failed: 500");
  });
  const version = await world.publish(NEXT);
  const ask = world.instance();
  expect(await (await ask("/health")).json()).toMatchObject({ status: "degraded", version: await versionOf(DATA) });
  fails = false;
  world.pass(31);
  expect(await (await ask("/health")).json()).toMatchObject({ status: "ok", version, trouble: null });
});

it("setting the clock back does not stop checks for new versions", async () => {
  const world = await edge(DATA);
  const ask = world.instance();
  await ask("/events.ics");
  const version = await world.publish(NEXT);
  world.pass(-40 * 86_400);
  expect(await (await ask("/health")).json()).toMatchObject({ version });
});

const organisers = outside();

it("an unreadable data set is rewritten within two runs", async () => {
  const world = await organisers.worker(8);
  organisers.play(world.data);
  world.publish(9);
  await world.run();
  await world.run();
  const key = `data/${(await dataOf(9)).version}`;
  await world.kv.connect().put(key, "{");
  const past = async () => (await world.instance()("/events.json?from=2014-01-01")).status;
  expect(await past()).toBe(503);
  await world.run();
  await world.run();
  expect(await past()).toBe(200);
});

it("corrupted readings are not shown, and do not remove events", async () => {
  const world = await organisers.reader(9);
  const [key] = world.kv.keys().filter((name) => name.endsWith("/times"));
  const direct = world.kv.connect();
  const data = await dataOf(9);
  const id = world.read.events[0]?.event ?? "";
  const paths = ["/events.ics", "/events.json?from=2014-01-01", `/events/${id}.ics`];
  const versions = await Promise.all(
    [world.read, null].map((times) => answersOf(world.whole(data, times).request, paths)),
  );
  for (const name of ["times", key ?? "", "hours", "current"]) {
    const text = (await direct.get(name, "text")) ?? "";
    await direct.put(name, text.replaceAll(/:\d\d:\d\d/g, ":13:13").replace(/1/, "2"));
    const ask = world.instance();
    world.cached.clear();
    expectWhole(await answersOf(ask, paths), versions, paths);
    const { status, body } = await told(ask, `/events/${id}.json`);
    expect([status, body.includes(":13:13")]).toEqual([200, false]);
    await direct.put(name, text);
  }
});
