/** What an event has instead of its usual properties: by name the whole line, unfolded; null: none. Others come last. */
export type Instead = Readonly<Record<string, string | null>>;

/** `lines` with `instead`. */
export function withInstead(lines: readonly string[], instead: Instead = {}): readonly string[] {
  const names = lines.map((line) => line.split(/[:;]/, 1)[0]!);
  const kept = lines.flatMap((line, at) => {
    const other = Object.hasOwn(instead, names[at]!) ? instead[names[at]!] : line;
    return other == null ? [] : [other];
  });
  const more = Object.entries(instead).flatMap(([name, line]) => (names.includes(name) || line === null ? [] : [line]));
  return [...kept, ...more];
}
