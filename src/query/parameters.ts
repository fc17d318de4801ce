import * as z from "zod";
import { FILTERS } from "./filters.ts";
import { refuse } from "./values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The schema of all parameters: from the list of values of each parameter in the URL to the query. Each error has the rejected
 * `value` and the `allowed` ones.
 */
export function parameterSchema(vocabulary: Vocabulary) {
  const shape = Object.fromEntries(FILTERS.map((filter) => [filter.key, filter.schema(vocabulary).schema]));
  return z.strictObject(shape).superRefine((query, context) => {
    for (const filter of FILTERS) {
      const value = query[filter.key];
      const conflict = value === undefined ? null : filter.conflict?.(value, query);
      if (conflict) refuse(context, conflict.reason, String(value), conflict.allowed, [filter.key]);
    }
  });
}
