import type { SortedNames } from "./data.ts";

/** The references of a folded name; empty when it is not there. Takes time by the logarithm of the length. */
export function referencesOf(names: SortedNames, folded: string): readonly string[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : names.lastIndexOf("|", middle - 1) + 1;
    const equals = names.indexOf("=", start);
    const name = names.slice(start, equals);
    const next = names.indexOf("|", equals);
    const end = next < 0 ? names.length : next;
    if (name === folded) return names.slice(equals + 1, end).split(",");
    if (name < folded) low = end + 1;
    else high = Math.min(start, middle);
  }
  return [];
}
