/** Bytes that clients have not received yet. */
export interface Unsent {
  /** Whether `body` may be sent to one more client. */
  hasRoom(body: Uint8Array): boolean;
  /** Counts `body`, once for all clients, until it was {@link release}d as often. */
  hold(body: Uint8Array): void;
  release(body: Uint8Array): void;
  /** Total bytes waiting. */
  bytes(): number;
}

/** Bodies up to this size are never rejected: there is enough memory for one on every connection. */
const SMALL = 16 * 1024;

/** Larger bodies count as large. */
const LARGE = 256 * 1024;

/** Maximum of bytes waiting in total; large bodies leave some of it to others. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_LARGE_BYTES = 24 * 1024 * 1024;

/** Initially nothing is waiting. */
export function createUnsent(): Unsent {
  /** Bytes and number of clients by underlying buffer, which several views can share. */
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
