/** Keeps what was used last, up to a number of bytes. */
export interface ByteCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps `value`, which counts `bytes`, and drops what was not used for longest; what is larger than all there may be is not kept. */
  set(key: string, value: Value, bytes: number): void;
}

/** An empty cache of at most `most` bytes. */
export function createByteCache<Value>(most: number): ByteCache<Value> {
  const kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  let total = 0;

  function drop(key: string): void {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return {
    get(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > most) return;
      kept.set(key, { value, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= most) break;
        drop(oldest);
      }
    },
  };
}
