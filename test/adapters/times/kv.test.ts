import { describe, expect, it } from "vitest";
import { encodeTimes, readingIn } from "../../../src/adapters/times/codec.ts";
import { kvTimes } from "../../../src/adapters/times/kv.ts";
import type { TimesData, TimesRecord } from "../../../src/model/times.ts";
import { Overtaken, StoreUnreachable, TimesBroken } from "../../../src/ports.ts";
import { fakeKv } from "../store/fake-kv.ts";

const record = (event: string, at = "2026-11-01T12:00:00Z"): TimesRecord => ({
  event,
  source: { kind: "meetup", url: "https://www.meetup.com/rust-sampleville/events/ical/" },
  ids: ["meetup.com/1"],
  day: "2026-11-12",
  time: null,
  zoneFrom: null,
  venue: null,
  status: null,
  firstRead: "2026-10-30T10:00:00Z",
  lastRead: at,
  otherDay: null,
  missing: null,
  stale: null,
  revision: 0,
  updated: null,
  history: [],
});
const times = (...events: readonly TimesRecord[]): TimesData => ({
  format: 1,
  calendars: [],
  hosts: [],
  problems: [],
  shares: [50],
  changed: null,
  events,
});
const ONE = times(record("one"));
const TWO = times(record("one"), record("two"));
const nothing = async () => null;

describe("readings in a KV namespace", () => {
  it("are stored as the text of the file, and the same text is decoded once", async () => {
    const kv = fakeKv();
    const store = kvTimes(kv.connect(), nothing);
    expect(await store.read()).toBeNull();
    await store.replace(ONE, null);
    expect(await kv.connect().get("times", "text")).toBe(encodeTimes(ONE));
    const read = await store.read();
    expect(read).toEqual(ONE);
    expect(await store.read()).toBe(read);
    await store.replace(TWO, read);
    expect(await store.read()).toEqual(TWO);
  });

  it("are the deployed ones until the namespace has some", async () => {
    const kv = fakeKv();
    const store = kvTimes(kv.connect(), async () => encodeTimes(ONE));
    expect(await store.read()).toEqual(ONE);
    await store.replace(ONE, ONE);
    expect(kv.keys()).toEqual([]);
    await expect(store.replace(TWO, null)).rejects.toBeInstanceOf(Overtaken);
    await store.replace(TWO, ONE);
    expect(await store.read()).toEqual(TWO);
  });

  it("are not overwritten by a slower run", async () => {
    const kv = fakeKv();
    const [slow, fast] = [kvTimes(kv.connect(), nothing), kvTimes(kv.connect(), nothing)];
    await fast.replace(ONE, null);
    await expect(slow.replace(TWO, null)).rejects.toThrow(
      new Overtaken("times: another run has written it in the meantime"),
    );
    expect(await fast.read()).toEqual(ONE);
  });

  it("report what is wrong with them", async () => {
    const kv = fakeKv();
    for (const text of ["", "{", encodeTimes(ONE).replace("one", "two"), encodeTimes(ONE).slice(0, -9)]) {
      await kv.connect().put("times", text);
      const reading = kvTimes(kv.connect(), async () => encodeTimes(ONE)).read();
      await expect(reading).rejects.toBeInstanceOf(TimesBroken);
      await expect(reading).rejects.toThrow(/^times: /);
    }
    const down = kvTimes(
      kv.connect(() => {
        throw new Error("503");
      }),
      nothing,
    );
    await expect(down.read()).rejects.toThrow(
      new StoreUnreachable("times: cannot be read", { cause: new Error("503") }),
    );
  });
});

describe("the line of one event", () => {
  const text = encodeTimes(times(record("one"), record('tw"o', "2026-11-02T12:00:00Z"), record("three")));

  it.each([
    ["one", "2026-11-01T12:00:00Z"],
    ['tw"o', "2026-11-02T12:00:00Z"],
    ["three", "2026-11-01T12:00:00Z"],
    ["on", undefined],
    ["", undefined],
    ["meetup.com/1", undefined],
  ])("gives for %j: %s", (id, lastRead) => {
    expect(readingIn(text, id)?.lastRead).toBe(lastRead);
  });

  it("gives nothing if it is truncated or corrupted", () => {
    expect(readingIn(text.slice(0, text.indexOf('"history"')), "one")).toBeUndefined();
    expect(readingIn(text.replace("2026-11-02T12:00:00Z", "yesterday"), 'tw"o')).toBeUndefined();
    expect(readingIn("", "one")).toBeUndefined();
  });
});
