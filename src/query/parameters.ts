import * as z from "zod";
import { FILTERS } from "./filters.ts";
import { refuse } from "./values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The one schema of all parameters: its input each parameter's values as the address gives them, its output the query. Each
 * issue carries the refused `value` and what is `allowed`.
 */
export function parameterSchema(known: Vocabulary) {
  const shape = Object.fromEntries(FILTERS.map((filter) => [filter.key, filter.schema(known).schema]));
  return z.strictObject(shape).superRefine((query, context) => {
    for (const filter of FILTERS) {
      const value = query[filter.key];
      const conflict = value === undefined ? null : filter.conflict?.(value, query);
      if (conflict) refuse(context, conflict.reason, String(value), conflict.allowed, [filter.key]);
    }
  });
}
