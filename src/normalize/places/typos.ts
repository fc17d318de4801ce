/** Longest name that is compared; longer ones are no typo of each other. */
const LONGEST = 40;
const lines = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)];

/**
 * Typos between two folded names, `limit + 1` when there are more than `limit`: a letter too many, too few, another, or
 * two neighbours swapped (Damerau-Levenshtein, each pair swapped at most once; only the band that matters).
 */
export function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > LONGEST) return far;
  let [before, last, line] = lines as [Uint8Array, Uint8Array, Uint8Array];
  for (let column = 0; column <= b.length; column++) last[column] = Math.min(column, far);
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    const letter = a.charCodeAt(row - 1);
    line[from - 1] = from === 1 ? Math.min(row, far) : far;
    let least = line[from - 1]!;
    for (let column = from; column <= to; column++) {
      const other = b.charCodeAt(column - 1);
      let best = last[column - 1]! + (letter === other ? 0 : 1);
      if (column < row + limit) best = Math.min(best, last[column]! + 1);
      best = Math.min(best, line[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other;
      if (swapped) best = Math.min(best, before[column - 2]! + 1);
      line[column] = Math.min(best, far);
      least = Math.min(least, best);
    }
    if (least > limit) return far;
    [before, last, line] = [last, line, before];
  }
  return last[b.length]!;
}

/** Typos that a name of this many letters may have: none below five, one, two from ten. */
export function typosAllowed(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : 2;
}
