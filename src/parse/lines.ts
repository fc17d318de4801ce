import { spansOf } from "./inline.ts";
import { type Runs, runsOf } from "./remembered.ts";
import { inlineReferences, repairLinks } from "./repair.ts";

/** One line of Markdown read: its runs, and what had to be mended first. */
export interface ReadLine extends Runs {
  readonly repairs: readonly string[];
}

/** Reads lines of Markdown, each distinct one once. */
export type LineReader = (text: string, definitions: () => ReadonlyMap<string, string>) => ReadLine;

/** Lines remembered at most; the archive of twelve years has about 15,000 distinct ones. */
const MAX_REMEMBERED = 100_000;

/** `<b>`, `</script>`: not `<https://…>` or `Rust<T>`. */
const HTML = /<\/?(?:[a-z]{1,10}[1-6]?)(?:\s[^<>]{0,500})?\/?>/;

/** A reader with an empty memory. */
export function createLineReader(): LineReader {
  const known = new Map<string, ReadLine>();
  return (text, definitions) => {
    const found = known.get(text);
    if (found) return found;
    const source = inlineReferences(text, definitions);
    const { text: mended, repairs } = repairLinks(source.replaceAll("\n", " "));
    const spans = spansOf(mended);
    const html = mended.includes("<") && HTML.test(mended);
    const read = { ...runsOf(spans), repairs: html ? [...repairs, "HTML was taken out"] : repairs };
    // What a reference means depends on the issue.
    if (source === text && known.size < MAX_REMEMBERED) known.set(text, read);
    return read;
  };
}
