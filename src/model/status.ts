import type { Status } from "./listing.ts";

/** Words by which listings tell a status, for patterns that ignore case. */
export const STATUS_WORD = "(?:cancell?ed|postponed|abgesagt|verschoben)";

const ALONE = new RegExp(String.raw`^\W*${STATUS_WORD}\W*$`, "i");

/** Whether a text says what became of an event, and nothing else: `Cancelled`, `[POSTPONED]`. */
export function isStatusAlone(text: string): boolean {
  return ALONE.test(text);
}

const FIRST = new RegExp(`^\\W*${STATUS_WORD}\\b`, "i");

/** Whether a text begins with what became of an event: `[CANCELLED]`, `Postponed from March`. */
export function beginsWithStatus(text: string): boolean {
  return FIRST.test(text);
}

const THIS_EVENT = `(?:(?:the|this) (?:event|meetup|talk|session) (?:has been|is|was) )?`;
const NOTE = new RegExp(
  String.raw`^\W*${THIS_EVENT}${STATUS_WORD}(?:\W*$|[\])*_]{0,3}[:;,.!–—-]|\W* (?:to|until|till|due|because)\b)(?!.*\bfrom\b)`,
  "i",
);

/** Whether a note says of the event beside it what became of it: `Postponed to April`, `This event has been cancelled.` */
export function saysStatus(text: string): boolean {
  return NOTE.test(text);
}

const SENTENCE = /\b(?:(?:has|have) been|is|are|was|were) (?:(cancell?ed|called off)|postponed)\b/i;

/** What a sentence says of an event, `The meetup for March has been cancelled.`; null when it says neither. */
export function statusIn(text: string): Exclude<Status, "confirmed"> | null {
  const match = SENTENCE.exec(text);
  return match === null ? null : match[1] === undefined ? "postponed" : "cancelled";
}
