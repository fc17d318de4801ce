import fc from "fast-check";
import { expect, test } from "vitest";
import { join, onceEach, pieceOf } from "../../src/render/bytes.ts";

const decoder = new TextDecoder();
const textOf = (bytes: Uint8Array) => decoder.decode(bytes);

test("pieces can be joined in any order and repeatedly", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 30 }), (given, order) => {
      const inputs = given.map((text) => ({ text }));
      const render = onceEach(({ text }: { readonly text: string }) => text);
      inputs.forEach(render);
      const chosen = order.map((at) => inputs[at % inputs.length] ?? { text: "" });
      const joined = join([pieceOf("<"), ...chosen.map(render), pieceOf(">")]);
      expect(textOf(joined.bytes)).toBe(`<${chosen.map(({ text }) => text).join("")}>`);
      const alone = join([pieceOf("<"), ...chosen.map(({ text }) => pieceOf(text)), pieceOf(">")]);
      expect(joined.digest).toEqual(alone.digest);
    }),
  );
});

test("pieces larger than the shared buffers are not truncated", () => {
  const render = onceEach(({ size }: { readonly size: number }) => "x".repeat(size));
  const sizes = [10, 300_000, 20, 250_000, 5];
  const joined = join(sizes.map((size) => render({ size })));
  expect(joined.bytes.length).toBe(sizes.reduce((sum, size) => sum + size));
});
