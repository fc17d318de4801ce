import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf } from "../../src/query/fold.ts";
import { PARAMETERS } from "../../src/query/query.ts";
import { runs } from "../runs.ts";
import { app, document, operations } from "./documented.ts";

/** What the schema of a parameter's value says. */
interface Value {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly format?: string;
}

/** What a parameter cannot do without. */
const BESIDE: Readonly<Record<string, string>> = { radius: "&near=52.52,13.41", tz: "&starts=17:00-22:30" };
/** Older and looser words that are taken in place of those of an enumeration. */
const WORDS = ["online", "true", "yes", "false", "no"];
const DAYS = { min: new Date("1970-01-01"), max: new Date("2999-12-31"), noInvalidDate: true };

const parameters = Object.values(document.components.parameters);

async function status(name: string, value: unknown): Promise<number> {
  const limit = name === "limit" ? "" : "&limit=1";
  const path = `/events.json?${name}=${encodeURIComponent(String(value))}${BESIDE[name] ?? ""}${limit}`;
  return (await app.request(path)).status;
}

/** Values that the schema allows. */
function good(value: Value): fc.Arbitrary<unknown> | null {
  if (value.enum) return fc.constantFrom(...value.enum);
  if (value.type === "integer") return fc.integer({ min: value.minimum!, max: value.maximum! });
  return value.format === "date" ? fc.date(DAYS).map((date) => date.toISOString().slice(0, 10)) : null;
}

/** Values that the schema does not allow. */
function bad(value: Value): fc.Arbitrary<unknown> {
  const words = [...(value.enum ?? []), ...WORDS];
  if (value.enum) return fc.string().filter((text) => !text.split(",").some((part) => words.includes(slugOf(part))));
  if (value.type === "integer")
    return fc.oneof(fc.integer({ max: value.minimum! - 1 }), fc.integer({ min: value.maximum! + 1 }), fc.constant("x"));
  if (value.format === "date") return fc.constantFrom("2026-02-30", "2026-13-01", "today", "1", "");
  return fc.constantFrom("", " ", "?".repeat((value.maxLength ?? 1000) + 1));
}

describe("every parameter", () => {
  it("is described for every list", () => {
    const asked = operations.map((one) => one.parameters.flatMap((told) => (told.in === "query" ? told.name : [])));
    const lists = asked.filter((names) => names.length > 0);
    expect(lists.length).toBeGreaterThan(20);
    expect(lists).toEqual(lists.map(() => [...PARAMETERS]));
  });

  it.each(parameters)("accepts its example: $name", async ({ name, example }) => {
    expect(await status(name, example)).toBe(200);
  });

  it.each(parameters)("accepts the values that its schema allows, and no others: $name", async (told) => {
    const value = (told.schema.items ?? told.schema) as Value;
    const allowed = good(value) ?? fc.constant(told.example);
    await fc.assert(
      fc.asyncProperty(allowed, bad(value), async (yes, no) => {
        expect([await status(told.name, yes), await status(told.name, no)]).toEqual([200, 400]);
      }),
      { numRuns: runs(25) },
    );
  });

  it.each(parameters)("accepts multiple values as documented: $name", async ({ name, schema, example }) => {
    const one = schema.type === "array" ? (example as readonly string[])[0] : example;
    const twice = `${encodeURIComponent(String(one))}&${name}=${encodeURIComponent(String(one))}`;
    const response = await app.request(`/events.json?${name}=${twice}${BESIDE[name] ?? ""}`);
    expect(response.status).toBe(schema.type === "array" ? 200 : 400);
  });
});
