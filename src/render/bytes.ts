import { sha256 } from "@noble/hashes/sha2.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A response body or a part of one, with a digest, so that the digest of a whole can be computed from those of its parts. */
export interface Piece {
  readonly bytes: Bytes;
  /** 16 bytes; equal if the bytes are equal and were joined from equal parts. */
  readonly digest: Bytes;
}

const DIGEST = 16;
/** Size in bytes of the buffers that rendered pieces share. */
const SLAB = 256 * 1024;
const encoder = new TextEncoder();

/** `text` in UTF-8. */
export function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text);
  return { bytes, digest: digestOf(bytes) };
}

/** Concatenates `parts`. */
export function join(parts: readonly Piece[]): Piece {
  const bytes = concat(parts.map((part) => part.bytes));
  return { bytes, digest: digestOf(concat(parts.map((part) => part.digest))) };
}

/** Concatenates arrays; arrays that are adjacent in the same buffer, as those of many events are, are copied together. */
function concat(arrays: readonly Bytes[]): Bytes {
  let length = 0;
  for (const array of arrays) length += array.length;
  const whole = new Uint8Array(length);
  let end = 0;
  for (let at = 0; at < arrays.length; ) {
    const { buffer, byteOffset } = arrays[at] as Bytes;
    let runEnd = byteOffset;
    for (; at < arrays.length; at++) {
      const next = arrays[at] as Bytes;
      if (next.byteOffset !== runEnd || next.buffer !== buffer) break;
      runEnd += next.length;
    }
    whole.set(new Uint8Array(buffer, byteOffset, runEnd - byteOffset), end);
    end += runEnd - byteOffset;
  }
  return whole;
}

/** Renders each object once. */
export interface OnceEach<Input extends object> {
  (input: Input): Piece;
  /** Caches `piece`, which was rendered elsewhere, unless `input` was already rendered. */
  know(input: Input, piece: Piece): void;
}

/** Wraps `render` with a cache, so that each object is rendered once. */
export function onceEach<Input extends object>(render: (input: Input) => string): OnceEach<Input> {
  const rendered = new WeakMap<Input, Piece>();
  const [packBytes, packDigest] = [createPacker(), createPacker()];
  const each = (input: Input): Piece => {
    let piece = rendered.get(input);
    if (piece === undefined) {
      const { bytes, digest } = pieceOf(render(input));
      piece = { bytes: packBytes(bytes), digest: packDigest(digest) };
      rendered.set(input, piece);
    }
    return piece;
  };
  return Object.assign(each, {
    know(input: Input, piece: Piece) {
      if (!rendered.has(input)) rendered.set(input, piece);
    },
  });
}

/** Copies small arrays into shared buffers: thousands of small buffers would slow down the garbage collector. */
function createPacker(): (bytes: Bytes) => Bytes {
  let slab = new Uint8Array(0);
  let used = 0;
  return (bytes) => {
    if (used + bytes.length > slab.length) {
      slab = new Uint8Array(Math.max(SLAB, bytes.length));
      used = 0;
    }
    const copy = slab.subarray(used, used + bytes.length);
    copy.set(bytes);
    used += bytes.length;
    return copy;
  };
}

function digestOf(bytes: Bytes): Bytes {
  return new Uint8Array(sha256(bytes).subarray(0, DIGEST));
}
