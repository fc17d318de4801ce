import { NO_TRACE } from "../../model/trace.ts";
import { outside, type Rewrite, rewrite } from "../rewrite.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { TYPOS } from "./rewrites.ts";

const SPELLINGS: Readonly<Record<string, string>> = {
  saint: "sankt",
  sankt: "saint",
  mount: "mt",
  mt: "mount",
  fort: "ft",
  ft: "fort",
};

/** Other ways to write the folded name of a city; each is looked for if the name as it is printed is not found. */
export const NAME_VARIANTS: readonly Rewrite<Gazetteer>[] = [
  {
    rule: "word-behind-city",
    says: "A word for a city behind its name.",
    example: ["bristol city", "bristol"],
    from: /(?<=.) (?:city|area|metro|metropolitan area|region|cbd|downtown)$/,
    to: "",
  },
  {
    rule: "country-behind-city",
    says: "The country's name behind the city's.",
    example: ["lima peru", "lima"],
    from: /(?<=.) (\S+)$/,
    to: ([, last = ""], world) => (world.countryNamed(last) === null ? null : ""),
  },
  ...outside(TYPOS, [
    {
      rule: "word-before-city",
      says: "A word for a city before its name.",
      example: ["greater boston", "boston"],
      from: /^(?:greater|downtown|metro|central|near|area of|city of) (?=.)/,
      to: "",
    },
    {
      rule: "city-beside",
      says: "A larger city nearby behind the name.",
      example: ["garching bei munchen", "garching"],
      from: /(?<=.) (?:bei|near|nahe|next to|b|nr) .*$/,
      to: "",
    },
    {
      rule: "word-in-name",
      says: "Saint, Mount and Fort, short, long or in German.",
      example: ["fort worth", "ft worth"],
      from: /\b(?:saint|sankt|mount|mt|fort|ft)\b/g,
      to: ([word = ""]) => SPELLINGS[word] ?? null,
    },
  ] satisfies Rewrite<Gazetteer>[]),
];

/** `Raleigh-Durham`: two cities, unless one bears the whole name; the first stands for both. */
const TWINS = /^[^-–]{4,}[-–][^-–]{4,}$/;
const BRACKET = /^([^(]*)\(([^)]*)\)?(.*)$/;

/** Whether a city's name may be two with a dash between: `Tel Aviv-Yafo`, `Raleigh-Durham`. */
export function hasTwoNames(city: string): boolean {
  return TWINS.test(city);
}

/** The texts that a printed city may mean, the likeliest first: `Frankfurt (Main)` → itself, `Frankfurt`, `Main`. */
function texts(city: string): string[] {
  const [, before, inside, after] = BRACKET.exec(city) ?? [];
  if (inside !== undefined) return [city, `${before} ${after}`, inside];
  return TWINS.test(city) ? [city, ...city.split(/[-–]/)] : [city];
}

/** A folded name under which a city may be found, and the rule that it comes from; null for the name as printed. */
export interface Form {
  readonly name: string;
  readonly rule: string | null;
}

/** Folded names under which to look a printed city up, the likeliest first, each made when it is asked for. */
export function* cityForms(gazetteer: Gazetteer, city: string): Generator<Form> {
  const made = new Set([""]);
  for (const text of texts(city)) {
    const folded = fold(text);
    if (!made.has(folded)) yield { name: folded, rule: null };
    made.add(folded);
    for (const variant of NAME_VARIANTS) {
      const name = rewrite([variant], folded, NO_TRACE, gazetteer);
      if (!made.has(name)) yield { name, rule: variant.rule };
      made.add(name);
    }
  }
}
