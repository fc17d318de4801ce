import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLetters } from "../../src/model/letters.ts";
import { wordsOf } from "../../src/model/words.ts";

describe("wordsOf", () => {
  it.each([
    ["Rust & C++ in Łódź", ["rust", "and", "c++", "in", "lodz"]],
    ["Let's learn C#!", ["lets", "learn", "c#"]],
    ["Let’s meet, ’23", ["lets", "meet", "23"]],
    ["🦀", []],
  ])("%s", (text, words) => expect(wordsOf(text)).toEqual(words));

  it("has the same result for ASCII as the general algorithm", () => {
    const ascii = fc.string({ unit: "binary-ascii" });
    fc.assert(
      fc.property(ascii, (text) => {
        expect(plainLetters(`${text}é`)).toBe(`${plainLetters(text)}e`);
        expect(wordsOf(`${text} é`)).toEqual([...wordsOf(text), "e"]);
      }),
    );
  });
});
