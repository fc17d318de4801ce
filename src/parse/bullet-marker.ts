/** `* text`, `- text`, `*[text](…)` without a space, `*2025-10-08 | …`, `– text`, `\* text`: indent and text. */
export const BULLET = /^(\s*)(?:\\?[*+-]|\*\*(?=\s)|[•–—‣◦▪●○·]|\d{1,2}[.)](?=\s))(?:\s+|(?=\[)|(?=\d{4}-))(\S.*)?$/;
