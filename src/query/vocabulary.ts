import { type CityNames, citiesOf, namesOfCities } from "./cities.ts";
import type { Directory } from "./directory.ts";
import { cityKeys } from "./facets.ts";
import type { ListedPlace } from "./listed-places.ts";

/** Values of queries that depend on the data set; they are never removed. */
export interface Vocabulary {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countries: ReadonlySet<string>;
  /** All keys of cities: `berlin`, `berlin-de`, `berlin-land-berlin-de`. */
  readonly cities: ReadonlySet<string>;
  /** The slugs of the feeds of cities: `berlin-de`, `portland-oregon-us`. */
  readonly offeredCities: ReadonlySet<string>;
  /** Names of cities by key: `Nürnberg, DE`. */
  readonly cityNames: CityNames;
  /** Slugs and aliases of groups, with the slug of the group. */
  readonly groups: ReadonlyMap<string, string>;
}

/** An empty vocabulary. */
export const NOTHING_KNOWN: Vocabulary = {
  countries: new Set(),
  cities: new Set(),
  offeredCities: new Set(),
  cityNames: new Map(),
  groups: new Map(),
};

/** The vocabulary of `directory`; each part is computed on first use. */
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
