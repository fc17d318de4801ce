import type { Bytes, Piece } from "./bytes.ts";

const DIGEST = 16;
/** Size of the number that precedes the names: their length in bytes. */
const NUMBER = 4;

/** Packs named pieces into one array for {@link unpackPieces}: names as JSON, then digests, then bodies. */
export function packPieces(pieces: readonly (readonly [string, Piece])[]): Bytes {
  const names = new TextEncoder().encode(JSON.stringify(pieces.map(([name, { bytes }]) => [name, bytes.length])));
  let at = NUMBER + names.length;
  const packed = new Uint8Array(pieces.reduce((sum, [, { bytes }]) => sum + DIGEST + bytes.length, at));
  new DataView(packed.buffer).setUint32(0, names.length);
  packed.set(names, NUMBER);
  for (const part of [...pieces.map(([, { digest }]) => digest), ...pieces.map(([, { bytes }]) => bytes)]) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Unpacks what {@link packPieces} returned, without copying. Throws for anything else. */
export function unpackPieces(packed: Bytes): ReadonlyMap<string, Piece> {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.length).getUint32(0);
  const names: readonly (readonly [string, number])[] = JSON.parse(
    new TextDecoder().decode(packed.subarray(NUMBER, NUMBER + length)),
  );
  let digestAt = NUMBER + length;
  let at = digestAt + names.length * DIGEST;
  const pieces = new Map<string, Piece>();
  for (const [name, size] of names) {
    const digest = packed.subarray(digestAt, digestAt + DIGEST);
    pieces.set(name, { bytes: packed.subarray(at, at + size), digest });
    digestAt += DIGEST;
    at += size;
  }
  if (at !== packed.length) throw new RangeError(`expected ${at} bytes of pieces, found ${packed.length}`);
  return pieces;
}
