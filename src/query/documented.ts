import type * as z from "zod";
import { NOTES, type Note } from "./notes.ts";
import { ACCEPTED, parameterSchema } from "./parameters.ts";
import { PARAMETERS } from "./query.ts";
import { NOTHING_KNOWN } from "./vocabulary.ts";

/** A parameter as it is told to people and programs. */
export interface DocumentedParameter extends Note {
  readonly name: string;
  /** JSON Schema of one value. */
  readonly value: z.core.JSONSchema.JSONSchema;
  /** Whether it takes several values, as a comma list or repeated. */
  readonly many: boolean;
}

/** Every parameter in canonical order; what it takes comes from the schema that checks it. */
export function documentedParameters(): readonly DocumentedParameter[] {
  const { shape } = parameterSchema(NOTHING_KNOWN);
  return PARAMETERS.map((name) => {
    const accepted = ACCEPTED.get(shape[name]);
    if (accepted === undefined) throw new TypeError(`nothing tells what ${name} takes`);
    const { $schema: _, ...value } = accepted.value();
    return { name, ...NOTES[name], value, many: accepted.many };
  });
}
