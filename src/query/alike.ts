/** Longer names are no typos of what anybody has heard of. */
const LONGEST = 60;
/** One typo in so many letters is forgiven. */
const LETTERS_A_SLIP = 4;
/** Fewer letters tell nothing but themselves. */
const SHORTEST = 3;

/** What is alike in its first words alone comes behind what is as alike as a whole. */
const BEGINNING_ALONE = 0.5;

/** Those of `names` that `name` may be a typo or the beginning of, likeliest first and `most` of them; all folded. */
export function alike(name: string, names: readonly string[], most = 5): readonly string[] {
  if (name.length < SHORTEST || name.length > LONGEST) return names.filter((other) => other === name);
  const allowed = Math.max(1, Math.floor(name.length / LETTERS_A_SLIP));
  const words = name.split("-").length;
  const found: { readonly other: string; readonly far: number }[] = [];
  for (const other of names) {
    const beginning = other.split("-", words).join("-");
    const far = Math.min(
      typosBetween(name, other, allowed),
      other.startsWith(name) ? allowed : typosBetween(name, beginning, allowed) + BEGINNING_ALONE,
    );
    if (far < allowed + 1) found.push({ other, far });
  }
  return found
    .sort((a, b) => a.far - b.far || a.other.length - b.other.length)
    .slice(0, most)
    .map(({ other }) => other);
}

/**
 * How many letters are wrong, missing, too many, or have changed places with a neighbour (optimal string alignment);
 * any larger number where there are more than `most`.
 */
function typosBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
