import type { PrintedContent } from "../model/printed.ts";
import type { Rule } from "../model/rule.ts";
import type { Token } from "./token.ts";

/** A form in which listings were printed. */
export interface Shape extends Rule {
  /** The first and the last year of issues with it. */
  readonly years: readonly [first: number, last: number | null];
  /** What a line of this shape lists, with the event under it or with none; null for a line of another shape. */
  match(tokens: readonly Token[], event: readonly Token[] | null): PrintedContent | null;
}
