import type { CityNames } from "./cities.ts";
import { type EventQuery, FILTERS } from "./filters.ts";

const SAID = FILTERS.flatMap(({ key, say }) => (say === undefined ? [] : [{ key, ...say }])).sort(
  (a, b) => a.at - b.at,
);

/**
 * The query's filters in words for a calendar's name: `Europe · DE, CH · “async”`. Empty when nothing is filtered. A city
 * that `cities` does not name is its slug.
 */
export function describeQuery(query: EventQuery, cities: CityNames = new Map()): string {
  return SAID.flatMap(({ key, words }) => (query[key] === undefined ? [] : words(query[key], query, cities))).join(
    " · ",
  );
}
