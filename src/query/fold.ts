import { plainLetters } from "../model/letters.ts";

/** `text` for comparison: lower case, without accents, with white space collapsed. Idempotent. */
export function fold(text: string): string {
  return foldLetters(text).replace(/\s+/g, " ").trim();
}

/** {@link fold} without changing white space. */
export function foldLetters(text: string): string {
  return isAscii(text) ? text.toLowerCase() : plainLetters(text);
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
  return /^[\u0000-\u007f]*$/.test(text);
}

/** `text` as a path segment: `São Paulo` → `sao-paulo`. Empty without letters or digits. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
