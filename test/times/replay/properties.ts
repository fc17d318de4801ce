/** Replacements for properties of an event: by name, the complete unfolded line, or null to remove it. New ones come last. */
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
