import { AREA_COUNTRIES } from "../model/area-countries.ts";
import { compare } from "../model/compare.ts";
import type { PrintedPlace } from "../model/place.ts";
import { cityKeys, shownPlace } from "./facets.ts";
import type { ListedPlace } from "./listed-places.ts";

/** A city with its permanent slug. */
export interface City {
  /** By the name that is shown: `berlin-de`, `portland-oregon-us`. */
  readonly slug: string;
  /** `Berlin, DE`, `Portland, Oregon, US`. */
  readonly name: string;
  /** Value of `city` that matches only this city. */
  readonly key: string;
  /** All values of `city` that match it; some may also match other cities. */
  readonly keys: readonly string[];
}

/**
 * The cities among `places`, sorted by slug. Slugs never change their meaning: in Australia, Canada and the United States they
 * contain the state; elsewhere only if another city with the same name in the same country was listed earlier. Cities with the
 * same name, state and country are one; places without a country are skipped.
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
    const slug = (place.country !== null && AREA_COUNTRIES.includes(place.country)) || cities.has(short) ? long : short;
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

/** Whether the spelling `a` names the city: of spellings with the same slug, the one that was listed first. */
function comesBefore(a: ListedPlace, b: ListedPlace): boolean {
  return compare(a.since, b.since) < 0 || (a.since === b.since && nameOf(a, true) < nameOf(b, true));
}
