/** Positions in a list; duplicates are allowed. */
export type Postings = readonly number[];

/** An inverted index: the positions of `entries`, ascending, by the keys that `keysOf` returns. */
export function postingsOf<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, Postings> {
  const postings = new Map<string, number[]>();
  for (const [position, entry] of entries.entries()) {
    for (const key of keysOf(entry)) {
      const at = postings.get(key);
      if (at === undefined) postings.set(key, [position]);
      else at.push(position);
    }
  }
  return postings;
}

/**
 * The positions below `length` that meet all `conditions`, ascending; a condition is met by a position in any of its postings. At
 * most 65,535 conditions.
 */
export function whereAll(length: number, conditions: readonly (readonly Postings[])[]): number[] {
  const met = new Uint16Array(length);
  for (const [step, condition] of conditions.entries()) {
    for (const postings of condition)
      for (const position of postings) if (met[position] === step) met[position] = step + 1;
  }
  const found: number[] = [];
  for (let position = 0; position < length; position++) if (met[position] === conditions.length) found.push(position);
  return found;
}
