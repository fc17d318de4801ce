import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { clockAt } from "../../src/adapters/clock.ts";
import { fileStore } from "../../src/adapters/store/file.ts";
import { createApp } from "../../src/http/app.ts";
import type { OpenApi, Operation, Parameter, Schema, Response as Told } from "../../src/http/openapi/types.ts";

const store = fileStore("data/events.json");
const { newestIssue } = await store.read();

/** The app over the archive, on the day of its newest issue. */
export const app = createApp({
  store,
  clock: clockAt(newestIssue!),
  site: { url: "https://site.example", domain: "uid.example" },
});

/** The document as it is published. */
export const document = (await (await app.request("/openapi.json")).json()) as OpenApi;
const { components } = document;

/** Every path with what it tells, the references followed. */
export const operations = Object.entries(document.paths).map(([path, { get }]) => ({
  path,
  get,
  parameters: (get.parameters ?? []).map(parameter),
  responses: new Map(Object.entries(get.responses).map(([status, told]) => [Number(status), response(told)])),
}));

type Documented = (typeof operations)[number];

/** The path with an example, or `value`, in its braces. */
export function filled({ path, parameters }: Documented, value?: string): string {
  const variables = parameters.filter((one) => one.in === "path");
  return variables.reduce((text, { name, example }) => text.replace(`{${name}}`, value ?? String(example)), path);
}

/** A check of `schema`, whose references lead into the document; it takes no key that is not described. */
export function strictly(schema: Schema): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile({ ...schema, components: { schemas: closed(components.schemas) } });
}

/** Why `value` is not what `check` wants; empty when it is. */
export function faults(check: ValidateFunction, value: unknown): readonly string[] {
  return check(value)
    ? []
    : check
        .errors!.slice(0, 5)
        .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** Every object of described keys, without room for others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, closed(part)]);
  const copy = Object.fromEntries(entries);
  return copy.type === "object" && "properties" in copy ? { ...copy, additionalProperties: false } : copy;
}

function parameter(told: NonNullable<Operation["parameters"]>[number]): Parameter {
  return "$ref" in told ? components.parameters[last(told.$ref)]! : told;
}

function response(told: Operation["responses"][string]): Told {
  return "$ref" in told ? components.responses[last(told.$ref)]! : told;
}

function last(reference: string): string {
  return reference.split("/").at(-1)!;
}
