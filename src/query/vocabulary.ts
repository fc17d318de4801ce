import { type CityNames, citiesOf, namesOfCities } from "./cities.ts";
import type { Directory } from "./directory.ts";
import { cityKeys } from "./facets.ts";
import type { ListedPlace } from "./listed-places.ts";

/** The values that queries may name because the data set knows them; nothing once known is ever dropped. */
export interface Vocabulary {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countries: ReadonlySet<string>;
  /** Every accepted way to name a city, `berlin`, `berlin-de`, `berlin-land-berlin-de`. */
  readonly cities: ReadonlySet<string>;
  /** The way to name each city that is offered, the slug of its feed: `berlin-de`, `portland-oregon-us`. */
  readonly offeredCities: ReadonlySet<string>;
  /** What each way to name a city is called: `Nürnberg, DE`. */
  readonly cityNames: CityNames;
  /** Every slug that means a group, and the slug that it has. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Before any data: no country, city or group can be named. */
export const NOTHING_KNOWN: Vocabulary = {
  countries: new Set(),
  cities: new Set(),
  offeredCities: new Set(),
  cityNames: new Map(),
  groups: new Map(),
};

/** The countries, cities and groups that are `known`, each gathered when it is first asked for. */
export function vocabularyOf(directory: Directory): Vocabulary {
  let countries: ReadonlySet<string> | undefined;
  let cities: Pick<Vocabulary, "cities" | "offeredCities" | "cityNames"> | undefined;
  let groups: Vocabulary["groups"] | undefined;
  return {
    get countries() {
      countries ??= countriesOf(directory.places());
      return countries;
    },
    get cities() {
      cities ??= citiesIn(directory.places());
      return cities.cities;
    },
    get offeredCities() {
      cities ??= citiesIn(directory.places());
      return cities.offeredCities;
    },
    get cityNames() {
      cities ??= citiesIn(directory.places());
      return cities.cityNames;
    },
    get groups() {
      groups ??= new Map(
        directory.groups().flatMap(({ slug, aliases = [] }) => [slug, ...aliases].map((each) => [each, slug])),
      );
      return groups;
    },
  };
}

function countriesOf(places: readonly ListedPlace[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ country }) => country ?? []));
}

function citiesIn(places: readonly ListedPlace[]): Pick<Vocabulary, "cities" | "offeredCities" | "cityNames"> {
  const offered = citiesOf(places);
  const offeredCities = new Set(offered.map(({ slug }) => slug));
  return { cities: new Set(places.flatMap(cityKeys)), offeredCities, cityNames: namesOfCities(offered) };
}
