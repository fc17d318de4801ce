import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import type { DataSet, IssueRef } from "../../src/model/event.ts";
import { heldOf } from "../../src/sync/hold.ts";

/** A data set of weekly issues with the given numbers of listings. */
function weeks(...listings: readonly number[]): DataSet {
  const issues = listings.map((count, week): IssueRef => {
    const issue = addDays("2025-01-01", 7 * week);
    return { issue, number: null, file: `${issue}.md`, blob: String(week), listings: count };
  });
  const newestIssue = issues.at(-1)?.issue ?? null;
  return { format: 1, version: "", newestIssue, attribution: "", issues, groups: [], events: [], calls: [] };
}

const YEAR = [40, 38, 44, 41, 39, 42, 40, 43];

describe("which issues are held back", () => {
  const held = (added: readonly number[], publish: readonly string[] = [], known = YEAR) =>
    heldOf(weeks(...known, ...added), weeks(...known), new Set(publish)).map(({ ref }) => ref.listings);

  test.each([
    [[20], [], "half of the median of the eight before, 40 or 41"],
    [[21], [], "just enough"],
    [[19], [19], "less than half"],
    [[0], [0], "nothing was understood"],
    [[45, 2], [2], "the one before is as usual"],
    [[3, 2], [3, 2], "both may have a form that is not understood"],
    [[3, 40], [], "a later one shows that the form is understood"],
    [[3, 40, 5], [5], "only what is newest"],
    [[], [], "nothing is new"],
  ])("new issues with %j listings: %j held (%s)", (added, expected) => {
    expect(held(added)).toEqual(expected);
  });

  test("does not hold back issues listed in data/overrides.json", () => {
    const next = addDays("2025-01-01", 7 * YEAR.length);
    expect(held([3], [next])).toEqual([]);
    expect(held([3, 2], [next])).toEqual([2]);
  });

  test("holds back nothing without enough earlier issues", () => {
    expect(held([0], [], [40, 40, 40])).toEqual([]);
    expect(held([0], [], [40, 40, 40, 40])).toEqual([0]);
  });

  test("holds back edited issues, too", () => {
    const before = weeks(...YEAR);
    const issues = before.issues.map((ref, at) => (at === 7 ? { ...ref, blob: "edited", listings: 1 } : ref));
    expect(heldOf({ ...before, issues }, before, undefined).map(({ ref }) => ref.blob)).toEqual(["edited"]);
    expect(heldOf(before, before, undefined)).toEqual([]);
  });
});
