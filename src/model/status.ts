/** Words by which listings tell a status, for patterns that ignore case. */
export const STATUS_WORD = "(?:cancell?ed|postponed|abgesagt|verschoben)";

const ALONE = /^\W*(?:cancell?ed|postponed)\W*$/i;

/** Whether a text says what became of an event, and nothing else: `Cancelled`, `[POSTPONED]`. */
export function isStatusAlone(text: string): boolean {
  return ALONE.test(text);
}
