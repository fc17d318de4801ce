/** A function of a text that works out each result once; with more than `most` of them it begins anew. */
export function memo<Value extends NonNullable<unknown> | null>(
  find: (text: string) => Value,
  most = 50_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
