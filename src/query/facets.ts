import type { EventRecord } from "../model/event.ts";
import type { PrintedPlace } from "../model/place.ts";
import type { Region } from "../model/region.ts";
import { shownName } from "./city-names.ts";
import { slugOf } from "./fold.ts";

/** Returns the values of a filter that an event has; duplicates are allowed. */
export type Facet = (event: EventRecord) => readonly string[];

/** Returns a facet of the keys of an event's cities, with a cache for places. */
export function cityKeysOnce(): Facet {
  const keysByPlace = new Map<string, readonly string[]>();
  return ({ places }) =>
    places.flatMap((place) => {
      const name = `${place.city}|${place.area}|${place.country}`;
      let keys = keysByPlace.get(name);
      if (keys === undefined) {
        keys = cityKeys(place);
        keysByPlace.set(name, keys);
      }
      return keys;
    });
}

/**
 * Whether `event` is in `region`. Every event that can be attended online is in `Virtual`, and events in Asia or Oceania are in
 * `Asia Pacific`, a heading until 2021.
 */
export function isIn({ regions, mode }: EventRecord, region: Region): boolean {
  if (regions.includes(region)) return true;
  if (region === "Virtual") return mode === "virtual" || mode === "hybrid";
  return region === "Asia Pacific" && (regions.includes("Asia") || regions.includes("Oceania"));
}

/**
 * All keys of the city of `place`: `portland`, `portland-us`, `portland-oregon-us`; first with the name that is shown, then with
 * the name in the gazetteer. The last one identifies the city.
 */
export function cityKeys(place: PrintedPlace): readonly string[] {
  if (place.city === null || slugOf(place.city) === "") return [];
  const own = keysOf(place);
  const city = shownName(own[2]);
  return city === undefined ? own : [...keysOf({ ...place, city }), ...own];
}

/** The place as it is shown. */
export function shownPlace(place: PrintedPlace): PrintedPlace {
  return { ...place, city: shownName(keysOf(place)[2]) ?? place.city };
}

function keysOf({ city, area, country }: PrintedPlace): readonly [short: string, ofCountry: string, whole: string] {
  const key = (...parts: readonly (string | null)[]) => slugOf(parts.filter((text) => text !== null).join(" "));
  return [key(city), key(city, country), key(city, area, country)];
}
