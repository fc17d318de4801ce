const WEEKDAY = String.raw`(?:[Mm]on|[Tt]ues?|[Ww]ed(?:nes)?|[Tt]hu(?:rs?)?|[Ff]ri|[Ss]at(?:ur)?|[Ss]un)(?:day)?\b\.?`;
const HOUR = String.raw`\d{1,2}(?::\d\d){0,2}(?: ?[AaPp]\.?[Mm]\b\.?|h\b|(?<=:\d\d)(?!\d))`;
/** `UTC`, `GMT+2`, `CEST`: an abbreviation of four letters at most ends in T. */
const ZONE = String.raw`(?:UTC|Z|[A-Z]{1,4}T)\b(?:[+-]\d{1,2}(?::?\d\d)?)?`;
const TIME = String.raw`(?:at |@ ?)?${HOUR}(?: ?(?:[-–]|to) ?${HOUR})?(?: ?\(?${ZONE}\)?)?`;

const BEFORE = new RegExp(String.raw`\(?${WEEKDAY}\)?,? {1,2}`, "y");
const BEHIND = new RegExp(
  String.raw`(?:(?:[ ,(|]{1,3}|T(?=\d))(?:${WEEKDAY}|${TIME})\)?){1,3}(?=\s{0,3}(?:$|[|.,:;)]|[-–—]{1,2}\s))`,
  "y",
);

/** What stands before such words, and what they begin with: a cheap look for what nearly no date has, as the pattern takes milliseconds to compile. */
const BETWEEN = " ,(|";
const FIGURE = "0123456789@";
const LETTERS = new Set(["mon", "tue", "wed", "thu", "fri", "sat", "sun", "at "]);

/** Where a date begins that a weekday stands before, `Sun, Jan 28` or `(Sat) 2025-10-04`; 0 when none does. */
export function weekdayEnd(text: string): number {
  BEFORE.lastIndex = 0;
  return BEFORE.exec(text)?.[0].length ?? 0;
}

/**
 * Where weekday and time behind a date end, which stands before `at`; `at` when there are none, or a text goes on with them.
 *
 *     2025-10-08 (Wed), 18:00 CET | Oslo, NO        2025-10-08 | 18:30 | Oslo, NO        Jan 28, 7pm. Fjord Rust
 *               ^---------------^                             ^------^                         ^---^
 */
export function dayWordsEnd(text: string, at: number): number {
  // `2025-10-08T18:00`
  let first = text.charAt(at) === "T" ? at + 1 : at;
  while (first < at + 3 && BETWEEN.includes(text.charAt(first))) first++;
  if (first === at || !mayBegin(text, first)) return at;
  BEHIND.lastIndex = at;
  return at + (BEHIND.exec(text)?.[0].length ?? 0);
}

function mayBegin(text: string, at: number): boolean {
  return at < text.length && (FIGURE.includes(text.charAt(at)) || LETTERS.has(text.slice(at, at + 3).toLowerCase()));
}
