import type { Rule } from "../model/rule.ts";
import type { Trace } from "../model/trace.ts";

/** A rule that writes a part of a text anew. `World` is what it asks besides the text. */
export interface Rewrite<World = unknown> extends Rule {
  readonly from: RegExp;
  /** As `String.replace` takes it, or what a match (the whole, then its groups) becomes; null leaves the match as it is. */
  readonly to: string | ((match: readonly string[], world: World) => string | null);
}

/** Rules that nothing in the archive needs, with where they come from. */
export function outside<Row extends Rule>(source: string, rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row, outside: source }));
}

/** The text after each of the rules in their order. */
export function rewrite<World>(rules: readonly Rewrite<World>[], text: string, trace: Trace, world: World): string {
  let written = text;
  for (const { rule, from, to } of rules) {
    const before = written;
    written =
      typeof to === "string"
        ? before.replace(from, to)
        : before.replace(from, (...match) => to(match, world) ?? match[0]);
    if (written !== before) trace(rule, text);
  }
  return written;
}
