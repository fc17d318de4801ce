/** One edit of a text, as a hand makes it. */
export interface Edit {
  readonly kind: "drop" | "double" | "swap" | "neighbour";
  /** 0-based index of the character. */
  readonly at: number;
  readonly text: string;
}

const ROWS = ["1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"];

/** `e` → `r`, `9` → `0`, `|` → `]`: the key to the right on an American keyboard, else that to the left; null for other characters. */
function neighbourOf(character: string): string | null {
  // A bar is typed with Shift on the key behind the brackets.
  if (character === "|") return "]";
  const lower = character.toLowerCase();
  const row = ROWS.find((keys) => keys.includes(lower));
  if (row === undefined) return null;
  const at = row.indexOf(lower);
  const found = row[at + 1] ?? row[at - 1] ?? "";
  return character === lower ? found : found.toUpperCase();
}

/** Every text that is one typo away: a character dropped, doubled, swapped with the next, or the key beside it. */
export function* editsOf(text: string): Generator<Edit> {
  for (let at = 0; at < text.length; at++) {
    const [before, one, next, after] = [text.slice(0, at), text[at]!, text[at + 1], text.slice(at + 1)];
    yield { kind: "drop", at, text: before + after };
    yield { kind: "double", at, text: before + one + one + after };
    if (next !== undefined && next !== one) yield { kind: "swap", at, text: before + next + one + text.slice(at + 2) };
    const neighbour = neighbourOf(one);
    if (neighbour !== null) yield { kind: "neighbour", at, text: before + neighbour + after };
  }
}
