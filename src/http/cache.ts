/** Keeps what is used again, up to a number of bytes. */
export interface ByteCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps `value`, which counts `bytes`; what is larger than all there may be is not kept. */
  set(key: string, value: Value, bytes: number): void;
}

/** This share of a cache is for what nobody has asked for again yet. */
const FRESH_SHARE = 1 / 8;

/**
 * An empty cache of at most `most` bytes. What is new has little room, what was asked for again has the rest, and in each
 * what was not used for longest goes first: so a flood of questions that are asked once drives out nothing that is in use,
 * and is forgotten while forgetting is cheap.
 */
export function createByteCache<Value>(most: number): ByteCache<Value> {
  const fresh = createQueue<Value>(most * FRESH_SHARE, most);
  const proven = createQueue<Value>(most * (1 - FRESH_SHARE), most);
  return {
    get(key) {
      const entry = proven.take(key) ?? fresh.take(key);
      if (entry === undefined) return undefined;
      proven.put(key, entry);
      // One large entry may have more than its share, as long as both together do not.
      fresh.shrink(most - proven.bytes());
      return entry.value;
    },
    set(key, value, bytes) {
      proven.take(key);
      fresh.take(key);
      if (bytes > most) return;
      fresh.put(key, { value, bytes });
      proven.shrink(most - fresh.bytes());
    },
  };
}

interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Entries in the order of their use, of `share` bytes in all; a single one may have up to `most`. */
function createQueue<Value>(share: number, most: number) {
  const entries = new Map<string, Entry<Value>>();
  let total = 0;

  function take(key: string): Entry<Value> | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    total -= entry.bytes;
    entries.delete(key);
    return entry;
  }

  function shrink(room: number): void {
    for (const oldest of entries.keys()) {
      if (total <= room) break;
      take(oldest);
    }
  }

  return {
    take,
    shrink,
    bytes: () => total,
    put(key: string, entry: Entry<Value>): void {
      shrink(Math.max(share, Math.min(entry.bytes, most)) - entry.bytes);
      entries.set(key, entry);
      total += entry.bytes;
    },
  };
}
