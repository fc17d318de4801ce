/** Words by which listings tell a status, for patterns that ignore case. */
export const STATUS_WORD = "(?:cancell?ed|postponed|abgesagt|verschoben)";

const ALONE = /^\W*(?:cancell?ed|postponed)\W*$/i;

/** Whether a text says what became of an event, and nothing else: `Cancelled`, `[POSTPONED]`. */
export function isStatusAlone(text: string): boolean {
  return ALONE.test(text);
}

const FIRST = new RegExp(`^\\W*${STATUS_WORD}\\b`, "i");

/** Whether a text begins with what became of an event: `[CANCELLED]`, `Postponed to April`. */
export function beginsWithStatus(text: string): boolean {
  return FIRST.test(text);
}
