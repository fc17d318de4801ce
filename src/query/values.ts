import * as z from "zod";

/** What a parameter takes. */
export interface Taken<Value> {
  /** From all texts that an address gives to the parameter to its value. A refusal carries the refused `value` and what is `allowed`. */
  readonly schema: z.ZodType<Value | undefined, readonly string[] | undefined>;
  /** One value, after case, accents and older words are put right. */
  readonly value: z.ZodType;
  /** Whether it takes several, as a comma list or repeated. */
  readonly many: boolean;
}

interface Many {
  /** Puts the text of a value right; undefined when it is none. */
  readonly read?: (text: string) => string | undefined;
  readonly allowed: () => readonly string[];
  readonly most?: number;
  readonly refusal?: string;
  /** All values in the order in which they are written, where that is not the one of their letters. */
  readonly order?: readonly string[];
}

/** A parameter whose values, split at commas and repeated, are all accepted; sorted, each once. */
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

/** A parameter that has one value, which `read` gives of its text. */
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
      return result.success ? result.data : refuse(context, "cannot be used", text, allowed);
    })
    .optional();
  return { schema, value, many: false };
}

/** A parameter that has one whole number from 1 up to `most`; `unit` goes on with what is allowed. */
export function upTo(most: number, unit = ""): Taken<number> {
  return one(z.int().min(1).max(most), [`1 to ${most}${unit}`], (text) =>
    /^\d{1,6}$/.test(text) ? Number(text) : undefined,
  );
}

/** Refuses `value`, of the parameter at `path` where it is not the one that is being read. */
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
