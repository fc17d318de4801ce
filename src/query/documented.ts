import * as z from "zod";
import type { Documentation } from "./filter.ts";
import { FILTERS } from "./filters.ts";
import { NOTHING_KNOWN } from "./vocabulary.ts";

/** Documentation of a parameter for `/docs` and `/openapi.json`. */
export interface DocumentedParameter extends Documentation {
  readonly name: string;
  /** JSON Schema of one value. */
  readonly value: z.core.JSONSchema.JSONSchema;
  /** Whether it has multiple values, separated by commas or in repeated parameters. */
  readonly many: boolean;
}

/** All parameters in canonical order, with the schemas that validate them. */
export function documentedParameters(): readonly DocumentedParameter[] {
  return FILTERS.map(({ key, schema, documentation }) => {
    const { value, many } = schema(NOTHING_KNOWN);
    const { $schema: _, ...taken } = z.toJSONSchema(value, { io: "input" });
    return { name: key, ...documentation, value: taken, many };
  });
}
