/** `* text`, `- text`, `*[text](…)` without a space, `*2025-10-08 | …`, `– text`, `\* text`: indent and text. */
export const BULLET = /^(\s*)(?:\\?[*+-]|\*\*(?=\s)|[•–—‣◦▪●○·]|\d{1,2}[.)](?=\s))(?:\s+|(?=\[)|(?=\d{4}-))(\S.*)?$/;

/** `*2 026-05-28 | …`: the marker's space behind the first figure of the date. */
const SPACE_IN_YEAR = /^(\s*[*+-])(\d) (?=\d{3}-\d)/;

/** The line with the space where it belongs. */
export function withSpace(line: string): string {
  return line.replace(SPACE_IN_YEAR, "$1 $2");
}
