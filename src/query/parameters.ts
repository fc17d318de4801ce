import * as z from "zod";
import { ZONES } from "../model/clocks.ts";
import type { LocalDate } from "../model/date.ts";
import type { Mode } from "../model/listing.ts";
import { citySlugs } from "./city-names.ts";
import { countryOf } from "./countries.ts";
import { decodeCursor } from "./cursor.ts";
import { fold, slugOf } from "./fold.ts";
import { canonicalSpan, SPAN } from "./hours.ts";
import { canonicalPoint, MOST_RADIUS } from "./near.ts";
import { REGION_SLUGS, regionOf, regionSlug } from "./region.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { WEEKDAYS, weekdayNamed } from "./weekdays.ts";
import { zoneNamed } from "./zones.ts";

const MODES: readonly Mode[] = ["virtual", "in-person", "hybrid"];
const SHOWN = ["only", "hide"] as const;
const ONLINE = ["include", ...SHOWN] as const;
type Shown = (typeof SHOWN)[number];
/** `multiday=true` and the like mean what people expect. */
const SHOWN_ALIASES: Readonly<Record<string, Shown>> = { true: "only", yes: "only", false: "hide", no: "hide" };
const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2999-12-31";

/** Most days that `days` may ask for, most events that `limit` may. */
const MOST_DAYS = 3660;
const MOST_EVENTS = 1000;

const NEAR = /^-?\d{1,2}\.\d\d,-?\d{1,3}\.\d\d$/;
const BERLIN = "52.52,13.41";
const EVENING = "17:00-22:30";

const day: z.ZodType<LocalDate> = z.iso.date().refine((text) => text >= FIRST_DAY && text <= LAST_DAY);
const upTo = (most: number) => z.int().min(1).max(most);
/** Folded words; a comma can only come from folding another sign, and would split the phrase when it is read again. */
const phrase = z
  .string()
  .max(100)
  .transform((text) => fold(text.toWellFormed()).replace(/,/g, " ").replace(/ +/g, " ").trim())
  .refine((words) => words !== "");

/** What a parameter takes: each of its values, and whether it takes several. Known for every parameter of {@link parameterSchema}. */
export interface Accepted {
  /** JSON Schema of one value, after case, accents and older words are put right. */
  readonly value: () => z.core.JSONSchema.JSONSchema;
  readonly many: boolean;
}

/** What each parameter takes, by the parameter's schema. */
export const ACCEPTED = z.registry<Accepted>();

/**
 * The one schema of all parameters: its keys in their canonical order, its input each parameter's values as the URL
 * gives them, its output the query. Each issue carries the refused `value` and what is `allowed`.
 */
export function parameterSchema(known: Vocabulary) {
  return z
    .strictObject({
      region: many(z.enum(REGION_SLUGS), { read: namedRegion, allowed: () => REGION_SLUGS }),
      country: many(z.string().regex(/^[A-Z]{2}$/), {
        read: (text) => member(known.countries, countryOf(text) ?? text.toUpperCase()),
        allowed: () => [...known.countries].sort(),
      }),
      city: many(z.string(), {
        read: (text) => citySlugs(text).find((slug) => known.cities.has(slug)),
        allowed: () => [...known.offeredCities].sort(),
      }),
      group: many(z.string(), {
        read: (text) => known.groups.get(text.toLowerCase()) ?? known.groups.get(slugOf(text)),
        allowed: () => [...new Set(known.groups.values())].sort(),
      }),
      mode: many(z.enum(MODES), { read: slugOf, allowed: () => MODES }),
      from: one(day, ["a day, YYYY-MM-DD"]),
      to: one(day, ["a day, YYYY-MM-DD"]),
      days: one(upTo(MOST_DAYS), [`1 to ${MOST_DAYS}`], count),
      q: many(phrase, {
        allowed: () => ["words to find, up to 100 characters"],
        most: 10,
        refusal: "cannot be looked for",
      }),
      near: one(z.string().regex(NEAR), [`latitude,longitude in degrees: ${BERLIN}`], canonicalPoint),
      radius: one(upTo(MOST_RADIUS), [`1 to ${MOST_RADIUS}, whole kilometres`], count),
      multiday: one(z.enum(SHOWN), SHOWN, shown),
      cancelled: one(z.enum(SHOWN), SHOWN, shown),
      starts: one(z.string().regex(SPAN), [`first and last hour, HH:MM-HH:MM: ${EVENING}`], canonicalSpan),
      tz: one(z.string(), ZONES, zoneNamed),
      weekday: many(z.enum(WEEKDAYS), { read: weekdayNamed, allowed: () => WEEKDAYS, order: WEEKDAYS }),
      timed: one(z.enum(SHOWN), SHOWN, shown),
      online: one(z.enum(ONLINE), ONLINE, shown),
      limit: one(upTo(MOST_EVENTS), [`1 to ${MOST_EVENTS}`], count),
      cursor: one(
        z.string().refine((text) => decodeCursor(text) !== null),
        ["the `next` of an answer"],
      ),
    })
    .superRefine((query, context) => {
      if (query.from !== undefined && query.to !== undefined && query.from > query.to)
        refuse(context, `lies before from=${query.from}`, query.to, [`${query.from} or later`], ["to"]);
      if (query.days !== undefined && query.to !== undefined)
        refuse(context, "cannot be given together with to", String(query.days), ["one of days, to"], ["days"]);
      if (query.radius !== undefined && query.near === undefined)
        refuse(context, "needs near", String(query.radius), [`near=${BERLIN}&radius=${query.radius}`], ["radius"]);
      if (query.tz !== undefined && query.starts === undefined && query.weekday === undefined)
        refuse(context, "needs starts or weekday", query.tz, [`starts=${EVENING}&tz=${query.tz}`], ["tz"]);
    });
}

type Context = z.core.$RefinementCtx<unknown>;

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
function many<Value extends string>(
  value: z.ZodType<Value>,
  { read = String, allowed, most = 100, refusal = "is not known", order }: Many,
) {
  return z
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
    .optional()
    .register(ACCEPTED, { value: () => z.toJSONSchema(value, { io: "input" }), many: true });
}

/** A parameter that has one value, which `read` gives of its text. */
function one<Value>(
  value: z.ZodType<Value>,
  allowed: readonly string[],
  read: (text: string) => string | number | undefined = String,
) {
  return z
    .array(z.string())
    .transform((given, context): Value => {
      const [text = "", ...more] = given;
      if (more.length > 0) return refuse(context, "is given more than once", more[0] ?? "", allowed);
      const result = value.safeParse(read(text.trim()));
      return result.success ? result.data : refuse(context, "cannot be used", text, allowed);
    })
    .optional()
    .register(ACCEPTED, { value: () => z.toJSONSchema(value, { io: "input" }), many: false });
}

function refuse(
  context: Context,
  message: string,
  value: string,
  allowed: readonly string[],
  path: string[] = [],
): never {
  context.addIssue({ code: "custom", message, input: value, params: { value, allowed }, path });
  return z.NEVER;
}

function member(values: ReadonlySet<string>, value: string): string | undefined {
  return values.has(value) ? value : undefined;
}

function namedRegion(text: string): string | undefined {
  const region = regionOf(text);
  return region === undefined ? undefined : regionSlug(region);
}

function count(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function shown(text: string): string {
  const word = text.toLowerCase();
  return SHOWN_ALIASES[word] ?? word;
}
