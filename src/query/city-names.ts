import table from "../../data/places/city-names.json" with { type: "json" };
import { once } from "../model/once.ts";
import { slugOf } from "./fold.ts";

/** A city in the gazetteer. */
interface GazetteerCity {
  /** `nurnberg`. */
  readonly slug: string;
  /** Code in lower case. */
  readonly country: string;
}

/** Number of words of the longest name. */
const MOST_WORDS = 5;

/** Names of cities that are more likely to be other search terms. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["tokio", "julia"]);

/** Cities by alternative name; `npm run places:names` generates the table. */
const byName = once(() => {
  const cities = new Map<string, GazetteerCity[]>();
  for (const [key, names] of Object.entries(table.cities)) {
    const city = { slug: key.slice(0, -3), country: key.slice(-2) };
    for (const name of names.split(" ")) cities.set(name, [...(cities.get(name) ?? []), city]);
  }
  return cities;
});

/** What the newsletter calls a city most often, by the slug of its gazetteer's name, area and country. */
const SHOWN: Readonly<Record<string, string>> = table.shown;

/** The name to show of a city: the one printed most, where the gazetteer has another; its key as {@link cityKeys} makes it. */
export function shownName(key: string): string | undefined {
  return SHOWN[key];
}

/**
 * Possible slugs for the name of a city, with or without its country, most likely first: as given, with `ae`, `oe`, `ue` as
 * transliterated umlauts, with `saint` for `st`, and each of these under the gazetteer's name: `München-DE` → `munchen-de`,
 * `munich-de`; `zuerich` → `zurich`.
 */
export function citySlugs(text: string): readonly string[] {
  const slug = slugOf(text);
  const dotless = slug.replace(/([aou])e/g, "$1");
  const spellings = [slug, dotless, dotless.replace(/^st-/, "saint-")];
  return [...new Set(spellings.flatMap((each) => [each, ...renamed(each)]))];
}

/** Keys of the cities with the alternative name `phrase`: `cologne` → `koln-de`. */
export function citiesCalled(phrase: string): readonly string[] {
  const name = slugOf(phrase);
  if (OTHER_WORDS.has(name)) return [];
  return (byName().get(name) ?? []).map(({ slug, country }) => `${slug}-${country}`);
}

/** `nuremberg-bavaria-de` → `nurnberg-bavaria-de`: replaces the longest alternative name at the start. */
function renamed(slug: string): readonly string[] {
  const words = slug.split("-");
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const rest = words.slice(count);
    const cities = byName().get(words.slice(0, count).join("-")) ?? [];
    const there = cities.filter(({ country }) => rest.length === 0 || rest.at(-1) === country);
    if (there.length > 0) return there.map((city) => [city.slug, ...rest].join("-"));
  }
  return [];
}
