import { expect, it } from "vitest";
import { API_VERSION } from "../../src/http/openapi/stability.ts";
import type { Schema } from "../../src/http/openapi/types.ts";
import { document } from "./documented.ts";
import { PROMISED } from "./promised.ts";

const { schemas, parameters } = document.components;

/** `string`, `string|null`, `Place[]`. */
function typeOf(schema: Schema): string {
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1)!;
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map(typeOf).join("|");
  if (schema.type === "array") return `${typeOf(schema.items as Schema)}[]`;
  return [schema.type].flat().join("|");
}

/** Every key of a schema with its type; a `?` follows the name of one that may be left out. */
function keysOf(schema: Schema | undefined): readonly string[] {
  const required = (schema?.required ?? []) as readonly string[];
  const keys = Object.entries((schema?.properties ?? {}) as Readonly<Record<string, Schema>>);
  return keys.map(([key, rules]) => `${key}${required.includes(key) ? "" : "?"}: ${typeOf(rules)}`);
}

// What is listed in promised.ts was published under version 1: programs live by it. Add to it, take nothing away.
it.each(Object.entries(PROMISED.keys))("%s keeps its keys and their types", (name, promised) => {
  const keys = keysOf(schemas[name]);
  expect(promised.filter((key) => !keys.includes(key))).toEqual([]);
});

it("all guaranteed paths and parameters exist", () => {
  expect(PROMISED.paths.filter((path) => !(path in document.paths))).toEqual([]);
  expect(PROMISED.parameters.filter((name) => !(name in parameters))).toEqual([]);
});

it("the major version is the same", () => {
  expect(API_VERSION).toMatch(/^1\.\d+\.\d+$/);
});
