import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postingsOf, whereAll } from "../../src/query/postings.ts";

describe("postings", () => {
  test("contain the positions of each key", () => {
    const postings = postingsOf(["a b", "b", "", "b a"], (text) => text.split(" "));
    expect([...postings]).toEqual([
      ["a", [0, 3]],
      ["b", [0, 1, 3]],
      ["", [2]],
    ]);
  });

  test("intersect like sets", () => {
    const postings = fc.array(fc.nat(19), { maxLength: 30 });
    const conditions = fc.array(fc.array(postings, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(conditions, (given) => {
        const all = Array.from({ length: 20 }, (_, position) => position);
        const expected = all.filter((position) => given.every((any) => any.some((one) => one.includes(position))));
        expect(whereAll(20, given)).toEqual(expected);
      }),
    );
  });

  test("support very many conditions", () => {
    const everywhere = [[0, 1]];
    const conditions = Array.from({ length: 1_000 }, () => everywhere);
    expect(whereAll(2, conditions)).toEqual([0, 1]);
    expect(whereAll(2, [...conditions, [[1]]])).toEqual([1]);
  });
});
