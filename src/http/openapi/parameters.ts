import { type DocumentedParameter, documentedParameters } from "../../query/documented.ts";
import type { Parameter } from "./types.ts";

/** All filter parameters, by name. */
export function queryParameters(): Readonly<Record<string, Parameter>> {
  return Object.fromEntries(documentedParameters().map((parameter) => [parameter.name, queryParameter(parameter)]));
}

function queryParameter({ name, description, examples, value, many }: DocumentedParameter): Parameter {
  if (!many) return { name, in: "query", description, schema: value, example: typed(examples[0], value.type) };
  return {
    name,
    in: "query",
    description: `${description} Multiple values, separated by commas or in repeated parameters, are combined with OR.`,
    style: "form",
    explode: false,
    schema: { type: "array", items: value, minItems: 1 },
    example: examples,
  };
}

function typed(example: string | undefined, type: unknown): unknown {
  return type === "integer" ? Number(example) : example;
}
