import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickTest } from "../../../src/adapters/dataset/quick.ts";
import { recordSchemas } from "../../../src/adapters/dataset/schema.ts";
import { sampleDataSet, sampleEvent } from "../sample.ts";

const { issues, groups, events } = sampleDataSet(5);
const passes = quickTest(recordSchemas.events);

test("what the samples hold passes", () => {
  expect(issues.every(quickTest(recordSchemas.issues))).toBe(true);
  expect(groups.every(quickTest(recordSchemas.groups))).toBe(true);
  expect(events.every(passes)).toBe(true);
});

describe("does not pass", () => {
  const [listing] = sampleEvent(0).listings;
  test.each<[string, object]>([
    ["a day that does not exist", { start: "2025-02-30" }],
    ["an instant of another form", { startsAt: "2025-01-01" }],
    ["a word that is none of the list", { mode: "hybrid?" }],
    ["a field without a value", { title: undefined }],
    ["a field too many", { extra: 1 }],
    ["a text for a list", { regions: "Europe" }],
    ["a number below 0", { revision: -1 }],
    ["a list for an object", { listings: [[]] }],
    ["an inner field too many", { listings: [{ ...listing, extra: 1 }] }],
    ["an inner field without a value", { listings: [{ ...listing, sub: undefined }] }],
    ["an inner field too few", { listings: [{ issue: "2025-01-01" }] }],
    ["degrees beyond the pole", { places: [{ ...sampleEvent(0).places[0], latitude: 91 }] }],
  ])("%s", (_, changes) => expect(passes({ ...sampleEvent(0), ...changes })).toBe(false));

  test("fields in another order", () => {
    const { id, ...rest } = sampleEvent(0);
    expect(passes({ ...rest, id })).toBe(false);
  });
});

test("an optional field may be there or not", () => {
  const [listing] = sampleEvent(0).listings;
  const { issue = "", number = null, line = 1, url = null } = listing ?? {};
  expect(passes({ ...sampleEvent(0), listings: [{ issue, number, line, url }] })).toBe(true);
  expect(passes({ ...sampleEvent(0), listings: [{ issue, number, line, sub: 2, url }] })).toBe(true);
});

test("whatever passes is written by the schema as it stands", () => {
  const odd = fc.oneof(
    ...[fc.constant(undefined), fc.constant(null), fc.string(), fc.integer(), fc.double(), fc.object()],
    fc.constantFrom("2025-02-28", "2025-02-30", "Europe", "virtual", "past", [], [{}], ["Europe"], ["Mars"], true),
  );
  const fields = fc.constantFrom(...Object.keys(sampleEvent(0)), "extra");
  fc.assert(
    fc.property(fc.array(fc.tuple(fields, odd), { maxLength: 3 }), (changes) => {
      const record = { ...sampleEvent(0), ...Object.fromEntries(changes) };
      if (!passes(record)) return;
      expect(JSON.stringify(recordSchemas.events.parse(record))).toBe(JSON.stringify(record));
    }),
    { numRuns: 2_000 },
  );
});
