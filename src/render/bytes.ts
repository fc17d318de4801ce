import { sha256 } from "@noble/hashes/sha2.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A part of an answer, or a whole one: its bytes and a digest of them, so that joining parts need not read them again. */
export interface Piece {
  readonly bytes: Bytes;
  /** 16 bytes, equal for equal bytes made of equal parts. */
  readonly digest: Uint8Array;
}

const encoder = new TextEncoder();

/** `text` in UTF-8. */
export function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text);
  return { bytes, digest: digestOf(bytes) };
}

/** `parts` one after the other. */
export function join(parts: readonly Piece[]): Piece {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  const digests = new Uint8Array(parts.reduce((sum, part) => sum + part.digest.length, 0));
  let [end, digestEnd] = [0, 0];
  for (const part of parts) {
    bytes.set(part.bytes, end);
    digests.set(part.digest, digestEnd);
    end += part.bytes.length;
    digestEnd += part.digest.length;
  }
  return { bytes, digest: digestOf(digests) };
}

/** A renderer that remembers its answers: each object is rendered once. */
export function onceEach<Input extends object>(render: (input: Input) => string): (input: Input) => Piece {
  const rendered = new WeakMap<Input, Piece>();
  return (input) => {
    let piece = rendered.get(input);
    if (piece === undefined) {
      piece = pieceOf(render(input));
      rendered.set(input, piece);
    }
    return piece;
  };
}

function digestOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, 16);
}
