import type { Span } from "./inline.ts";

/** A function of a line's runs that is worked out once for each line read. */
export function remembered<T extends object>(make: (spans: readonly Span[]) => T): (spans: readonly Span[]) => T {
  const known = new WeakMap<readonly Span[], T>();
  return (spans) => {
    const found = known.get(spans);
    if (found) return found;
    const made = make(spans);
    known.set(spans, made);
    return made;
  };
}
