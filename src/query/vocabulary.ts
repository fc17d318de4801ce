import type { DataSet } from "../model/event.ts";
import type { Place } from "../model/place.ts";
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

/** Before any data: no country, city or group can be named. */
export const NOTHING_KNOWN: Vocabulary = {
  countries: new Set(),
  cities: new Set(),
  offeredCities: new Set(),
  groups: new Set(),
};

/** The countries, cities and groups of all events of `data`, each gathered when it is first asked for. */
export function vocabularyOf(data: DataSet): Vocabulary {
  let countries: ReadonlySet<string> | undefined;
  let cities: Pick<Vocabulary, "cities" | "offeredCities"> | undefined;
  let groups: ReadonlySet<string> | undefined;
  return {
    get countries() {
      countries ??= countriesOf(data);
      return countries;
    },
    get cities() {
      cities ??= citiesOf(data);
      return cities.cities;
    },
    get offeredCities() {
      cities ??= citiesOf(data);
      return cities.offeredCities;
    },
    get groups() {
      groups ??= new Set(data.groups.map((group) => group.slug));
      return groups;
    },
  };
}

function countriesOf(data: DataSet): ReadonlySet<string> {
  const countries = new Set<string>();
  for (const { places } of data.events) for (const { country } of places) if (country !== null) countries.add(country);
  return countries;
}

function citiesOf(data: DataSet): Pick<Vocabulary, "cities" | "offeredCities"> {
  const places = new Map<string, Place>();
  for (const event of data.events)
    for (const place of event.places) places.set(`${place.city}|${place.area}|${place.country}`, place);
  const cities = new Set<string>();
  const offeredCities = new Set<string>();
  for (const place of places.values()) {
    const keys = cityKeys(place);
    for (const key of keys) cities.add(key);
    if (keys[1] !== undefined) offeredCities.add(keys[1]);
  }
  return { cities, offeredCities };
}
