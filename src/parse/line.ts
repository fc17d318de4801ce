import type { Link } from "../model/listing.ts";
import type { PrintedContent } from "../model/printed.ts";
import { spansOf } from "./inline.ts";
import type { Span } from "./span.ts";

/** Title, address and further links: what an event bullet holds. */
export interface EventPart {
  readonly text: string;
  readonly url: string | null;
  readonly links: readonly Link[];
  readonly note: string;
  /** Addresses that no browser may follow, as printed. */
  readonly refused: readonly string[];
}

/** What the outer bullet of a listing in columns holds. */
export interface ColumnHead extends Pick<PrintedContent, "date" | "place" | "groups" | "links" | "note"> {
  /** Addresses that no browser may follow, as printed. */
  readonly refused: readonly string[];
}

/** What an outer bullet and an event under it say together. */
export interface Pair {
  readonly event: EventPart;
  readonly content: PrintedContent;
}

/**
 * One line of Markdown read, and what was worked out of it so far: each part when it is first asked for, as most lines are
 * printed in many issues. Equal lines share one.
 */
export interface ReadLine {
  /** The line with references made inline and slips of the pen mended. */
  readonly text: string;
  /** What had to be mended. */
  readonly repairs: readonly string[];
  /** Whether it is a row of columns: a date, then a `|` outside of links. */
  readonly columns: boolean;
  spans: readonly Span[] | null;
  head: ColumnHead | null;
  event: EventPart | null;
  /** What it says with nothing under it; `content` is null where it lists nothing. */
  alone: { readonly content: PrintedContent | null } | null;
  /** What it says with an event under it: nearly always the same one. */
  pair: Pair | null;
  /** With any further events. */
  pairs: Map<EventPart, PrintedContent> | null;
}

/** The line's runs. */
export function runsOf(line: ReadLine): readonly Span[] {
  line.spans ??= spansOf(line.text);
  return line.spans;
}
