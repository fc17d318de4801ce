import { isAscii, plainLetters } from "../../model/letters.ts";

const APOSTROPHES = /['’‘ʻʼ`´]/g;
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function saint(folded: string): string {
  return folded.includes("st") ? folded.replace(/\bst\b/g, "saint") : folded;
}

/**
 * The form in which names of places are compared: lower case, without marks and apostrophes, other punctuation as one
 * blank, `St.` as `saint`. `"Saint-Étienne"` → `"saint etienne"`, `"Łódź"` → `"lodz"`, `"Ra'anana"` → `"raanana"`.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return saint(text.toLowerCase());
  if (isAscii(text)) {
    const lower = text.toLowerCase().replace(APOSTROPHES, "");
    return saint(lower.replace(/[^a-z0-9]+/g, " ").trim());
  }
  const lower = plainLetters(text).replace(APOSTROPHES, "");
  return saint(lower.replace(/[^\p{L}\p{N}]+/gu, " ").trim());
}
