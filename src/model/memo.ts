/** Memoizes a function of a string; the cache is cleared when it has `most` entries. */
export function memo<Value extends NonNullable<unknown> | null>(
  find: (text: string) => Value,
  most = 50_000,
): (text: string) => Value {
  const cache = new Map<string, Value>();
  return (text) => {
    const cached = cache.get(text);
    if (cached !== undefined) return cached;
    const found = find(text);
    if (cache.size >= most) cache.clear();
    cache.set(text, found);
    return found;
  };
}
