import type { DataSet } from "../model/event.ts";
import { cityKeys } from "./facets.ts";

/** The values that queries may name because the data set knows them; nothing once known is ever dropped. */
export interface Vocabulary {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countries: ReadonlySet<string>;
  /** Every accepted way to name a city, `berlin`, `berlin-de`, `berlin-land-berlin-de`. */
  readonly cities: ReadonlySet<string>;
  /** The way to name each city that is offered: `berlin-de`. */
  readonly offeredCities: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** The countries, cities and groups of all events of `data`. */
export function vocabularyOf(data: DataSet): Vocabulary {
  const countries = new Set<string>();
  const cities = new Set<string>();
  const offeredCities = new Set<string>();
  const places = new Map(
    data.events.flatMap(({ places }) => places).map((place) => [`${place.city}|${place.area}|${place.country}`, place]),
  );
  for (const place of places.values()) {
    if (place.country !== null) countries.add(place.country);
    const keys = cityKeys(place);
    for (const key of keys) cities.add(key);
    if (keys[1] !== undefined) offeredCities.add(keys[1]);
  }
  return { countries, cities, offeredCities, groups: new Set(data.groups.map((group) => group.slug)) };
}
