import type { EventRecord } from "../model/event.ts";
import { type Facet, keysOf } from "./facets.ts";
import { kilometresBetween, pointOf, USUAL_RADIUS } from "./near.ts";
import { type Postings, postingsOf, whereAll } from "./postings.ts";
import type { EventQuery } from "./query.ts";
import { whenConditions } from "./when.ts";

/** Facets that tell where an event takes place; so does `near`. */
const PLACES: ReadonlySet<string> = new Set<Facet>(["region", "country", "city"]);

/** For each list of events and each facet asked for once: which events have which value. */
const indexes = new WeakMap<readonly EventRecord[], Map<Facet, ReadonlyMap<string, Postings>>>();

/**
 * The events that meet every one of `queries`, their dates, limits and cursors aside, in the order given. Where one of them
 * includes what is online, an event that can be attended online meets each filter of places, whichever query has it: that
 * a feed is one city's is such a filter as well.
 */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  const included = queries.some(({ online }) => online === "include") ? [havingOnline(events, "only")] : [];
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
  const { region, country, city, group, mode, near, radius = USUAL_RADIUS, online, q: phrases } = query;
  const multiday = query.multiday && [query.multiday];
  const cancelled = query.cancelled && [query.cancelled];
  const timed = query.timed && [query.timed];
  const named = Object.entries({ region, country, city, group, mode, multiday, cancelled, timed });
  const conditions: (readonly Postings[])[] = named.flatMap(([facet, values]) => {
    if (values === undefined) return [];
    const postings = indexOf(events, facet as Facet);
    const met = values.map((value) => postings.get(value) ?? []);
    return [PLACES.has(facet) ? [...met, ...included] : met];
  });
  if (near !== undefined) conditions.push([...inReach(events, near, radius), ...included]);
  if (online === "only" || online === "hide") conditions.push([havingOnline(events, online)]);
  conditions.push(...whenConditions(events, query));
  if (phrases !== undefined) conditions.push(phrases.map((phrase) => havingWords(events, phrase)));
  return conditions;
}

/** The events that can be attended online, or those that can be attended in another way. */
function havingOnline(events: readonly EventRecord[], online: "only" | "hide"): Postings {
  return indexOf(events, "online").get(online) ?? [];
}

/** The events with a place at most `radius` kilometres from `near`. */
function inReach(events: readonly EventRecord[], near: string, radius: number): readonly Postings[] {
  const centre = pointOf(near);
  const found: Postings[] = [];
  for (const [point, postings] of indexOf(events, "near"))
    if (kilometresBetween(centre, pointOf(point)) <= radius) found.push(postings);
  return found;
}

/** The events of which each word of `phrase` is a part of a word. */
function havingWords(events: readonly EventRecord[], phrase: string): Postings {
  const words = indexOf(events, "q");
  const conditions: (readonly Postings[])[] = [];
  for (const part of new Set(phrase.split(" "))) {
    const having: Postings[] = [];
    for (const [word, postings] of words) if (word.includes(part)) having.push(postings);
    if (having.length === 0) return [];
    conditions.push(having);
  }
  return whereAll(events.length, conditions);
}

function indexOf(events: readonly EventRecord[], facet: Facet): ReadonlyMap<string, Postings> {
  let index = indexes.get(events);
  if (index === undefined) {
    index = new Map();
    indexes.set(events, index);
  }
  let postings = index.get(facet);
  if (postings === undefined) {
    postings = postingsOf(events, keysOf(facet));
    index.set(facet, postings);
  }
  return postings;
}
