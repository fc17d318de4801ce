/** A part of a line while it is read: text, a link, or signs that may turn out to be emphasis. */
export interface Piece {
  text: string;
  readonly url: string | null;
  strong: boolean;
  readonly strongText: string | null;
  /** Whether these signs may begin emphasis, or end it. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Text that means only itself. */
export function plainPiece(text: string): Piece {
  return { text, url: null, strong: false, strongText: null, opens: false, closes: false };
}

/** `**` or `_` with the characters next to them, empty at the ends of a line. */
export function signsPiece(text: string, before: string, after: string): Piece {
  const [left, right] = [kindOf(before), kindOf(after)];
  const opening = right === "letter" || (right === "sign" && left !== "letter");
  const closing = left === "letter" || (left === "sign" && right !== "letter");
  const inWords = text.startsWith("*");
  return {
    ...plainPiece(text),
    opens: opening && (inWords || left !== "letter" || !closing),
    closes: closing && (inWords || right !== "letter" || !opening),
  };
}

function kindOf(character: string): "blank" | "sign" | "letter" {
  if (character === "" || /\s/.test(character)) return "blank";
  return /[\p{P}\p{S}]/u.test(character) ? "sign" : "letter";
}

/** Takes off the signs that are emphasis, as CommonMark pairs them, and marks what they make bold; all other signs are text. */
export function resolveEmphasis(pieces: readonly Piece[]): void {
  const left = pieces.map(({ opens, closes, text }) => (opens || closes ? text.length : 0));
  for (let end = 0; end < pieces.length; end++) {
    const closing = pieces[end]!;
    for (let start = end - 1; closing.closes && left[end]! > 0 && start >= 0; start--) {
      const opening = pieces[start]!;
      if (!opening.opens || left[start] === 0 || opening.text[0] !== closing.text[0]) continue;
      if ((opening.closes || closing.opens) && left[end]! % 3 > 0 && (left[start]! + left[end]!) % 3 === 0) continue;
      const used = Math.min(left[start]!, left[end]!, 2);
      left[start]! -= used;
      left[end]! -= used;
      opening.text = opening.text.slice(used);
      closing.text = closing.text.slice(used);
      for (let inside = start + 1; inside < end; inside++) {
        if (used === 2) pieces[inside]!.strong = true;
        left[inside] = 0;
      }
      start++;
    }
  }
}
