/** Orders texts, days and instants among them, by their UTF-16 code units: the same on every runtime. For `sort`. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
