/**
 * Whether two folded names are at most `limit` slips of the pen apart: a letter too many, too few, another, or two
 * neighbours swapped (Damerau-Levenshtein, each pair swapped at most once).
 */
export function within(limit: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(last[column - 1]! + cost, last[column]! + 1, line[column - 1]! + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, before[column - 2]! + 1);
      line.push(best);
      least = Math.min(least, best);
    }
    if (least > limit) return false;
    before = last;
    last = line;
  }
  return last[b.length]! <= limit;
}

/** Slips that a name of this many letters may have: none below five, one, two from ten. */
export function slips(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : 2;
}
