/** One row of a table of rules. */
export interface Rule {
  /** Its name, unique over all tables: `country-printed-twice`. */
  readonly rule: string;
  /** What it does, in a sentence. */
  readonly says: string;
  /** As printed, and what that means. */
  readonly example: readonly [printed: string, meant: string];
  /** For a rule that nothing in the archive needs: the correction or report that it comes from. */
  readonly outside?: string;
}
