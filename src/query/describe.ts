import { type EventQuery, FILTERS } from "./filters.ts";

const SAID = FILTERS.flatMap(({ key, say }) => (say === undefined ? [] : [{ key, ...say }])).sort(
  (a, b) => a.at - b.at,
);

/** The query's filters in words for a calendar's name: `Europe · DE, CH · “async”`. Empty when nothing is filtered. */
export function describeQuery(query: EventQuery): string {
  return SAID.flatMap(({ key, words }) => (query[key] === undefined ? [] : words(query[key], query))).join(" · ");
}
