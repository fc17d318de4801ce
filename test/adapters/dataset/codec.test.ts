import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { decode, encode, HEAD_BYTES, versionOf } from "../../../src/adapters/dataset/codec.ts";
import { fileSchema, SHAPE } from "../../../src/adapters/dataset/schema.ts";
import type { DataSet } from "../../../src/model/event.ts";
import { DataSetBroken } from "../../../src/ports.ts";
import { runs } from "../../runs.ts";
import { sampleDataSet, sampleEvent } from "../sample.ts";

const text = async (data: DataSet) => new TextDecoder().decode((await encode(data)).bytes);
const read = (content: string | Uint8Array) =>
  decode(typeof content === "string" ? new TextEncoder().encode(content) : content, "data/events.json");

/** Why reading fails; fails itself when it does not. */
async function refusal(content: string | Uint8Array): Promise<string> {
  const error = await read(content).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataSetBroken);
  return (error as Error).message;
}

test("SHAPE stands for the rules as they are", () => {
  const rules = JSON.stringify(z.toJSONSchema(fileSchema));
  expect(SHAPE).toBe(createHash("sha256").update(rules).digest("hex").slice(0, 8));
});

describe("encode", () => {
  test("is JSON with one issue, group, event or call a line", async () => {
    const content = await text(sampleDataSet(3));
    expect(Object.keys(JSON.parse(content))).toEqual([
      "format",
      "version",
      "newestIssue",
      "attribution",
      "license",
      "issues",
      "groups",
      "events",
      "calls",
    ]);
    const records = content.split("\n").filter((line) => /^\{.+\},?$/s.test(line));
    expect(records.map((line) => Object.keys(JSON.parse(line.replace(/,$/, "")))[0])).toEqual([
      ...["issue", "issue", "issue"],
      ...["slug", "slug", "slug"],
      ...["id", "id", "id"],
      ...["id", "id", "id"],
    ]);
    expect(content.endsWith("\n]\n}\n")).toBe(true);
  });

  test("reads a file without calls, as older releases wrote it", async () => {
    const older = (await text(sampleDataSet(0))).replace(',\n"calls": [\n]', "");
    const digest = async (of: Uint8Array) => new Uint8Array(await crypto.subtle.digest("SHA-256", of as BufferSource));
    const head = older.indexOf('"newestIssue"');
    const own = [...(await digest(new TextEncoder().encode(older.slice(head)))).subarray(0, 8)];
    const hex = own.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const whole = older.replace(/empty-[0-9a-f]{16}/, `empty-${hex}`);
    expect((await decode(new TextEncoder().encode(whole), "older.json")).calls).toEqual([]);
  });

  test("gives the same bytes for the same contents, whatever version they carry", async () => {
    const data = sampleDataSet(4);
    expect(await text({ ...data, version: "another" })).toBe(await text(data));
  });

  test("gives another version for every other content", async () => {
    const data = sampleDataSet(2);
    const versions = await Promise.all(
      [
        data,
        { ...data, attribution: "x" },
        { ...data, groups: [] },
        { ...data, issues: data.issues.slice(1) },
        { ...data, events: [sampleEvent(0), sampleEvent(1, { revision: 2 })] },
      ].map(async (each) => (await encode(each)).version),
    );
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions[0]).toMatch(/^2025-01-01-[0-9a-f]{16}-[0-9a-f]{8}$/);
  });
});

describe("encode refuses", () => {
  test.each([
    ["a day that does not exist", { start: "2025-02-30" }],
    ["a field too many", { extra: 1 }],
    ["a field too few", { title: undefined }],
    ["a number that is none", { places: [{ ...sampleEvent(0).places[0], latitude: Number.NaN }] }],
    ["an inner field without a value", { listings: [{ ...sampleEvent(0).listings[0], sub: undefined }] }],
    ["an unknown region", { regions: ["Antarctica"] }],
  ])("%s", async (_, changes) => {
    const event = sampleEvent(0, changes as object);
    await expect(encode({ ...sampleDataSet(1), events: [event] })).rejects.toThrow(/^invalid record in events: /);
  });
});

test("the order of an event's fields does not count", async () => {
  const turned = Object.fromEntries(Object.entries(sampleEvent(0)).reverse()) as never;
  const data = sampleDataSet(1);
  expect(await text({ ...data, events: [turned] })).toBe(await text(data));
});

test("a data set that was read and changed is written like one made from scratch", async () => {
  const data = await read((await encode(sampleDataSet(9))).bytes);
  const changed = sampleEvent(4, { title: "Changed" });
  const change = (list: DataSet["events"]) => [...list.slice(0, 4), changed, ...list.slice(5), sampleEvent(9)];
  const fresh = sampleDataSet(9);
  expect(await text({ ...data, events: change(data.events) })).toBe(
    await text({ ...fresh, events: change(fresh.events) }),
  );
});

