import type { LocalDate } from "./date.ts";

export type Severity = "info" | "warning" | "error";

/** Something odd found on the way: a value, never an exception. */
export interface Problem {
  /** Name of the rule, kebab-case: `date-year-typo`, `place-unknown`, `bullet-not-understood`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly issue: LocalDate;
  /** Name of the issue's file, where problems of several are together: two issues may share a day. */
  readonly file?: string;
  /** 1-based line in the issue's file. */
  readonly line: number;
  /** One sentence that quotes what was found and says what was done. */
  readonly message: string;
  /** The text as printed, where one value is meant. */
  readonly printed: string | null;
  /** What is used instead; null when nothing is. */
  readonly used: string | null;
}
