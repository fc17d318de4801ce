import { describe, expect, it } from "vitest";
import { encodeTimes, servedVersion } from "../../../src/adapters/times/codec.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { FORMATS } from "../../../src/render/formats.ts";
import { status } from "../source/fake-github.ts";
import { type Ask, health, idOf, timedIn, told } from "./asked.ts";
import { dataOf, outside } from "./organisers.ts";

const world = outside();

const pathsOf = ({ events }: DataSet, id: string) => [
  ...["", ...FORMATS.map((format) => `.${format}`)].flatMap((ending) => [
    `/events${ending}`,
    `/events${ending}?from=2014-01-01`,
    `/events/${id}${ending}`,
    `/events/${events[0]?.id}${ending}`,
  ]),
  "/events.json?timed=only&weekday=tue,wed,thu",
  "/changes.json",
  "/changes.atom",
  "/changes",
  "/feeds.json",
  "/feeds",
  "/",
];

const tagOf = async (ask: Ask, path: string) => (await ask(path)).headers.get("etag");

describe("the cron run", () => {
  it("reads three calendars with fewer than twelve subrequests", async () => {
    const edge = await world.worker(9);
    world.play(edge.data);
    const sent = async () => {
      world.server.log.length = 0;
      world.github.requests.length = 0;
      edge.asked.length = 0;
      await edge.run();
      return {
        paths: world.server.log.map(({ path }) => path),
        outside: world.server.log.length + world.github.requests.length,
        inside: edge.asked.length,
      };
    };
    const runs = [await sent(), await sent(), await sent()];
    expect(runs.map(({ paths }) => paths.filter((path) => path.endsWith("/ical/")).length)).toEqual([3, 1, 0]);
    expect(runs.map(({ paths }) => paths.filter((path) => path === "/robots.txt").length)).toEqual([1, 0, 0]);
    for (const { outside } of runs) expect(outside).toBeLessThan(12);
    console.info(
      `subrequests of three runs: ${runs.map(({ outside, inside }) => `${outside} + ${inside} inside`).join(", ")}`,
    );
  });

  it("sends its contact address, and reads no calendars when that is turned off", async () => {
    const edge = await world.worker(9);
    world.play(edge.data);
    await edge.run();
    expect(new Set(world.server.log.map(({ userAgent }) => userAgent))).toEqual(
      new Set(["twir-calendar/1.2.3 (+https://site.example)"]),
    );
    for (const TIMES of ["no", "No", "false", "0"]) {
      const off = await world.worker(9, { more: { TIMES } });
      world.server.log.length = 0;
      await off.run();
      expect(world.server.log).toEqual([]);
      expect(off.kv.keys().filter((key) => /times|hours|\+/.test(key))).toEqual([]);
    }
  });

  it("syncs the newsletter whatever organisers' hosts do, and vice versa", async () => {
    const edge = await world.worker(8);
    edge.publish(9);
    world.server.set("https://www.meetup.com/robots.txt", { cut: "before" });
    await edge.run();
    expect(await (await edge.instance()("/health")).json()).toMatchObject({ sync: { outcome: "added" } });
    world.play(await dataOf(9));
    world.github.trouble("/commits/", status(404));
    await edge.run(200);
    expect(await (await edge.instance()("/health")).json()).toMatchObject({ sync: { outcome: "failed" } });
    expect((await edge.times())?.events.length).toBeGreaterThan(0);
  });
});

