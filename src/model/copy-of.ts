/** A copy of `text`: a substring would keep the whole original text in memory. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
