import * as z from "zod";
import { isLocalDate, type LocalDate } from "../model/date.ts";
import type { Mode } from "../model/listing.ts";
import { decodeCursor } from "./cursor.ts";
import { fold, slugOf } from "./fold.ts";
import { REGION_SLUGS, regionOf, regionSlug } from "./region.ts";
import type { Vocabulary } from "./vocabulary.ts";

const MODES: readonly Mode[] = ["virtual", "in-person", "hybrid"];
const SHOWN = ["only", "hide"] as const;
type Shown = (typeof SHOWN)[number];
/** `multiday=true` and the like mean what people expect. */
const SHOWN_ALIASES: Readonly<Record<string, Shown>> = { true: "only", yes: "only", false: "hide", no: "hide" };
const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2999-12-31";

/** Most days that `days` may ask for, most events that `limit` may. */
const MOST_DAYS = 3660;
const MOST_EVENTS = 1000;

/**
 * The one schema of all parameters: its keys in their canonical order, its input each parameter's values as the URL
 * gives them, its output the query. Each issue carries the refused `value` and what is `allowed`.
 */
export function parameterSchema(known: Vocabulary) {
  return z
    .strictObject({
      region: many(namedRegion, () => REGION_SLUGS),
      country: many(
        (text) => member(known.countries, text.toUpperCase() === "UK" ? "GB" : text.toUpperCase()),
        () => [...known.countries].sort(),
      ),
      city: many(
        (text) => member(known.cities, slugOf(text)),
        () => [...known.offeredCities].sort(),
      ),
      group: many(
        (text) => member(known.groups, text.toLowerCase()) ?? member(known.groups, slugOf(text)),
        () => [...known.groups].sort(),
      ),
      mode: many(
        (text) => MODES.find((mode) => mode === slugOf(text)),
        () => MODES,
      ),
      from: one(day, ["a day, YYYY-MM-DD"]),
      to: one(day, ["a day, YYYY-MM-DD"]),
      days: one((text) => count(text, MOST_DAYS), [`1 to ${MOST_DAYS}`]),
      q: many(phrase, () => ["words to find, up to 100 characters"], { most: 10, refusal: "cannot be looked for" }),
      multiday: one(shown, SHOWN),
      cancelled: one(shown, SHOWN),
      limit: one((text) => count(text, MOST_EVENTS), [`1 to ${MOST_EVENTS}`]),
      cursor: one((text) => (decodeCursor(text) === null ? undefined : text), ["the `next` of an answer"]),
    })
    .superRefine((query, context) => {
      if (query.from !== undefined && query.to !== undefined && query.from > query.to)
        refuse(context, `lies before from=${query.from}`, query.to, [`${query.from} or later`], ["to"]);
      if (query.days !== undefined && query.to !== undefined)
        refuse(context, "cannot be given together with to", String(query.days), ["one of days, to"], ["days"]);
    });
}

type Context = z.core.$RefinementCtx<unknown>;

/** A parameter whose values, split at commas and repeated, are all accepted; sorted, each once. */
function many<Value extends string>(
  accept: (text: string) => Value | undefined,
  allowed: () => readonly string[],
  { most = 100, refusal = "is not known" } = {},
) {
  return z
    .array(z.string())
    .transform((given, context): readonly Value[] => {
      const texts = given.flatMap((text) => text.split(",")).flatMap((text) => text.trim() || []);
      if (texts.length === 0) return refuse(context, "has no value", "", allowed());
      if (texts.length > most) return refuse(context, `has more than ${most} values`, "", [`up to ${most} values`]);
      const values = new Set<Value>();
      for (const text of texts) {
        const value = accept(text);
        if (value === undefined) return refuse(context, refusal, text, allowed());
        values.add(value);
      }
      return [...values].sort();
    })
    .optional();
}

/** A parameter that has one value. */
function one<Value>(accept: (text: string) => Value | undefined, allowed: readonly string[]) {
  return z
    .array(z.string())
    .transform((given, context): Value => {
      const [text = "", ...more] = given;
      if (more.length > 0) return refuse(context, "is given more than once", more[0] ?? "", allowed);
      const value = accept(text.trim());
      return value === undefined ? refuse(context, "cannot be used", text, allowed) : value;
    })
    .optional();
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

function day(text: string): LocalDate | undefined {
  return isLocalDate(text) && text >= FIRST_DAY && text <= LAST_DAY ? text : undefined;
}

function count(text: string, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

/** Folded words; a comma can only come from folding another sign, and would split the phrase when it is read again. */
function phrase(text: string): string | undefined {
  if (text.length > 100) return undefined;
  return fold(text.toWellFormed()).replace(/,/g, " ").replace(/ +/g, " ").trim() || undefined;
}

function shown(text: string): Shown | undefined {
  const word = text.toLowerCase();
  return SHOWN.find((value) => value === word) ?? SHOWN_ALIASES[word];
}
