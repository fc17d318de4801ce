/** The same text by itself: a part that was cut out of a longer text keeps all of that in memory. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
