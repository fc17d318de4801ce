import { fold, withoutDigraphs } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";

const PREFIX = /^(?:greater|downtown|metro|central|near|area of|city of) (?=.)/;
const SUFFIX = /(?<=.) (?:city|area|metro|metropolitan area|region|cbd|downtown)$/;

/** `garching bei munchen` → `garching`. */
const BESIDE = /(?<=.) (?:bei|near|nahe|next to|b|nr) .*$/;

/** `lima peru` → `lima`: a country's name after the city's. */
function withoutCountry(gazetteer: Gazetteer, folded: string): string {
  const words = folded.split(" ");
  for (let length = Math.min(2, words.length - 1); length > 0; length--) {
    if (gazetteer.countryNamed(words.slice(-length).join(" ")) !== null) return words.slice(0, -length).join(" ");
  }
  return folded;
}

/** `Raleigh-Durham`: two cities, unless one bears the whole name; the first stands for both. */
const TWINS = /^[^-–]{4,}[-–][^-–]{4,}$/;

/** The texts that a printed city may mean, the likeliest first: `Frankfurt (Main)` → itself, `Frankfurt`, `Main`. */
function texts(city: string): string[] {
  const bracket = /^([^(]*)\(([^)]*)\)?(.*)$/.exec(city);
  if (!bracket) return TWINS.test(city) ? [city, ...city.split(/[-–]/)] : [city];
  return [city, `${bracket[1]} ${bracket[3]}`, bracket[2]!];
}

/** Other ways to write a folded name, the likeliest first. */
const VARIANTS: readonly ((folded: string, gazetteer: Gazetteer) => string)[] = [
  (folded) => folded,
  (folded) => folded.replace(SUFFIX, ""),
  (folded) => folded.replace(PREFIX, ""),
  (folded) => folded.replace(BESIDE, ""),
  (folded, gazetteer) => withoutCountry(gazetteer, folded),
  (folded) => folded.replace(/\bsankt\b/g, "saint"),
  (folded) => folded.replace(/\bsaint\b/g, "sankt"),
  (folded) => folded.replace(/\bmount\b/g, "mt").replace(/\bfort\b/g, "ft"),
  (folded) => folded.replace(/\bmt\b/g, "mount").replace(/\bft\b/g, "fort"),
  withoutDigraphs,
];

/** Folded names under which to look a printed city up, the likeliest first, each made when it is asked for. */
export function* cityForms(gazetteer: Gazetteer, city: string): Generator<string> {
  const made = new Set([""]);
  for (const text of texts(city)) {
    const folded = fold(text);
    for (const vary of VARIANTS) {
      const form = vary(folded, gazetteer);
      if (!made.has(form)) yield form;
      made.add(form);
    }
  }
}
