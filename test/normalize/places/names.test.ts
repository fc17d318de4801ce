import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/normalize/places/fold.ts";
import { referencesOf } from "../../../src/normalize/places/sorted-names.ts";
import { distance, typosAllowed } from "../../../src/normalize/places/typos.ts";
import { runs } from "../../runs.ts";
import { data } from "./gazetteer.ts";

describe("fold", () => {
  it.each([
    ["Łódź", "lodz"],
    ["København", "kobenhavn"],
    ["Straßburg", "strassburg"],
    ["Ra'anana", "raanana"],
    ["Ra’anana", "raanana"],
    ["Saint-Étienne", "saint etienne"],
    ["St. Louis", "saint louis"],
    ["ST LOUIS", "saint louis"],
    ["Stuttgart", "stuttgart"],
    ["İstanbul", "istanbul"],
    ["Diyarbakır", "diyarbakir"],
    ["Đà Nẵng", "da nang"],
    ["Œuilly", "oeuilly"],
    ["Tel Aviv-Yafo", "tel aviv yafo"],
    ["  A  (B) ", "a b"],
    ["", ""],
  ])("%s → %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("changes nothing that is folded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

/** The textbook's table, without band or limit. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row || column),
  );
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const [above, here] = [table[row - 1]!, table[row]!];
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      here[column] = Math.min(above[column - 1]! + cost, above[column]! + 1, here[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) here[column] = Math.min(here[column]!, table[row - 2]![column - 2]! + 1);
    }
  }
  return table[a.length]![b.length]!;
}

describe("distance", () => {
  it("is the textbook's, as far as the limit goes", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: runs(2000) },
    );
  });

  it("allows a typo from five letters, two from ten", () => {
    expect([4, 5, 9, 10, 30].map(typosAllowed)).toEqual([0, 1, 1, 2, 2]);
  });
});

describe("sorted names", () => {
  it.each(["areas", "notable", "large", "small"] as const)("finds each of the %s", (list) => {
    const names = data.names[list];
    let count = 0;
    for (const entry of names.split("|")) {
      const [name = "", references = ""] = entry.split("=");
      if (++count % 7 === 1) expect(referencesOf(names, name)).toEqual(references.split(","));
    }
    expect(count).toBeGreaterThan(5000);
  });

  it("finds nothing else", () => {
    expect(["", "a", "zzzz", "berlin=", "|"].flatMap((name) => referencesOf(data.names.small, name))).toEqual([]);
    expect(referencesOf("", "berlin")).toEqual([]);
    expect(["a", "b", "c", "d"].map((name) => referencesOf("b=X1|c=Y2,Z3", name))).toEqual([
      [],
      ["X1"],
      ["Y2", "Z3"],
      [],
    ]);
  });
});
