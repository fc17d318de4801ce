import { STATUS_WORD } from "../model/status.ts";
import { allText } from "./cells.ts";
import type { Span } from "./span.ts";

/** `Cancelled: `, `[POSTPONED] `, `Abgesagt - ` at the start of a text. */
const WORD = String.raw`[\s[(*_]{0,4}\b${STATUS_WORD}\b[\s\])*_:.,!|–—-]*`;
const MARK = new RegExp(`^${WORD}`, "i");
/** Signs and pictures, no letters or figures. */
const SIGNS = String.raw`[\s~*_|()[\]"'\u2010-\u2bff\ud800-\udfff\ufe0f]*`;
/** A date that another one replaces: `~~2025-10-08~~ 2025-10-15`. */
const REPLACED = String.raw`(?:~~[^~|]{4,40}~~(?=\s*\d{4}-))?`;
/** What may stand before a date in columns: marks, pictures, and the sign behind an empty first column. */
export const BEFORE_DATE = new RegExp(String.raw`^${REPLACED}${SIGNS}(?:(?:${WORD}|new\b[\s!:]*))?${SIGNS}`, "i");

/**
 * The mark before or around a whole listing, which tells its status; empty when there is none.
 *
 *     [CANCELLED] [Mar 15. Oslo, NO - Fjord Rust](https://…)        ~~[Mar 15. Oslo, NO - Fjord Rust](https://…)~~
 *     ^---------^                                                   ^^                                           ^^
 */
export function statusMark(spans: readonly Span[]): string {
  const first = spans[0]?.text.trimStart() ?? "";
  if (!first.startsWith("~~")) return MARK.exec(first)?.[0].trim() ?? "";
  const parts = allText(spans).split("~~");
  return parts.length === 3 && !/[\p{L}\p{N}]/u.test(parts[2] ?? "") ? "~~" : "";
}

/** The runs without such a mark. */
export function withoutMark(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => ({
    ...span,
    text: (index === 0 ? span.text.replace(MARK, "") : span.text).replaceAll("~~", ""),
  }));
}

/** Two notes as one. */
export function joinNotes(first: string, second: string): string {
  return first && second ? `${first} ${second}` : first || second;
}
