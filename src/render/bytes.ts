import { sha256 } from "@noble/hashes/sha2.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A part of an answer, or a whole one: its bytes and a digest of them, so that joining parts need not read them again. */
export interface Piece {
  readonly bytes: Bytes;
  /** 16 bytes, equal for equal bytes made of equal parts. */
  readonly digest: Bytes;
}

const DIGEST = 16;
/** Bytes of the large arrays that rendered pieces share. */
const SLAB = 256 * 1024;
const encoder = new TextEncoder();

/** `text` in UTF-8. */
export function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text);
  return { bytes, digest: digestOf(bytes) };
}

/** `parts` one after the other. */
export function join(parts: readonly Piece[]): Piece {
  let length = 0;
  for (const part of parts) length += part.bytes.length;
  const bytes = new Uint8Array(length);
  const digests = new Uint8Array(parts.length * DIGEST);
  let [end, digestEnd] = [0, 0];
  for (const part of parts) {
    bytes.set(part.bytes, end);
    digests.set(part.digest, digestEnd);
    end += part.bytes.length;
    digestEnd += DIGEST;
  }
  return { bytes, digest: digestOf(digests) };
}

/** A renderer that remembers its answers: each object is rendered once. */
export function onceEach<Input extends object>(render: (input: Input) => string): (input: Input) => Piece {
  const rendered = new WeakMap<Input, Piece>();
  const keep = createKeeper();
  return (input) => {
    let piece = rendered.get(input);
    if (piece === undefined) {
      const { bytes, digest } = pieceOf(render(input));
      piece = { bytes: keep(bytes), digest: keep(digest) };
      rendered.set(input, piece);
    }
    return piece;
  };
}

/** Copies small arrays side by side into large ones: thousands of small buffers would keep the garbage collector busy. */
function createKeeper(): (bytes: Bytes) => Bytes {
  let slab = new Uint8Array(0);
  let used = 0;
  return (bytes) => {
    if (used + bytes.length > slab.length) {
      slab = new Uint8Array(Math.max(SLAB, bytes.length));
      used = 0;
    }
    const kept = slab.subarray(used, used + bytes.length);
    kept.set(bytes);
    used += bytes.length;
    return kept;
  };
}

function digestOf(bytes: Bytes): Bytes {
  return new Uint8Array(sha256(bytes).subarray(0, DIGEST));
}
