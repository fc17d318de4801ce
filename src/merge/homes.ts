import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { samePlace } from "./same.ts";

/** Share of a group's events that must lie in one zone for it to be the group's home. */
const NEARLY_ALL = 0.9;
const ENOUGH = 2;

/** Where groups meet: how often in which place. It has one owner, who changes it. */
export type Homes = Map<string, Home[]>;

interface Home {
  place: Place;
  events: number;
}

export function homesOf(events: Iterable<EventRecord>): Homes {
  const homes: Homes = new Map();
  for (const event of events) move(homes, null, event);
  return homes;
}

/** Counts `now` in the place of `old`. */
export function move(homes: Homes, old: EventRecord | null, now: EventRecord): void {
  if (old?.places === now.places && old.groups === now.groups) return;
  if (old !== null) count(homes, old, -1);
  count(homes, now, 1);
}

/** The zone in which nearly all of a group's events lie; null when there is none, or too few to tell. */
export function homeZone(homes: Homes, slug: string): string | null {
  const zones = new Map<string, number>();
  let all = 0;
  for (const { place, events } of homes.get(slug) ?? []) {
    all += events;
    if (place.timeZone !== null) zones.set(place.timeZone, (zones.get(place.timeZone) ?? 0) + events);
  }
  for (const [zone, events] of zones) if (events >= ENOUGH && events >= NEARLY_ALL * all) return zone;
  return null;
}

/** The city in which a group meets most often, of equal ones the first by name; null when it never printed one. */
export function homeCity(homes: Homes, slug: string): Place | null {
  let found: Home | null = null;
  for (const home of homes.get(slug) ?? []) {
    if (home.place.city === null || home.events === 0) continue;
    if (found === null || home.events > found.events) found = home;
    else if (home.events === found.events && nameOf(home.place) < nameOf(found.place)) found = home;
  }
  return found?.place ?? null;
}

function nameOf({ country, area, city }: Place): string {
  return `${country} ${area} ${city}`;
}

/** An event without a place of its own says nothing of where its group is at home. */
function count(homes: Homes, { groups, places }: EventRecord, by: 1 | -1): void {
  const place = places[0];
  if (place === undefined) return;
  for (const { slug } of groups) {
    const own = homes.get(slug);
    const home = own && homeIn(own, place);
    if (home) {
      home.events += by;
      home.place = place;
    } else if (own) own.push({ place, events: by });
    else homes.set(slug, [{ place, events: by }]);
  }
}

function homeIn(homes: readonly Home[], place: Place): Home | null {
  for (const home of homes) if (samePlace(home.place, place)) return home;
  return null;
}
