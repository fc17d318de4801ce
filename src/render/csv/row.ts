import { oneLine } from "../text.ts";

/** What a cell holds: text, a number, or nothing. */
export type Cell = string | number | null;

/**
 * Where spreadsheets begin to calculate: a cell that begins with one of these signs (full-width ones too). What follows
 * a semicolon begins a cell where the system's list separator is one, as in most of Europe, whatever is quoted.
 */
const FORMULA = /(^|;)([\s"]*)([=+\-@＝＋－＠])/gu;

/** One line of CSV, CRLF included. Text is on one line, and harmless to spreadsheets: `=1+1` becomes `'=1+1`. */
export function row(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = oneLine(cell).replace(FORMULA, "$1$2'$3");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
