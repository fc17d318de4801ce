import { STATUS_WORD } from "../model/status.ts";

/** `Cancelled: `, `[POSTPONED] `, `Abgesagt - ` at the start of a text. */
const WORD = String.raw`[\s[(*_]{0,4}\b${STATUS_WORD}\b[\s\])*_:.,!|–—-]*`;
const MARK = new RegExp(`^${WORD}`, "i");
/** Punctuation and pictures, no letters or figures. */
const PUNCTUATION = String.raw`[\s~*_|()[\]"'\u2010-\u2bff\ud800-\udfff\ufe0f]*`;
/** A date that another one replaces: `~~2025-10-08~~ 2025-10-15`. */
const REPLACED = String.raw`(?:~~[^~|]{4,40}~~(?=\s*\d{4}-))?`;
const BEFORE_DATE = new RegExp(String.raw`^${REPLACED}${PUNCTUATION}(?:(?:${WORD}|new\b[\s!:]*))?${PUNCTUATION}`, "i");

/** A text without what may stand before a date in columns: marks, pictures, the bar behind an empty first column. */
export function fromDate(text: string): string {
  return text.replace(BEFORE_DATE, "");
}

/**
 * The mark before or around a whole listing, whose text this is, that reports its status; empty when there is none.
 *
 *     [CANCELLED] Mar 15. Oslo, NO - Fjord Rust        ~~Mar 15. Oslo, NO - Fjord Rust~~
 *     ^---------^                                      ^^                             ^^
 */
export function statusMark(text: string): string {
  if (!text.startsWith("~~")) return MARK.exec(text)?.[0].trim() ?? "";
  const parts = text.split("~~");
  return parts.length === 3 && !/[\p{L}\p{N}]/u.test(parts[2] ?? "") ? "~~" : "";
}

/** A text without the mark at its start, where it is the start of the listing, and without `~~`. */
export function withoutMark(text: string, starts: boolean): string {
  return (starts ? text.replace(MARK, "") : text).replaceAll("~~", "");
}

/** Two notes as one. */
export function joinNotes(first: string, second: string): string {
  return first && second ? `${first} ${second}` : first || second;
}
