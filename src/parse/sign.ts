/** `* text`, `- text`, `*[text](…)` without a blank, `*2025-10-08 | …`, `– text`, `\* text`: indent and text. */
export const BULLET = /^(\s*)(?:\\?[*+-]|\*\*(?=\s)|[•–—‣◦▪●○·]|\d{1,2}[.)](?=\s))(?:\s+|(?=\[)|(?=\d{4}-))(\S.*)?$/;

const [BLANK, STAR, DASH] = [32, 42, 45];

/** Where the sign of a usual bullet stands, `    * Text`: blanks before it, one between it and the text; -1 for any other line. */
export function signAt(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === BLANK) at++;
  const sign = line.charCodeAt(at);
  if (sign !== STAR && sign !== DASH) return -1;
  return line.charCodeAt(at + 1) === BLANK && line.charCodeAt(at + 2) > BLANK ? at : -1;
}
