import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import { cadenceOf } from "../../src/query/cadence.ts";

/** Days with these gaps between them, the last on 2026-03-01. */
function days(...gaps: readonly number[]): string[] {
  const given = ["2026-03-01"];
  for (const gap of gaps.toReversed()) given.unshift(addDays(given[0]!, -gap));
  return given;
}

describe("a group meets", () => {
  test.each<[string, string[], string | null]>([
    ["each Tuesday", days(7, 7, 7, 7), "weekly"],
    ["each Tuesday, but for holidays", days(7, 7, 21, 7, 7, 14, 7), "weekly"],
    ["every other week", days(14, 14, 14), "every two weeks"],
    ["on the second Thursday of each month", days(28, 28, 35, 28), "monthly"],
    ["on the 1st of each month, but for summer", days(31, 30, 92, 30, 31), "monthly"],
    ["now and then", days(3, 50, 12, 90), "irregular"],
    ["every two months", days(61, 61, 61), "irregular"],
    ["weekly of late, after years without", days(700, 7, 7, 7), "weekly"],
    ["on the days of a conference", ["2026-03-01", "2026-03-01"], null],
    ["three times", days(7, 7), null],
    ["never", [], null],
  ])("%s", (_, given, cadence) => expect(cadenceOf(given.toReversed(), "2026-03-10")).toBe(cadence));

  test("no longer: dormant after half a year without meetings", () => {
    expect(cadenceOf(days(7, 7, 7), addDays("2026-03-01", 180))).toBe("weekly");
    expect(cadenceOf(days(7, 7, 7), addDays("2026-03-01", 181))).toBe("dormant");
    expect(cadenceOf(["2019-01-01"], "2026-03-01")).toBe("dormant");
    expect(cadenceOf(["2019-01-01", "2026-06-01"], "2026-03-01")).toBeNull();
  });
});
