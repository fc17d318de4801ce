import type { EventRecord } from "../model/event.ts";
import { type Facet, keysOf } from "./facets.ts";
import { kilometresBetween, pointOf, USUAL_RADIUS } from "./near.ts";
import { type Postings, postingsOf, whereAll } from "./postings.ts";
import type { EventQuery } from "./query.ts";

/** For each list of events and each facet asked for once: which events have which value. */
const indexes = new WeakMap<readonly EventRecord[], Map<Facet, ReadonlyMap<string, Postings>>>();

/** The events that meet every one of `queries`, their dates, limits and cursors aside, in the order given. */
export function selectEvents(events: readonly EventRecord[], queries: readonly EventQuery[]): readonly EventRecord[] {
  const conditions = queries.flatMap((query) => conditionsOf(events, query));
  if (conditions.length === 0) return events;
  return whereAll(events.length, conditions).flatMap((position) => events[position] ?? []);
}

function conditionsOf(events: readonly EventRecord[], query: EventQuery): (readonly Postings[])[] {
  const { region, country, city, group, mode, near, radius = USUAL_RADIUS, q: phrases } = query;
  const multiday = query.multiday && [query.multiday];
  const cancelled = query.cancelled && [query.cancelled];
  const named = Object.entries({ region, country, city, group, mode, multiday, cancelled });
  const conditions: (readonly Postings[])[] = named.flatMap(([facet, values]) => {
    if (values === undefined) return [];
    const postings = indexOf(events, facet as Facet);
    return [values.map((value) => postings.get(value) ?? [])];
  });
  if (near !== undefined) conditions.push(inReach(events, near, radius));
  if (phrases !== undefined) conditions.push(phrases.map((phrase) => havingWords(events, phrase)));
  return conditions;
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
