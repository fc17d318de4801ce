import type { PrintedContent } from "../model/printed.ts";
import type { Trace } from "../model/trace.ts";
import { withDateBeside } from "./beside.ts";
import { datePrefix } from "./date.ts";
import type { Shape } from "./shape.ts";
import { columnsInLink } from "./shapes/columns-in-link.ts";
import { dateFirst } from "./shapes/date-first.ts";
import { row } from "./shapes/row.ts";
import { rowOverEvent } from "./shapes/row-over-event.ts";
import { titleFirst } from "./shapes/title-first.ts";
import { joinNotes, statusMark, withoutMark } from "./status-mark.ts";
import { allText, type Token } from "./token.ts";

/** All shapes that listings ever had; a line has the first that matches. */
export const SHAPES: readonly Shape[] = [rowOverEvent, row, ...[columnsInLink, dateFirst, titleFirst].map(marked)];

/** What a line lists, with the event under it or with none; null when no shape matches. */
export function listingOf(
  { text, tokens }: { readonly text: string; readonly tokens: readonly Token[] },
  event: readonly Token[] | null,
  trace: Trace,
): PrintedContent | null {
  for (const { rule, match } of SHAPES) {
    const content = match(tokens, event);
    if (content === null) continue;
    trace(rule, text);
    return withDateBeside(content);
  }
  return null;
}

/** The same shape where a mark of the status stands before or around a dated line; the mark is a note. */
function marked(shape: Shape): Shape {
  return {
    ...shape,
    match(tokens, event) {
      const mark = statusMark(allText(tokens));
      const bare = mark === "" ? tokens : tokens.map((token, index) => bareToken(token, index === 0));
      if (bare === tokens || datePrefix(allText(bare)) === null) return shape.match(tokens, event);
      const content = shape.match(bare, event);
      return content && { ...content, note: joinNotes(mark, content.note) };
    },
  };
}

function bareToken(token: Token, first: boolean): Token {
  return token.kind === "bar" ? token : { ...token, text: withoutMark(token.text, first) };
}
