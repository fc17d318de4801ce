import { plainLetters } from "../model/letters.ts";

/** `text` as it is compared: lower case, without accents, white space collapsed. Folding twice changes nothing. */
export function fold(text: string): string {
  return foldLetters(text).replace(/\s+/g, " ").trim();
}

/** As {@link fold}, but white space stays as it is. */
export function foldLetters(text: string): string {
  return isAscii(text) ? text.toLowerCase() : plainLetters(text);
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
  return /^[\u0000-\u007f]*$/.test(text);
}

/** `text` as a path segment: `São Paulo` → `sao-paulo`. Empty when it has neither letters nor digits. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
