import { describe, expect, it } from "vitest";
import { pieceOf } from "../../src/render/bytes.ts";
import { packPieces, unpackPieces } from "../../src/render/packed.ts";

const PIECES = [
  ["first", pieceOf("BEGIN:VEVENT\r\n")],
  ["größe 🦀", pieceOf("Größe 🦀")],
  ["none", pieceOf("")],
] as const;

describe("packed pieces", () => {
  it.each([[PIECES], [[]]])("are unpacked unchanged", (pieces) => {
    const packed = packPieces(pieces);
    // As it stands in the middle of another array.
    const within = new Uint8Array(packed.length + 6);
    within.set(packed, 3);
    const found = unpackPieces(within.subarray(3, 3 + packed.length));
    expect([...found].map(([name, { bytes, digest }]) => [name, [...bytes], [...digest]])).toEqual(
      pieces.map(([name, { bytes, digest }]) => [name, [...bytes], [...digest]]),
    );
  });

  it("are rejected if they are truncated or something else", () => {
    const packed = packPieces(PIECES);
    for (let length = 0; length < packed.length; length++)
      expect(() => unpackPieces(packed.slice(0, length))).toThrow();
    expect(() => unpackPieces(new TextEncoder().encode("<html>not found</html>"))).toThrow();
  });
});
