/** A cache with a limited size. */
export interface ByteCache<Value> {
  get(key: string): Value | undefined;
  /** Stores `value`, which counts as `bytes`; a value larger than the whole cache is not stored. */
  set(key: string, value: Value, bytes: number): void;
}

/** The share of a cache for entries that were not requested again yet. */
const NEW_SHARE = 1 / 8;

/**
 * An empty cache of at most `most` bytes, a segmented LRU: a small segment for new entries, a large one for entries that were
 * used again. Many different requests, each sent once, therefore do not evict entries that are in use.
 */
export function createByteCache<Value>(most: number): ByteCache<Value> {
  const fresh = createSegment<Value>(most * NEW_SHARE, most);
  const reused = createSegment<Value>(most * (1 - NEW_SHARE), most);
  return {
    get(key) {
      const entry = reused.take(key) ?? fresh.take(key);
      if (entry === undefined) return undefined;
      reused.put(key, entry);
      // One large entry may exceed the share of its segment, but not the size of the cache.
      fresh.shrink(most - reused.bytes());
      return entry.value;
    },
    set(key, value, bytes) {
      reused.take(key);
      fresh.take(key);
      if (bytes > most) return;
      fresh.put(key, { value, bytes });
      reused.shrink(most - fresh.bytes());
    },
  };
}

interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Entries in the order of their last use, with at most `share` bytes in total; a single entry may have up to `most`. */
function createSegment<Value>(share: number, most: number) {
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