describe("readings", () => {
  it("are in every response, which equals that of Node", async () => {
    const edge = await world.reader(9);
    const ask = edge.instance();
    const whole = edge.whole(edge.data, edge.read);
    const node: Ask = (path) => whole.request(path);
    for (const path of pathsOf(edge.data, idOf(edge.read)))
      expect(await told(ask, path), path).toEqual(await told(node, path));
    expect(await health(ask)).toEqual(await health(node));
    expect(await timedIn(ask)).toBeGreaterThan(5);
    expect(edge.asked.some((each) => /^get edition\/.*\+.*\/release-1\/ics$/.test(each))).toBe(true);
  });

  it("are not loaded for requests of recent events, nor is the data set", async () => {
    const edge = await world.reader(9);
    edge.asked.length = 0;
    const ask = edge.instance();
    for (const path of ["/", "/events.ics", "/regions/europe.json?q=rust", "/feeds.json"]) await ask(path);
    expect(edge.asked.filter((each) => /events\.json$|data\/|times/.test(each))).toEqual([]);
  });

  it("without changes update only the time of the reading: no edition, no ETag", async () => {
    const edge = await world.reader(9);
    const ask = edge.instance();
    const paths = pathsOf(edge.data, "none");
    const before = await Promise.all(paths.map((path) => tagOf(ask, path)));
    const keys = edge.kv.keys();
    edge.asked.length = 0;
    await edge.run(21);
    await edge.run();
    const again = await edge.times();
    expect(again?.events.map(({ lastRead }) => lastRead)).not.toEqual(edge.read.events.map(({ lastRead }) => lastRead));
    expect(servedVersion(again)).toBe(servedVersion(edge.read));
    expect(edge.asked.filter((each) => /^put (?!sync)/.test(each))).toEqual(["put times", "put times"]);
    expect(edge.kv.keys()).toEqual(keys);
    edge.pass(60);
    expect(await Promise.all(paths.map((path) => tagOf(ask, path)))).toEqual(before);
    const one = await (await ask(`/events/${idOf(edge.read)}.json`)).json();
    expect(JSON.stringify(one)).toContain(`"lastRead":"${again?.events[0]?.lastRead}"`);
  });

  it("with changes are served to later requests", async () => {
    const edge = await world.reader(9);
    const ask = edge.instance();
    const first = await tagOf(ask, "/events.ics");
    world.server.clear();
    const later = edge.data.events.map((event) => ({ ...event, id: `${event.id}y` }));
    world.play({ ...edge.data, events: later });
    await edge.run(21);
    await edge.run();
    edge.pass(60);
    expect(await tagOf(ask, "/events.ics")).not.toBe(first);
    const whole = edge.whole(edge.data, await edge.times());
    expect(await told(ask, "/changes.json")).toEqual(await told((path) => whole.request(path), "/changes.json"));
  });

  it("stay with the events when an issue is added, however late the list of versions becomes visible", async () => {
    const edge = await world.reader(8);
    const times = edge.read;
    edge.publish(9);
    world.server.clear();
    await edge.run();
    const pointer = JSON.parse((await edge.kv.connect().get("current", "text")) ?? "");
    expect(pointer.timed[0]).toBe(`${pointer.version}+${servedVersion(times)}`);
    const next = await dataOf(9);
    const whole = edge.whole(next, await edge.times());
    for (const hidden of [() => false, (key: string) => key === "hours"]) {
      edge.kv.lag = (key) => (hidden(key) ? 3_600_000_000 : 0);
      expect((await told(edge.instance(), "/events.ics")).body).toBe(await (await whole.request("/events.ics")).text());
    }
  });

  it("are the deployed ones until the namespace has some", async () => {
    const { read: times } = await world.reader(9);
    const edge = await world.worker(9, { times });
    const whole = edge.whole(edge.data, times);
    const ask = edge.instance();
    for (const path of pathsOf(edge.data, idOf(times)))
      expect(await told(ask, path), path).toEqual(await told((path) => whole.request(path), path));
    expect(edge.asked.some((each) => each === "file rendered.ics.bin")).toBe(true);
    // Nothing is due yet: nothing is written.
    world.server.clear();
    await edge.run(0);
    expect(edge.kv.keys().filter((key) => /times|hours|\+/.test(key))).toEqual([]);
    await edge.kv.connect().put("times", encodeTimes({ ...times, events: times.events.slice(1) }));
    await edge.run(0);
    edge.pass(60);
    expect(await timedIn(ask)).toBe(times.events.length - 1);
  });

  it("disappear when they are deleted: events are as the newsletter prints them", async () => {
    const edge = await world.reader(9, { more: {} });
    const quiet = edge.bindings as { TIMES?: string };
    quiet.TIMES = "no";
    await edge.run();
    expect(await timedIn(edge.instance())).toBe(edge.read.events.length);
    await edge.kv.connect().delete("times");
    await edge.run();
    const plain = edge.whole(edge.data, null);
    expect(await told(edge.instance(), "/events.ics")).toEqual(
      await told((path) => plain.request(path), "/events.ics"),
    );
  });
});
