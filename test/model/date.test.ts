import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isLocalDate, localDate, weekday } from "../../src/model/date.ts";
import { runs } from "../runs.ts";

describe("dates agree with luxon", () => {
  const day = fc.tuple(
    fc.integer({ min: 1600, max: 2400 }),
    fc.integer({ min: -1, max: 14 }),
    fc.integer({ min: -1, max: 33 }),
  );
  const real = fc.integer({ min: -100_000, max: 100_000 }).map((n) => DateTime.utc(2000).plus({ days: n }));

  test("valid dates", () => {
    fc.assert(
      fc.property(day, ([y, m, d]) => {
        const expected = DateTime.utc(y, m, d);
        expect(localDate(y, m, d)).toBe(expected.isValid && m > 0 && d > 0 ? expected.toISODate() : null);
      }),
      { numRuns: runs(2_000) },
    );
    expect([isLocalDate("2025-02-30"), isLocalDate("2024-02-29"), isLocalDate("2025-2-3"), isLocalDate("x")]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  test("sums, differences, weekdays", () => {
    fc.assert(
      fc.property(real, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const from = date.toISODate()!;
        const to = date.plus({ days }).toISODate()!;
        expect([addDays(from, days), daysBetween(from, to), weekday(from)]).toEqual([to, days, date.weekday % 7]);
      }),
    );
  });
});
