import * as z from "zod";
import type { Documentation } from "./filter.ts";
import { FILTERS } from "./filters.ts";
import { NOTHING_KNOWN } from "./vocabulary.ts";

/** A parameter as `/docs` and `/openapi.json` describe it. */
export interface DocumentedParameter extends Documentation {
  readonly name: string;
  /** JSON Schema of one value. */
  readonly value: z.core.JSONSchema.JSONSchema;
  /** Whether it takes several values, as a comma list or repeated. */
  readonly many: boolean;
}

/** Every parameter in canonical order; what it takes comes from the schema that checks it. */
export function documentedParameters(): readonly DocumentedParameter[] {
  return FILTERS.map(({ key, schema, documentation }) => {
    const { value, many } = schema(NOTHING_KNOWN);
    const { $schema: _, ...taken } = z.toJSONSchema(value, { io: "input" });
    return { name: key, ...documentation, value: taken, many };
  });
}
