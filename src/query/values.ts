import * as z from "zod";

/** The values of a parameter. */
export interface Taken<Value> {
  /** From the texts of the parameter in a URL to its value. Errors have the rejected `value` and the `allowed` ones. */
  readonly schema: z.ZodType<Value | undefined, readonly string[] | undefined>;
  /** A single value, after normalization of case, accents and old names. */
  readonly value: z.ZodType;
  /** Whether it has multiple values, separated by commas or in repeated parameters. */
  readonly many: boolean;
}

interface Many {
  /** Normalizes a value; undefined if it is invalid. */
  readonly read?: (text: string) => string | undefined;
  readonly allowed: () => readonly string[];
  readonly most?: number;
  readonly refusal?: string;
  /** All values in canonical order. Default: alphabetical. */
  readonly order?: readonly string[];
}

/** A parameter with multiple values, which are deduplicated and sorted. */
export function many<Value extends string>(
  value: z.ZodType<Value>,
  { read = String, allowed, most = 100, refusal = "is not known", order }: Many,
): Taken<readonly Value[]> {
  const schema = z
    .array(z.string())
    .transform((given, context): readonly Value[] => {
      const texts = given.flatMap((text) => text.split(",")).flatMap((text) => text.trim() || []);
      if (texts.length === 0) return refuse(context, "has no value", "", allowed());
      if (texts.length > most) return refuse(context, `has more than ${most} values`, "", [`up to ${most} values`]);
      const values = new Set<Value>();
      for (const text of texts) {
        const result = value.safeParse(read(text));
        if (!result.success) return refuse(context, refusal, text, allowed());
        values.add(result.data);
      }
      const sorted = [...values].sort();
      return order === undefined ? sorted : sorted.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    })
    .optional();
  return { schema, value, many: true };
}

/** A parameter with a single value, normalized by `read`. */
export function one<Value>(
  value: z.ZodType<Value>,
  allowed: readonly string[],
  read: (text: string) => string | number | undefined = String,
): Taken<Value> {
  const schema = z
    .array(z.string())
    .transform((given, context): Value => {
      const [text = "", ...more] = given;
      if (more.length > 0) return refuse(context, "is given more than once", more[0] ?? "", allowed);
      const result = value.safeParse(read(text.trim()));
      return result.success ? result.data : refuse(context, "is invalid", text, allowed);
    })
    .optional();
  return { schema, value, many: false };
}

/** A parameter with an integer from 1 to `most`; `unit` is appended to the allowed range. */
export function upTo(most: number, unit = ""): Taken<number> {
  return one(z.int().min(1).max(most), [`1 to ${most}${unit}`], (text) =>
    /^\d{1,6}$/.test(text) ? Number(text) : undefined,
  );
}

/** Rejects `value`; `path` is the parameter, if it is not the current one. */
export function refuse(
  context: z.core.$RefinementCtx<unknown>,
  message: string,
  value: string,
  allowed: readonly string[],
  path: string[] = [],
): never {
  context.addIssue({ code: "custom", message, input: value, params: { value, allowed }, path });
  return z.NEVER;
}
