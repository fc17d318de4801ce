import { compare } from "../model/compare.ts";
import type { PrintedPlace } from "../model/place.ts";
import { cityKeys, shownPlace } from "./facets.ts";
import type { ListedPlace } from "./listed-places.ts";

/** Countries whose cities are named with their state. */
const WITH_AREA: ReadonlySet<string> = new Set(["AU", "CA", "US"]);

/** A city under the name that is its own for ever. */
export interface City {
  /** By the name that is shown: `berlin-de`, `portland-oregon-us`. */
  readonly slug: string;
  /** `Berlin, DE`, `Portland, Oregon, US`. */
  readonly name: string;
  /** Value of `city` that finds this city alone. */
  readonly key: string;
  /** Every value of `city` that finds it, perhaps among others. */
  readonly keys: readonly string[];
}

/**
 * The cities among `places`, by slug. A slug never changes its meaning: where cities are named with their state it has the
 * state; elsewhere the city that was listed first has the short form, and a later one of that name in the same country
 * has its state. Cities that name, state and country do not tell apart are one; without a country there is none.
 */
export function citiesOf(places: readonly ListedPlace[]): readonly City[] {
  const first = new Map<string, ListedPlace>();
  for (const place of places) {
    const key = cityKeys(place).at(-1);
    if (key === undefined || place.country === null) continue;
    const known = first.get(key);
    if (known === undefined || comesBefore(place, known)) first.set(key, place);
  }
  const inOrder = [...first].sort(([a, { since }], [b, other]) => compare(since, other.since) || compare(a, b));
  const cities = new Map<string, City>();
  for (const [key, place] of inOrder) {
    const keys = cityKeys(place);
    const [, short = key, long = key] = keys;
    const slug = WITH_AREA.has(place.country ?? "") || cities.has(short) ? long : short;
    if (!cities.has(slug)) cities.set(slug, { slug, name: nameOf(shownPlace(place), slug !== short), key, keys });
  }
  return [...cities.values()].sort((a, b) => compare(a.slug, b.slug));
}

/** Names of cities by values of `city`. */
export type CityNames = ReadonlyMap<string, string>;

/** What each value of `city` is called: `Nürnberg, DE`; `Portland` where several cities have it. */
export function namesOfCities(cities: readonly City[]): CityNames {
  const byKey = new Map<string, string>();
  for (const { keys, name } of cities)
    for (const key of new Set(keys)) byKey.set(key, byKey.has(key) ? name.replace(/,.*/, "") : name);
  return byKey;
}

function nameOf({ city, area, country }: PrintedPlace, withArea: boolean): string {
  return [city, withArea ? area : null, country].filter((part) => part !== null).join(", ");
}

/** Spellings that have one slug: the one that was listed first names the city. */
function comesBefore(a: ListedPlace, b: ListedPlace): boolean {
  return compare(a.since, b.since) < 0 || (a.since === b.since && nameOf(a, true) < nameOf(b, true));
}
