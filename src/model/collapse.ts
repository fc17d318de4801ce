/** Embeddings and overrides of direction, which would reach beyond the text: U+202A to U+202E. */
const BIDI = /[\u202a-\u202e]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const SPACE = /[\s\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\ufffd]+/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above; a text with none of these is tidy but for its ends
const UNTIDY = / {2}|[^\S ]|[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\ufeff\ufffd]/;

/** White space collapsed to single spaces and trimmed; control characters gone, also those that turn the direction of what follows. */
export function collapse(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  return text.replace(BIDI, "").replace(SPACE, " ").trim();
}

/** A text without these characters at its start and its end, white space collapsed; linear where a pattern is not. */
export function trimOf(text: string, atStart: string, atEnd: string): string {
  const whole = collapse(text);
  let [from, to] = [0, whole.length];
  while (from < to && atStart.includes(whole.charAt(from))) from++;
  while (to > from && atEnd.includes(whole.charAt(to - 1))) to--;
  return whole.slice(from, to);
}
