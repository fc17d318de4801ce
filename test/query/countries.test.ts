import { iso31661 } from "iso-3166";
import { describe, expect, test } from "vitest";
import { COUNTRIES, countryName, countryOf } from "../../src/query/countries.ts";
import { slugOf } from "../../src/query/fold.ts";

describe("countries", () => {
  test("are those of ISO 3166", () => {
    const assigned = iso31661.filter(({ state }) => state === "assigned").map(({ alpha2 }) => alpha2);
    expect([...COUNTRIES].sort()).toEqual(assigned.sort());
  });

  test("are found by name and code, each by its own only", () => {
    for (const code of COUNTRIES) {
      expect(countryOf(code.toLowerCase())).toBe(code);
      expect(countryOf(countryName(code))).toBe(code);
      expect(countryOf(slugOf(countryName(code)))).toBe(code);
    }
    expect(new Set(COUNTRIES.map(countryName)).size).toBe(COUNTRIES.length);
  });

  test.each([
    ["uk", "GB"],
    ["Great Britain", "GB"],
    ["USA", "US"],
    ["The Netherlands", "NL"],
    ["netherlands", "NL"],
    ["Turkey", "TR"],
    ["SÃO TOMÉ AND PRÍNCIPE", "ST"],
    ["czech-republic", "CZ"],
  ])("%s is %s", (word, code) => expect(countryOf(word)).toBe(code));

  test.each(["", "the", "XX", "UKK", "constructor", "__proto__", "Europe", "DE "])("%j is none", (word) =>
    expect(countryOf(word)).toBeUndefined(),
  );

  test("have names for use in a sentence", () => {
    expect(["DE", "NL", "GB", "TR", "XK"].map(countryName)).toEqual([
      "Germany",
      "the Netherlands",
      "the United Kingdom",
      "Türkiye",
      "XK",
    ]);
  });
});
