import { visible } from "./visible.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const SPACE = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]+/g;

/** A text with none of these is tidy but for its ends: two spaces, other white space, control and format characters. */
const UNTIDY = / {2}|[^\S ]|[\p{Cc}\p{Cf}\ufffd]/u;

/** White space collapsed to single spaces and trimmed; control characters and those that nobody sees gone. */
export function collapse(text: string): string {
  if (!UNTIDY.test(text)) return text.trim();
  return visible(text).replace(SPACE, " ").trim();
}

/** A text without these characters at its start and its end, white space collapsed; linear where a pattern is not. */
export function trimOf(text: string, atStart: string, atEnd: string): string {
  const whole = collapse(text);
  let [from, to] = [0, whole.length];
  while (from < to && atStart.includes(whole.charAt(from))) from++;
  while (to > from && atEnd.includes(whole.charAt(to - 1))) to--;
  return whole.slice(from, to);
}
