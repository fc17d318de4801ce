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

type Places = Pick<Vocabulary, "countries" | "cities" | "offeredCities">;

/** The countries, cities and groups of all events of `data`, each gathered when it is first asked for. */
export function vocabularyOf(data: DataSet): Vocabulary {
  let places: Places | undefined;
  let groups: ReadonlySet<string> | undefined;
  const known = () => {
    places ??= placesOf(data);
    return places;
  };
  return {
    get countries() {
      return known().countries;
    },
    get cities() {
      return known().cities;
    },
    get offeredCities() {
      return known().offeredCities;
    },
    get groups() {
      groups ??= new Set(data.groups.map((group) => group.slug));
      return groups;
    },
  };
}

function placesOf(data: DataSet): Places {
  const countries = new Set<string>();
  const cities = new Set<string>();
  const offeredCities = new Set<string>();
  const places = new Map(
    data.events
      .flatMap((event) => event.places)
      .map((place) => [`${place.city}|${place.area}|${place.country}`, place]),
  );
  for (const place of places.values()) {
    if (place.country !== null) countries.add(place.country);
    const keys = cityKeys(place);
    for (const key of keys) cities.add(key);
    if (keys[1] !== undefined) offeredCities.add(keys[1]);
  }
  return { countries, cities, offeredCities };
}
