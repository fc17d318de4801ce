const DEFINITION = /^ {0,3}\[([^\]]{1,200})\]:\s{0,4}<?([^\s>]{1,2000})>?/;

/** Whether a line defines a link, `[calendar]: https://…`. */
export function isDefinition(line: string): boolean {
  return DEFINITION.test(line);
}

/** The folded label of a line that defines a link. */
export function labelOf(line: string): string {
  return DEFINITION.exec(line)?.[1]?.trim().toLowerCase() ?? "";
}

/** Folded texts in brackets, which may refer to definitions. */
export function labelsIn(line: string): readonly string[] {
  return (line.match(/\[[^[\]]{1,200}\]/g) ?? []).map((label) => label.slice(1, -1).trim().toLowerCase());
}

/** The link definitions of an issue by folded label. */
export function definitionsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, label = "", url = ""] = (line.includes("]:") && DEFINITION.exec(line)) || [];
    const folded = label.trim().toLowerCase();
    if (folded && !found.has(folded)) found.set(folded, url);
  }
  return found;
}

/** A bracket that closes no inline link. */
const REFERENCE = /\](?!\()/;
/** `[Rust NY][ny]`, `[ny][]`, `[ny]`. */
const REFERENCES = /\[([^[\]]{1,500})\](?:\[([^[\]]{0,200})\]|(?![[(:]))/g;

/** What an address may only hold between `<` and `>`. */
const NEEDS_BRACKETS = /[()<\\]/;

/** Reference links made inline: `[Rust NY][ny]` → `[Rust NY](http://…)`. Unknown labels stay as they are. */
export function inlineReferences(line: string, definitions: () => ReadonlyMap<string, string>): string {
  if (!REFERENCE.test(line) || definitions().size === 0) return line;
  return line.replace(REFERENCES, (whole, text: string, label: string | undefined) => {
    const url = definitions().get((label || text).trim().toLowerCase());
    if (!url) return whole;
    return `[${text}](${NEEDS_BRACKETS.test(url) ? `<${url}>` : url})`;
  });
}
