/** Bytes that clients have not taken yet. */
export interface Unsent {
  /** Whether `body` may wait for one more client. */
  hasRoom(body: Uint8Array): boolean;
  /** Counts `body`, once for all who wait for it, until it was {@link release}d as often. */
  hold(body: Uint8Array): void;
  release(body: Uint8Array): void;
  /** Bytes of all that waits. */
  bytes(): number;
}

/** A body of no more bytes is never refused: as many as there may be connections fit beside all else. */
const SMALL = 16 * 1024;

/** A larger one is large. */
const LARGE = 256 * 1024;

/** Bytes that may wait in all; large bodies leave some of it to others. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_LARGE_BYTES = 24 * 1024 * 1024;

/** With nothing that waits. */
export function createUnsent(): Unsent {
  /** By the memory that they are in, which several views may share: how many bytes, for how many clients. */
  const waiting = new Map<ArrayBufferLike, { readonly bytes: number; clients: number }>();
  let total = 0;
  return {
    hasRoom({ buffer, length }) {
      // A single body always fits, however large.
      if (length <= SMALL || total === 0 || waiting.has(buffer)) return true;
      return total + length <= (length > LARGE ? MOST_LARGE_BYTES : MOST_BYTES);
    },
    hold({ buffer, length }) {
      const there = waiting.get(buffer);
      if (there !== undefined) there.clients += 1;
      else {
        waiting.set(buffer, { bytes: length, clients: 1 });
        total += length;
      }
    },
    release({ buffer }) {
      const there = waiting.get(buffer);
      if (there === undefined || --there.clients > 0) return;
      waiting.delete(buffer);
      total -= there.bytes;
    },
    bytes: () => total,
  };
}
