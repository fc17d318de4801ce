/** Names shorter or longer than this only match exactly. */
const SHORTEST = 3;
const LONGEST = 60;
/** One typo is allowed for this many letters. */
const LETTERS_PER_TYPO = 4;

/** Added to the distance of names of which only the first words match, so that they rank below full matches. */
const PREFIX_PENALTY = 0.5;

/** Those of `names` that `name` may be a typo or a prefix of: at most `most`, closest first. All names are folded. */
export function suggest(name: string, names: readonly string[], most = 5): readonly string[] {
  if (name.length < SHORTEST || name.length > LONGEST) return names.filter((other) => other === name);
  const allowed = Math.max(1, Math.floor(name.length / LETTERS_PER_TYPO));
  const words = name.split("-").length;
  const found: { readonly other: string; readonly distance: number }[] = [];
  for (const other of names) {
    const prefix = other.split("-", words).join("-");
    const distance = Math.min(
      typosBetween(name, other, allowed),
      other.startsWith(name) ? allowed : typosBetween(name, prefix, allowed) + PREFIX_PENALTY,
    );
    if (distance < allowed + 1) found.push({ other, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || a.other.length - b.other.length)
    .slice(0, most)
    .map(({ other }) => other);
}

/**
 * The number of letters that are wrong, missing, extra or swapped with a neighbour (optimal string alignment distance); any
 * larger number if it exceeds `most`.
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
