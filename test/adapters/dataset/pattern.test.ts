import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { jsonPattern } from "../../../src/adapters/dataset/pattern.ts";
import { recordSchemas } from "../../../src/adapters/dataset/schema.ts";
import { sampleDataSet, sampleEvent } from "../sample.ts";

const { issues, groups, events } = sampleDataSet(5);
const event = jsonPattern(recordSchemas.events);
const matches = (value: unknown) => event.test(JSON.stringify(value));

test("what the samples hold matches", () => {
  const all = (schema: z.ZodType, records: readonly object[]) =>
    records.every((record) => jsonPattern(schema).test(JSON.stringify(record)));
  expect(all(recordSchemas.issues, issues)).toBe(true);
  expect(all(recordSchemas.groups, groups)).toBe(true);
  expect(all(recordSchemas.events, events)).toBe(true);
});

const [place] = sampleEvent(0).places;
const [listing] = sampleEvent(0).listings;

describe("matches", () => {
  test.each<[string, object]>([
    ["a leap day", { start: "2024-02-29" }],
    ["what JSON escapes", { title: '"\\\n\u0000\ud800' }],
    ["an empty title", { title: "" }],
    ["degrees near the pole", { places: [{ ...place, latitude: -89.5, longitude: 179.999 }] }],
    ["no degrees", { places: [{ ...place, latitude: null, longitude: null }] }],
    ["empty lists", { links: [], regions: [], places: [], groups: [], listings: [], history: [] }],
    ["an optional field", { listings: [{ ...sampleEvent(0).listings[1], draft: true }] }],
  ])("%s", (_, changes) => expect(matches({ ...sampleEvent(0), ...changes })).toBe(true));
});

describe("does not match", () => {
  test.each<[string, object]>([
    ["a day that does not exist", { start: "2025-02-30" }],
    ["an instant of another form", { startsAt: "2025-01-01" }],
    ["a word that is none of the list", { mode: "hybrid?" }],
    ["a field without a value", { title: undefined }],
    ["a field too many", { extra: 1 }],
    ["a text for a list", { regions: "Europe" }],
    ["a number below 0", { revision: -1 }],
    ["a broken number", { revision: 1.5 }],
    ["a number that is not safe", { revision: 1e15 }],
    ["a number for a text", { title: 5 }],
    ["an empty id", { id: "" }],
    ["a list for an object", { listings: [[]] }],
    ["an inner field too many", { listings: [{ ...listing, extra: 1 }] }],
    ["an inner field too few", { listings: [{ issue: "2025-01-01" }] }],
    ["degrees beyond the pole", { places: [{ ...place, latitude: 91 }] }],
    ["degrees just beyond the pole", { places: [{ ...place, latitude: -90.1 }] }],
  ])("%s", (_, changes) => expect(matches({ ...sampleEvent(0), ...changes })).toBe(false));

  test("fields in another order", () => {
    const { id, ...rest } = sampleEvent(0);
    expect(matches({ ...rest, id })).toBe(false);
  });
});

test.each<[string, z.ZodType, unknown]>([
  ["a rule by a function", z.string().refine(() => false), "a"],
  ["a rule on a list", z.array(z.string()).max(1), ["a"]],
  ["a rule on an object", z.strictObject({ a: z.string() }).refine(() => false), { a: "a" }],
  ["an object that drops fields", z.object({ a: z.string() }), { a: "a" }],
  ["a longer least length", z.string().min(2), "ab"],
  ["two rules", z.string().min(1).regex(/^a$/), "a"],
  ["a format that is more than its pattern", z.base64(), "YWJj"],
  ["a pattern of what JSON escapes", z.string().regex(/^.$/), "a"],
  ["a pattern without an end", z.string().regex(/^a/), "a"],
  ["a pattern with a flag", z.string().regex(/^a$/i), "a"],
  ["a number without bounds", z.number(), 1],
  ["a number from 1", z.int().min(1), 1],
  ["a text that is changed", z.string().trim(), "a"],
  ["a union", z.union([z.string(), z.null()]), "a"],
])("leaves %s to the schema", (_, schema, value) => {
  expect(jsonPattern(schema).test(JSON.stringify(value))).toBe(false);
  expect(jsonPattern(z.strictObject({ a: schema })).test(JSON.stringify({ a: value }))).toBe(false);
});

test("what matches is what the schema makes of it", () => {
  const odd = fc.oneof(
    ...[
      fc.constant(undefined),
      fc.constant(null),
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.double(),
      fc.object(),
    ],
    fc.constantFrom("2025-02-28", "2025-02-30", "2100-02-29", "2025-01-01T00:00:00Z", "Europe", "virtual", "past", ""),
    fc.constantFrom<unknown>([], [{}], ["Europe"], ["Mars"], [place, place], [{ ...place, latitude: 1e-7 }], true, -0),
  );
  const fields = fc.constantFrom(...Object.keys(sampleEvent(0)), "extra");
  let matched = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fields, odd), { maxLength: 3 }), (changes) => {
      const json = JSON.stringify({ ...sampleEvent(0), ...Object.fromEntries(changes) });
      if (!event.test(json)) return;
      matched++;
      expect(JSON.stringify(recordSchemas.events.parse(JSON.parse(json)))).toBe(json);
    }),
    { numRuns: 3_000 },
  );
  expect(matched).toBeGreaterThan(300);
});

test("what does not match within a place or a listing is refused, but for what is spelt otherwise", () => {
  const number = fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true, min: -200, max: 200 }), fc.integer());
  fc.assert(
    fc.property(number, number, (degrees, line) => {
      const record = {
        ...sampleEvent(0),
        places: [{ ...place, latitude: degrees }],
        listings: [{ ...listing, line }],
      };
      const usual = !/e/.test(`${degrees}${line}`) && Math.abs(line) < 1e15 && Math.abs(degrees) !== 90;
      if (usual) expect(matches(record)).toBe(recordSchemas.events.safeParse(record).success);
    }),
    { numRuns: 2_000 },
  );
});
