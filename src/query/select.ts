import type { EventRecord } from "../model/event.ts";
import type { Among, Filter } from "./filter.ts";
import { ONLINE } from "./filters/online.ts";
import { type EventQuery, FILTERS } from "./filters.ts";
import { type Postings, postingsOf, whereAll } from "./postings.ts";

/** Indexes of lists of events, by filter. */
const indexes = new WeakMap<readonly EventRecord[], Map<Filter, Among>>();

/**
 * The events that match all `queries`, in the given order; dates, limits and cursors are ignored. If one of the queries has
 * `online=include`, events that can be attended online match the place filters of all queries, including the one of a feed.
 */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  const isIncluded = queries.some(({ online }) => online === "include");
  const included = isIncluded ? having(["only"], among(events, ONLINE)) : [];
  const conditions = queries.flatMap((query) => conditionsOf(events, query, included));
  if (conditions.length === 0) return events;
  return whereAll(events.length, conditions).flatMap((position) => events[position] ?? []);
}

/** The conditions of `query`; `included` are events that match every place filter. */
function conditionsOf(
  events: readonly EventRecord[],
  query: EventQuery,
  included: readonly Postings[],
): (readonly Postings[])[] {
  return FILTERS.flatMap((filter) => {
    const value = query[filter.key];
    if (value === undefined) return [];
    const found = findBy(filter, value, among(events, filter), query);
    if (found === null) return [];
    return [filter.place ? [...found, ...included] : found];
  });
}

/** Null if the filter does not select events, such as dates and options of other filters. */
function findBy(filter: Filter, value: unknown, events: Among, query: EventQuery): readonly Postings[] | null {
  if (filter.select !== undefined) return filter.select(value, events, query);
  return filter.facet === undefined ? null : having([value].flat() as readonly string[], events);
}

/** The events with one of `values`. */
function having(values: readonly string[], { index }: Among): readonly Postings[] {
  return values.map((value) => index.get(value) ?? []);
}

function among(events: readonly EventRecord[], filter: Filter): Among {
  const filters = indexes.get(events) ?? new Map<Filter, Among>();
  indexes.set(events, filters);
  const there = filters.get(filter);
  if (there !== undefined) return there;
  const made = { events, index: filter.facet === undefined ? new Map() : postingsOf(events, filter.facet()) };
  filters.set(filter, made);
  return made;
}
