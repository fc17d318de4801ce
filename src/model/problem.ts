import type { LocalDate } from "./date.ts";

export type Severity = "info" | "warning" | "error";

/** A problem in the source. Problems are values, never exceptions. */
export interface Problem {
  /** Name of the rule, kebab-case: `date-year-typo`, `place-unknown`, `bullet-not-understood`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly issue: LocalDate;
  /** Name of the issue's file, in lists of problems from several issues; two issues may have the same date. */
  readonly file?: string;
  /** 1-based line in the issue's file. */
  readonly line: number;
  /** One sentence that quotes what was found and says what was done. */
  readonly message: string;
  /** The text as printed, if the problem is about a single value. */
  readonly printed: string | null;
  /** What is used instead; null if nothing is. */
  readonly used: string | null;
}
