import { describe, expect, it, test } from "vitest";
import { encode } from "../../../src/adapters/dataset/codec.ts";
import { keepTimed, readHours, timedOf, withHours } from "../../../src/adapters/store/kv-hours.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { fakeKv } from "./fake-kv.ts";
import { data, deployed, open, pointer, versionOf } from "./kv-samples.ts";

const DAY = 24 * 3_600_000;

describe("versions with hours", () => {
  test.each([
    [[], []],
    [
      ["b+2", "a+9", "b+1"],
      ["b+2", "b+1"],
    ],
    [["b", "b+1"], []],
    [["b+3", "b", "b+1"], ["b+3"]],
    [["a", "bb+1"], []],
  ])("told %j: of b %j", (told, expected) => {
    expect(timedOf("b", told)).toEqual(expected);
  });

  test.each([
    ["none", ["b", "a"], [], ["b", "a"]],
    ["of both", ["b", "a"], ["b+2", "b+1", "a+1"], ["b+2", "b+1", "a+1", "b", "a"]],
    ["of the older alone", ["b", "a"], ["a+1"], ["b", "a+1", "a"]],
    ["of the newer alone", ["b", "a"], ["b+1"], ["b+1", "b", "a"]],
    ["of one with a draft", ["d", "b"], ["d+1", "b+1"], ["d+1", "b+1", "d", "b"]],
    ["taken back", ["b", "a"], ["b", "b+1", "a+1"], ["b", "a+1", "a"]],
    ["told twice", ["b", "b"], ["b+1", "b+1"], ["b+1", "b"]],
    ["of nothing", [], ["b+1"], []],
  ])("%s", (_what, bases, told, expected) => {
    expect(withHours(bases, told)).toEqual(expected);
  });

  test.each([null, "", "{", "[]", "null", '{"versions":[1]}'])("%j is no list of them", (text) => {
    expect(readHours(text)).toBeNull();
  });
});

/** A namespace with the first data set, prepared with start times of the version `served`. */
async function prepared() {
  const kv = fakeKv();
  const base = await open(kv).replace(data(1));
  const asked: string[] = [];
  const keep = (served: string | null, given: { deployed?: string | null } = {}) =>
    keepTimed({
      kv: kv.connect((operation) => void asked.push(operation)),
      base,
      read: async (version) => ({ ...data(1), version }),
      deployed: null,
      served,
      prepare: ({ version }: DataSet) => ({
        version: `${version}+${served}`,
        parts: { a: new Uint8Array(1), b: new Uint8Array(2) },
      }),
      now: () => kv.clock,
      ...given,
    });
  return { kv, base, asked, keep };
}

describe("what is published", () => {
  it("is prepared with hours when those are others: parts first, the list last", async () => {
    const { kv, base, asked, keep } = await prepared();
    expect(await keep("1")).toEqual([`${base}+1`]);
    expect(asked.filter((each) => each.startsWith("put"))).toEqual([
      `put edition/${base}+1/a`,
      `put edition/${base}+1/b`,
      "put hours",
    ]);
    asked.length = 0;
    expect(await keep("1")).toEqual([]);
    expect(asked).toEqual(["get current", "get hours", `get draft/${base}`]);
    for (const served of ["2", "1", "3"]) await keep(served);
    expect(readHours(await kv.connect().get("hours", "text"))).toEqual([`${base}+3`, `${base}+1`, `${base}+2`]);
  });

  it("is not prepared anew where it was deployed so", async () => {
    const { base, keep, asked } = await prepared();
    expect(await keep("1", { deployed: `${base}+1` })).toEqual([]);
    expect(asked.filter((each) => each.startsWith("put"))).toEqual([]);
  });

  it("loses its hours when there are none any more", async () => {
    const { base, keep } = await prepared();
    expect(await keep(null)).toEqual([]);
    await keep("1");
    expect(await keep(null)).toEqual([base]);
    expect(await keep(null)).toEqual([]);
    expect(await keep("1")).toEqual([`${base}+1`]);
  });

  it("is prepared with a draft, too", async () => {
    const { kv, base, keep } = await prepared();
    const draft = { version: "drafted", previous: null, file: "f", blob: "b", timed: "drafted+1" };
    await kv.connect().put(`draft/${base}`, JSON.stringify(draft));
    expect(await keep("1")).toEqual([`${base}+1`]);
    expect(await keep("2")).toEqual(["drafted+2", `${base}+2`]);
  });
});

describe("a new data set", () => {
  const timed = async ({ version }: DataSet) => ({ version: `${version}+1`, parts: { a: new Uint8Array(1) } });

  it("is there with hours before it is switched to", async () => {
    const kv = fakeKv();
    const before: string[] = [];
    const first = await open(kv, { timed }).replace(data(1));
    const second = await open(kv, { timed, before: (operation) => void before.push(operation) }).replace(data(2));
    expect(before.filter((each) => each.startsWith("put"))).toEqual([
      `put data/${second}`,
      `put edition/${second}+1/a`,
      "put current",
    ]);
    expect(pointer(kv)).toMatchObject({ version: second, timed: [`${second}+1`, `${first}+1`] });
  });

  it("has none where none are known", async () => {
    const kv = fakeKv();
    await open(kv, { timed }).replace(data(1));
    await open(kv, { timed: async () => null }).replace(data(2));
    expect(pointer(kv)).not.toHaveProperty("timed");
  });
});

describe("what nobody reads any more", () => {
  it("is deleted a day after it was written", async () => {
    const { kv, base, keep } = await prepared();
    for (const served of ["1", "2", "3", "4", "5"]) await keep(served);
    expect(await open(kv).collect()).toBe(0);
    kv.clock += DAY + 1;
    expect(await open(kv).collect()).toBe(2);
    const left = kv.keys().filter((key) => key.includes("+"));
    expect(left).toEqual(
      ["2", "3", "4", "5"].flatMap((served) => ["a", "b"].map((part) => `edition/${base}+${served}/${part}`)),
    );
    const next = await open(kv).replace(data(2));
    await kv.connect().put("hours", JSON.stringify({ versions: [next] }));
    expect(await open(kv).collect()).toBe(8);
  });

  it("is deleted where nothing but the deployed snapshot is read, and nothing else with it", async () => {
    const kv = fakeKv();
    const embedded = await deployed(1);
    const metadata = { written: kv.clock };
    const other = await versionOf(2);
    for (const key of [
      `data/${other}`,
      `edition/${other}/a`,
      `edition/${other}+1/a`,
      `edition/${embedded.version}+1/a`,
    ])
      await kv.connect().put(key, (await encode(data(2))).bytes, { metadata });
    await kv.connect().put("hours", JSON.stringify({ versions: [`${embedded.version}+1`] }));
    kv.clock += DAY + 1;
    expect(await open(kv, { embedded }).collect()).toBe(1);
    expect(kv.keys()).not.toContain(`edition/${other}+1/a`);
    await kv.connect().put("current", "{");
    expect(await open(kv, { embedded }).collect()).toBe(0);
  });
});
