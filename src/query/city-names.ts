import table from "../../data/places/city-names.json" with { type: "json" };
import { once } from "../model/once.ts";
import { slugOf } from "./fold.ts";

/** A city by the gazetteer's name for it. */
interface Named {
  /** `nurnberg`. */
  readonly slug: string;
  /** In small letters. */
  readonly country: string;
}

/** Words of the longest of all names. */
const MOST_WORDS = 5;

/** Names of cities that mean something else to those who look for words. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["tokio", "julia"]);

/** The cities of each name besides the gazetteer's; `npm run places:names` writes the table. */
const byName = once(() => {
  const cities = new Map<string, Named[]>();
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
 * Slugs that the name of a city, with its country or without, may stand for, likeliest first: itself, without the e that
 * some write for dots, with `saint` for `st`, and each of them by the gazetteer's name: `München-DE` → `munchen-de`,
 * `munich-de`; `zuerich` → `zurich`.
 */
export function citySlugs(text: string): readonly string[] {
  const slug = slugOf(text);
  const dotless = slug.replace(/([aou])e/g, "$1");
  const spellings = [slug, dotless, dotless.replace(/^st-/, "saint-")];
  return [...new Set(spellings.flatMap((each) => [each, ...renamed(each)]))];
}

/** Keys of the cities that `phrase` is a further name of: `cologne` → `koln-de`. */
export function citiesCalled(phrase: string): readonly string[] {
  const name = slugOf(phrase);
  if (OTHER_WORDS.has(name)) return [];
  return (byName().get(name) ?? []).map(({ slug, country }) => `${slug}-${country}`);
}

/** `nuremberg-bavaria-de` → `nurnberg-bavaria-de`: the longest name at its beginning by the gazetteer's names, of its country. */
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
