/**
 * Compares strings, including dates and instants, by UTF-16 code units, for `sort`; unlike `localeCompare`, the same on every
 * runtime.
 */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