test("so is any mixture of records that were read from several files and of new ones", async () => {
  const [one, other] = [
    await read((await encode(sampleDataSet(9))).bytes),
    await read((await encode(sampleDataSet(5))).bytes),
  ];
  const record = fc.tuple(fc.nat(8), fc.constantFrom("one", "other", "fresh"));
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 12 }), fc.boolean(), async (picked, inOrder) => {
      const order = inOrder ? picked.toSorted(([a], [b]) => a - b) : picked;
      const events = order.map(
        ([n, from]) => (from === "fresh" ? null : { one, other }[from].events[n]) ?? sampleEvent(n),
      );
      const fresh = order.map(([n]) => sampleEvent(n));
      expect(await text({ ...one, events })).toBe(await text({ ...sampleDataSet(9), events: fresh }));
    }),
  );
});

test("very many records are written, whatever room the stack has", async () => {
  const [group] = sampleDataSet(1).groups;
  const { bytes } = await encode({ ...sampleDataSet(1), groups: Array.from({ length: 150_000 }, () => group!) });
  expect((await read(bytes)).groups).toHaveLength(150_000);
});

describe("decode", () => {
  test.each([0, 1, 25])("gives back what was written: %i records each", async (count) => {
    const data = sampleDataSet(count);
    const { bytes, version } = await encode(data);
    expect(await read(bytes)).toEqual({ ...data, version });
    expect(versionOf(bytes.subarray(0, HEAD_BYTES))).toBe(version);
  });

  test("never passes a file that was cut", async () => {
    const { bytes } = await encode(sampleDataSet(2));
    for (let length = 0; length < bytes.length; length++) {
      const message = await refusal(bytes.subarray(0, length));
      expect(message).toMatch(/^data\/events\.json:/);
    }
  });

  test("never passes a file whose head was edited", async () => {
    const content = await text(sampleDataSet(2));
    const { version } = await read(content);
    await refusal(content.replace(version, version.replace("2025-01-01", "2025-01-08")));
    const digit = (each: string) => (each === "0" ? "1" : "0");
    await refusal(content.replace(version, version.replace(/.(?=-.{8}$)/, digit)));
    await refusal(content.replace('"newestIssue": "2025-01-01"', '"newestIssue": "2025-01-08"'));
  });

  test("checks a file anew that another release wrote", async () => {
    const older = (content: string) => content.replace(SHAPE, "00000000");
    const content = await text(sampleDataSet(2));
    expect(await read(older(content))).toEqual({ ...sampleDataSet(2), version: older((await read(content)).version) });
    await refusal(older(content).replace('"allDay":true', '"allDay":null'));
    await refusal(older(content).replace("Gathering 0", "Gathering O"));
  });

  test("never passes a file in which one byte was changed", async () => {
    const data = sampleDataSet(2);
    const { bytes } = await encode(data);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (position, flip) => {
        const changed = Uint8Array.from(bytes);
        changed[position] = (changed[position] ?? 0) ^ flip;
        const outcome = await read(changed).catch((error: unknown) => error);
        // The last part of the version only decides whether to validate again.
        if (!(outcome instanceof DataSetBroken)) expect(outcome).toEqual({ ...data, version: expect.any(String) });
      }),
      { numRuns: runs(500) },
    );
  });

  test("names the line and the value that is wrong", async () => {
    const content = await text(sampleDataSet(2));
    const line = content.split("\n").findIndex((each) => each.startsWith('{"id":"event-00001"')) + 1;
    expect(await refusal(content.replace('"start":"2025-01-02"', '"start":"2025-02-30"'))).toBe(
      `data/events.json:${line}: events[1].start: Invalid ISO date`,
    );
    expect(await refusal(content.replace('"id":"event-00001"', '"id":event-00001"'))).toMatch(
      new RegExp(`^data/events\\.json:${line}: is not valid JSON \\(truncated or edited\\?\\): `),
    );
    expect(await refusal(content.replace('"slug":"crab-club-0",', ""))).toMatch(
      /^data\/events\.json:12: groups\[0\]\.slug/,
    );
  });

  test("says why, for every way of being no data set", async () => {
    const content = await text(sampleDataSet(1));
    expect(await refusal("")).toBe("data/events.json: is empty");
    expect(await refusal(new Uint8Array([0xff, 0xfe]))).toBe("data/events.json: is not UTF-8 text");
    expect(await refusal("[]")).toMatch(/the whole file: /);
    expect(await refusal(content.replace('"format": 1', '"format": 2'))).toBe(
      "data/events.json:2: has format 2, this program reads format 1",
    );
    expect(await refusal(content.replace("Gathering 0", "Gathering O"))).toMatch(/was edited after it was written/);
    expect(await refusal(JSON.stringify(JSON.parse(content)))).toMatch(/was edited after it was written/);
    expect(await refusal(content.replace('"allDay":true', '"allDay":true,"extra":1'))).toMatch(/events\[0\]: .*extra/);
  });
});
