import type { EventRecord } from "../model/event.ts";
import type { Among, Filter } from "./filter.ts";
import { ONLINE } from "./filters/online.ts";
import { type EventQuery, FILTERS } from "./filters.ts";
import { type Postings, postingsOf, whereAll } from "./postings.ts";

/** For each list of events, what each filter that was asked for looks among. */
const indexes = new WeakMap<readonly EventRecord[], Map<Filter, Among>>();

/**
 * The events that meet every one of `queries`, their dates, limits and cursors aside, in the order given. Where one of them
 * includes what is online, an event that can be attended online meets each filter of places, whichever query has it: that
 * a feed is one city's is such a filter as well.
 */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  const isIncluded = queries.some(({ online }) => online === "include");
  const included = isIncluded ? having(["only"], among(events, ONLINE)) : [];
  const conditions = queries.flatMap((query) => conditionsOf(events, query, included));
  if (conditions.length === 0) return events;
  return whereAll(events.length, conditions).flatMap((position) => events[position] ?? []);
}

/** What `query` asks; `included` are the events that are found wherever they take place. */
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

/** Null where the filter narrows nothing: it is of the days, or tells another one more. */
function findBy(filter: Filter, value: unknown, events: Among, query: EventQuery): readonly Postings[] | null {
  if (filter.select !== undefined) return filter.select(value, events, query);
  return filter.facet === undefined ? null : having([value].flat() as readonly string[], events);
}

/** The events that have one of `values`. */
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
