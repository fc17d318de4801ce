import { copyOf } from "../model/copy-of.ts";
import { isRow } from "./columns.ts";
import { spansOf } from "./inline.ts";
import type { ReadLine } from "./line.ts";
import { inlineReferences, repairLinks } from "./repair.ts";
import { usualEvent, usualHead, usualSingle } from "./usual.ts";

/** Reads lines of Markdown, each distinct one once. */
export interface LineReader {
  /** A line that was read before or has a usual shape; null for one that is odd and new, damaged, or refers to its issue's definitions. */
  known(text: string): ReadLine | null;
  /** Reads a line with the link definitions of its issue. */
  read(text: string, definitions: () => ReadonlyMap<string, string>): ReadLine;
}

/** Lines remembered at most; the archive of twelve years has about 9,000 distinct ones. */
const MAX_REMEMBERED = 100_000;

/** Control characters other than white space, and what a decoder puts for bytes that it cannot read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DAMAGED = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffd]/;

/** `<b>`, `</script>`: not `<https://…>` or `Rust<T>`. */
const HTML = /<\/?(?:[a-z]{1,10}[1-6]?)(?:\s[^<>]{0,500})?\/?>/;

const NONE: readonly never[] = [];

/** A reader with an empty memory. */
export function createLineReader(): LineReader {
  const lines = new Map<string, ReadLine>();
  const remember = (text: string, line: ReadLine) => {
    if (lines.size < MAX_REMEMBERED) lines.set(text, line);
    return line;
  };
  const usual = (text: string) => {
    const line = readUsual(text);
    // Damage is told of each time.
    return line === null || isDamaged(text) ? null : remember(text, line);
  };
  return {
    known: (text) => lines.get(text) ?? usual(copyOf(text)),
    read(text, definitions) {
      const own = copyOf(text);
      const before = lines.get(text) ?? usual(own);
      if (before) return before;
      const source = inlineReferences(own, definitions);
      const line = readAny(source);
      // What a reference means depends on the issue.
      return source === own && !isDamaged(own) ? remember(own, line) : line;
    },
  };
}

/** Whether a text holds control characters, or signs that stand for bytes which are no UTF-8. */
export function isDamaged(text: string): boolean {
  return DAMAGED.test(text);
}

function readUsual(text: string): ReadLine | null {
  if (!text.startsWith("[")) {
    const head = usualHead(text);
    return head && { ...unread(text, NONE), columns: true, head };
  }
  if (text.startsWith("**", 1)) {
    const event = usualEvent(text);
    return event && { ...unread(text, NONE), event };
  }
  const content = usualSingle(text);
  return content && { ...unread(text, NONE), alone: { content } };
}

function readAny(source: string): ReadLine {
  const { text, repairs } = repairLinks(source.replaceAll("\n", " "));
  const spans = spansOf(text);
  const html = text.includes("<") && HTML.test(text);
  return { ...unread(text, html ? [...repairs, "HTML was taken out"] : repairs), columns: isRow(spans), spans };
}

function unread(text: string, repairs: readonly string[]): ReadLine {
  return { text, repairs, columns: false, spans: null, head: null, event: null, alone: null, pair: null, pairs: null };
}
