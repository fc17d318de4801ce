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
  const bytes = concat(parts.map((part) => part.bytes));
  return { bytes, digest: digestOf(concat(parts.map((part) => part.digest))) };
}

/** Copies neighbours in the same buffer, which events rendered one after the other are, in one go. */
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

/** Renders objects, each once. */
export interface OnceEach<Input extends object> {
  (input: Input): Piece;
  /** Remembers `piece`, which was rendered elsewhere, unless there is one already. */
  know(input: Input, piece: Piece): void;
}

/** A renderer that remembers its answers: each object is rendered once. */
export function onceEach<Input extends object>(render: (input: Input) => string): OnceEach<Input> {
  const rendered = new WeakMap<Input, Piece>();
  const [keepBytes, keepDigest] = [createKeeper(), createKeeper()];
  const each = (input: Input): Piece => {
    let piece = rendered.get(input);
    if (piece === undefined) {
      const { bytes, digest } = pieceOf(render(input));
      piece = { bytes: keepBytes(bytes), digest: keepDigest(digest) };
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
