import { expect, it } from "vitest";
import { mergeIssue } from "../../src/merge/fold.ts";
import { NO_OVERRIDES } from "../../src/merge/overrides.ts";
import { MERGE_RULES } from "../../src/merge/rules.ts";
import { openState } from "../../src/merge/state.ts";
import { canonicalLink } from "../../src/normalize/link.ts";
import { A } from "./cases.ts";
import { listing } from "./listings.ts";

it("each rule has a name of its own and says in a sentence what it does", () => {
  const names = MERGE_RULES.map(({ rule }) => rule);
  expect(new Set(names).size).toBe(names.length);
  for (const { rule, says } of MERGE_RULES) {
    expect(rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(says).toMatch(/\.$/);
  }
});

it("a rule that is applied is reported with the listing", () => {
  const state = openState([], null, canonicalLink);
  const applied: string[] = [];
  const trace = (rule: string, printed: string) => applied.push(`${rule}: ${printed}`);
  for (const issue of ["2024-05-01", "2024-05-08"])
    mergeIssue(
      state,
      { issue, number: null, window: null, listings: [listing(issue, 1, { url: A })] },
      NO_OVERRIDES,
      trace,
    );
  expect(applied).toEqual([`same-page: 2024-05-14 Ferris and Friends ${A}`]);
});
