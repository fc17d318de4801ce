import type { CityNames } from "./cities.ts";
import { type EventQuery, FILTERS } from "./filters.ts";

const SAID = FILTERS.flatMap(({ key, say }) => (say === undefined ? [] : [{ key, ...say }])).sort(
  (a, b) => a.at - b.at,
);

/**
 * The query's filters in words, for the name of a calendar: `Europe · DE, CH · “async”`. Empty without filters. Cities that are
 * not in `cities` are shown by their slug.
 */
export function describeQuery(query: EventQuery, cities: CityNames = new Map()): string {
  return SAID.flatMap(({ key, words }) => (query[key] === undefined ? [] : words(query[key], query, cities))).join(
    " · ",
  );
}
