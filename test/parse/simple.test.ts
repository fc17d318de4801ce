import fc from "fast-check";
import { expect, test } from "vitest";
import { parsedSpans } from "../../src/parse/inline.ts";
import { simpleSpans } from "../../src/parse/simple.ts";
import type { Span } from "../../src/parse/span.ts";
import { FEW, runs } from "../runs.ts";

/** Runs with white space collapsed, as the parser makes of them. */
function flat(spans: readonly Span[]) {
  return spans.map(({ text, ...rest }) => ({ text: text.replace(/\s+/g, " ").trim(), ...rest }));
}

const LINK = "[Fjord](https://example.org/)";
const sign = fc.constantFrom(
  ..."a b . , * ** *** **** _ __ ` `` [ ] ( ) ](u) ]( ](<u>) ](u(v)w) ](a_b*c) ! ![ < > <3 <T> <b> <p> <A> & &amp; &b \\ é – 🦀 ~ : \u00a0 \u200b".split(
    " ",
  ),
  " ",
  " ",
  "[**T**](u)",
  LINK,
);

test("a line that is simple is read as remark reads it", () => {
  let simple = 0;
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 16 }), (signs) => {
      const line = signs.join("").trim();
      const spans = simpleSpans(line);
      if (spans === null) return;
      simple++;
      expect(flat(spans)).toEqual(flat(parsedSpans(line)));
    }),
    { numRuns: runs(10_000) },
  );
  expect(simple).toBeGreaterThan(FEW ? 10 : 1_000);
});

test.each([
  `**${LINK}.** More`,
  `*${LINK}*.`,
  "[Oct 9. `map_err(...)` and *more*](https://example.org/)",
  "[**An *odd* title **](https://example.org/)",
  "[***Odd* title**](https://example.org/) | [**_Odd_ title**](https://example.org/)",
  "[Oct 9. Rust <3 you, Vec<T>](<https://example.org/>) [postponed]",
  "[**Title**]: 6:30pm, town hall",
])("is simple: %s", (line) => {
  expect(flat(simpleSpans(line) ?? [])).toEqual(flat(parsedSpans(line)));
});

test.each([
  "![a](b)",
  "a <b>c</b>",
  "a &amp; b",
  "a \\* b",
  '[a](b "c")',
  "<https://example.org/>",
  "<me@example.org>",
])("is left to remark: %s", (line) => {
  expect(simpleSpans(line)).toBeNull();
});
