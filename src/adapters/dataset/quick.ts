import type * as z from "zod";

type Test = (value: unknown) => boolean;

/** Numbers and texts whose verdict is kept, at most. */
const MOST = 50_000;

/**
 * A quick test made of a schema: true only for what the schema takes as it stands, with fields in the schema's order, so
 * that what passes can be written as it is. What it does not pass may be right all the same: then the schema is to be asked.
 */
export function quickTest(schema: z.core.$ZodType): Test {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const plain = def.checks === undefined || def.checks.length === 0;
  if (def.type === "object" && plain && def.catchall?._zod.def.type === "never") return objectTest(def.shape);
  if (def.type === "array" && plain) {
    const element = quickTest(def.element);
    return (value) => Array.isArray(value) && value.every(element);
  }
  if (def.type === "nullable") {
    const inner = quickTest(def.innerType);
    return (value) => value === null || inner(value);
  }
  if (def.type === "string" && plain && !("format" in def)) return (value) => typeof value === "string";
  return primitiveTest(schema as z.ZodType);
}

function objectTest(shape: z.core.$ZodShape): Test {
  const names = Object.keys(shape);
  const fields = names.map((name) => {
    const field = shape[name]!;
    const optional = field._zod.optin === "optional";
    return { name, optional, test: quickTest(optional ? innerOf(field) : field) };
  });
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    const record = value as Record<string, unknown>;
    let at = 0;
    for (const name in record) {
      while (at < fields.length && fields[at]!.optional && fields[at]!.name !== name) at++;
      const field = fields[at++];
      if (field?.name !== name || !field.test(record[name])) return false;
    }
    while (at < fields.length && fields[at]!.optional) at++;
    return at === fields.length;
  };
}

function innerOf(field: z.core.$ZodType): z.core.$ZodType {
  const { def } = (field as z.core.$ZodTypes)._zod;
  return def.type === "optional" ? def.innerType : field;
}

/** Asks the schema once for each number or text; lists and objects never pass. */
function primitiveTest(schema: z.ZodType): Test {
  const known = new Map<unknown, boolean>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    if (typeof value === "object") return false;
    const passes = schema.safeParse(value).success;
    if (known.size >= MOST) known.clear();
    known.set(value, passes);
    return passes;
  };
}
