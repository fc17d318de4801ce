import { oneLine } from "../text.ts";

/** Value of a cell; null if empty. */
export type Cell = string | number | null;

/**
 * Text that spreadsheets interpret as a formula: these characters (also full-width) at the start of a cell, or after a semicolon,
 * which starts a new cell in most of Europe, even within quotes.
 */
const FORMULA = /(^|;)([\s"]*)([=+\-@＝＋－＠])/gu;

/** One line of CSV with CRLF. Text is on one line, and formulas are prefixed with an apostrophe: `=1+1` becomes `'=1+1`. */
export function row(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = oneLine(cell).replace(FORMULA, "$1$2'$3");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
