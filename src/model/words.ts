import { isAscii, plainLetters } from "./letters.ts";

/** The words of a text for comparison: lower case, without accents, punctuation and emoji; `c++` and `c#` are words. */
export function wordsOf(text: string): readonly string[] {
  const plain = plainLetters(text.replaceAll("&", " and "));
  if (isAscii(plain)) return plain.replaceAll("'", "").match(/[a-z0-9]+(?:\+\+|#)?/g) ?? [];
  return plain.replace(/['’]/g, "").match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu) ?? [];
}
