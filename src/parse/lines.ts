import { copyOf } from "../model/copy-of.ts";
import type { PrintedContent } from "../model/printed.ts";
import type { Trace } from "../model/trace.ts";
import { isRow } from "./columns.ts";
import { refusedAddresses } from "./event.ts";
import { type Leftovers, leftoversOf } from "./leftovers.ts";
import { plainTokens, remarkTokens } from "./markdown.ts";
import { mend } from "./mend.ts";
import type { Token } from "./token.ts";

/** One line of Markdown, read. */
export interface Line {
  /** With references made inline and typos mended. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether it is a row of columns. */
  readonly row: boolean;
  /** The rules that mended it. */
  readonly mended: readonly string[];
  /** Addresses in it that lead nowhere. */
  readonly refused: readonly string[];
}

/** Reads lines and what they list, each distinct one once: equal ones give one object. */
export interface Memory {
  line(text: string): Line;
  /** What a line lists, with the event under it or with none; null when it lists nothing. */
  listing(line: Line, event: Line | null): Listed | null;
}

/** What lines list, on each of the days that they name, and what of them is lost. */
export interface Listed {
  readonly contents: readonly PrintedContent[];
  readonly leftovers: Leftovers;
}

/** Lines remembered at most; the archive of twelve years has about 9,000 distinct ones. */
const MAX_REMEMBERED = 100_000;

/** A memory of nothing yet, of lines and of what `read` makes of them. */
export function createMemory(read: (line: Line, event: Line | null) => PrintedContent | null, trace: Trace): Memory {
  const lines = new Map<string, Line>();
  const listings = new WeakMap<Line, Map<Line | null, Listed | null>>();
  return {
    line(text) {
      const known = lines.get(text);
      if (known) return known;
      const own = copyOf(text);
      const line = readLine(own, trace);
      if (lines.size < MAX_REMEMBERED) lines.set(own, line);
      return line;
    },
    listing(line, event) {
      const known = listings.get(line) ?? new Map<Line | null, Listed | null>();
      const before = known.get(event);
      if (before !== undefined) return before;
      const content = read(line, event);
      const tokens = event === null ? line.tokens : [...line.tokens, ...event.tokens];
      const listing = content && { contents: daily(content), leftovers: leftoversOf(tokens, content) };
      listings.set(line, known.set(event, listing));
      return listing;
    },
  };
}

function readLine(source: string, trace: Trace): Line {
  const plain = plainTokens(source);
  const { text, mended } = plain ? { text: source, mended: [] } : mend(source);
  for (const rule of mended) trace(rule, source);
  const tokens = plain ?? plainTokens(text) ?? remarkTokens(text);
  return { text, tokens, row: isRow(tokens), mended, refused: refusedAddresses(tokens) };
}

/** A content for each single day of its date. */
function daily(content: PrintedContent): readonly PrintedContent[] {
  const { date } = content;
  return date?.days?.map((from) => ({ ...content, date: { ...date, from, to: null } })) ?? [content];
}
