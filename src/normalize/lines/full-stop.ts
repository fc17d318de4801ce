/** A full stop between parts, not that of `St. Louis`. */
export const FULL_STOP = String.raw`(?<!\b(?:St|Ste|Mt|Ft))\.\s+`;

/** Without the last full stop; `etc...` and `Inc.` inside stay. */
export function withoutFullStop(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(".") && !trimmed.endsWith("..") ? trimmed.slice(0, -1) : trimmed;
}
