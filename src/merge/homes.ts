import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";

/** Share of a group's events that must lie in one zone for it to be the group's home. */
const NEARLY_ALL = 0.9;
const ENOUGH = 2;

/** Where groups meet: how often in which place and zone. It has one owner, who changes it. */
export type Homes = Map<string, Home>;

interface Home {
  /** What is not counted yet: nobody asks for most groups. */
  readonly waiting: Counted[];
  readonly places: Map<string, Counted>;
  readonly zones: Map<string, number>;
  /** Those that tell a place. */
  events: number;
  /** What {@link homeCity} tells; undefined until it is asked for. */
  city: Place | null | undefined;
}

interface Counted {
  readonly place: Place;
  readonly events: number;
}

export function homesOf(events: Iterable<EventRecord>): Homes {
  const homes: Homes = new Map();
  for (const event of events) move(homes, null, event);
  return homes;
}

/** Counts `now` in the place of `old`. */
export function move(homes: Homes, old: EventRecord | null, now: EventRecord | null): void {
  if (now !== null && old?.places === now.places && old.groups === now.groups) return;
  if (old !== null) count(homes, old, -1);
  if (now !== null) count(homes, now, 1);
}

/** The zone in which nearly all of a group's events lie; null when there is none, or too few to tell. */
export function homeZone(homes: Homes, slug: string): string | null {
  const { zones, events: all } = counted(homes, slug);
  for (const [zone, events] of zones) if (events >= ENOUGH && events >= NEARLY_ALL * all) return zone;
  return null;
}

/** The city in which a group meets most often, of equal ones the first by name; null when it never printed one. */
export function homeCity(homes: Homes, slug: string): Place | null {
  const home = counted(homes, slug);
  if (home.city === undefined) home.city = mostOften(home.places.values());
  return home.city;
}

function mostOften(all: Iterable<Counted>): Place | null {
  let found: Counted | null = null;
  for (const one of all) {
    if (one.place.city === null || one.events === 0) continue;
    if (found === null || one.events > found.events) found = one;
    else if (one.events === found.events && nameOf(one.place) < nameOf(found.place)) found = one;
  }
  return found?.place ?? null;
}

function nameOf({ country, area, city }: Place): string {
  return `${country} ${area} ${city}`;
}

/** An event without a place of its own says nothing of where its group is at home. */
function count(homes: Homes, { groups, places: [place] }: EventRecord, by: 1 | -1): void {
  if (place === undefined) return;
  for (const { slug } of groups) {
    const home = homes.get(slug);
    if (home === undefined) homes.set(slug, homeAt({ place, events: by }));
    else home.waiting.push({ place, events: by });
  }
}

function homeAt(...waiting: Counted[]): Home {
  return { waiting, places: new Map(), zones: new Map(), events: 0, city: undefined };
}

function counted(homes: Homes, slug: string): Home {
  const home = homes.get(slug) ?? homeAt();
  for (const { place, events } of home.waiting) {
    const key = JSON.stringify([place.city, place.area, place.country]);
    home.places.set(key, { place, events: (home.places.get(key)?.events ?? 0) + events });
    if (place.timeZone !== null) home.zones.set(place.timeZone, (home.zones.get(place.timeZone) ?? 0) + events);
    home.events += events;
    home.city = undefined;
  }
  home.waiting.length = 0;
  return home;
}
