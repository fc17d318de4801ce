import type { EventRecord } from "../model/event.ts";
import type { PrintedPlace } from "../model/place.ts";
import { REGIONS, type Region } from "../model/region.ts";
import { foldLetters, slugOf } from "./fold.ts";
import { regionSlug } from "./region.ts";

/** The filters that name a property of events, and those whose values are looked for in one: words, points. */
export type Facet =
  | "region"
  | "country"
  | "city"
  | "group"
  | "mode"
  | "near"
  | "multiday"
  | "cancelled"
  | "timed"
  | "online"
  | "q";

type Keys = (event: EventRecord) => readonly string[];

const KEYS: Readonly<Record<Exclude<Facet, "city">, Keys>> = {
  region: (event) => REGIONS.filter((region) => isIn(event, region)).map(regionSlug),
  country: ({ places }) => places.flatMap(({ country }) => country ?? []),
  group: ({ groups }) => groups.map(({ slug }) => slug),
  mode: ({ mode }) => (mode === null ? [] : [mode]),
  near: pointsOf,
  multiday: ({ start, end }) => [end > start ? "only" : "hide"],
  cancelled: ({ status }) => [status === "cancelled" ? "only" : "hide"],
  timed: ({ allDay }) => [allDay ? "hide" : "only"],
  online: (event) => [...(isIn(event, "Virtual") ? ["only"] : []), ...(event.mode === "virtual" ? [] : ["hide"])],
  q: (event) => searchText(event).split(/\s+/),
};

/**
 * Gives the values of a filter that an event has; for `q` the words, folded, that it looks into, for `near` the points
 * (`latitude,longitude`) where it takes place, for `online` the word `only` where it can be attended online and `hide` unless
 * it can be attended in no other way. A value may come twice.
 */
export function keysOf(facet: Facet): Keys {
  return facet === "city" ? cityKeysOnce() : KEYS[facet];
}

/** Its cities; a country or state as a whole is no point, and what takes place online alone is nowhere. */
function pointsOf({ mode, places }: EventRecord): string[] {
  if (mode === "virtual") return [];
  return places.flatMap(({ city, latitude, longitude }) =>
    city === null || latitude === null || longitude === null ? [] : `${latitude},${longitude}`,
  );
}

/** The keys of an event's cities, each distinct place looked at once. */
function cityKeysOnce(): Keys {
  const known = new Map<string, readonly string[]>();
  return ({ places }) =>
    places.flatMap((place) => {
      const name = `${place.city}|${place.area}|${place.country}`;
      let keys = known.get(name);
      if (keys === undefined) {
        keys = cityKeys(place);
        known.set(name, keys);
      }
      return keys;
    });
}

/**
 * Whether `event` is in `region`: in `Virtual` whenever it can be attended online, whatever heading it stood under; in
 * `Asia Pacific`, the heading until 2021, when it is in Asia or Oceania.
 */
export function isIn({ regions, mode }: EventRecord, region: Region): boolean {
  if (regions.includes(region)) return true;
  if (region === "Virtual") return mode === "virtual" || mode === "hybrid";
  return region === "Asia Pacific" && (regions.includes("Asia") || regions.includes("Oceania"));
}

/** What `q` looks into: folded title, group names and places. */
function searchText(event: EventRecord): string {
  let text = event.title;
  for (const { name } of event.groups) text += ` | ${name}`;
  for (const { city, area, country } of event.places) text += ` | ${city ?? ""}, ${area ?? ""}, ${country ?? ""}`;
  return foldLetters(text);
}

/** Every way to name the city of `place`: `portland`, `portland-us`, `portland-oregon-us`. */
export function cityKeys(place: PrintedPlace): string[] {
  if (place.city === null || slugOf(place.city) === "") return [];
  const parts = [[place.city], [place.city, place.country], [place.city, place.area, place.country]];
  return parts.map((part) => slugOf(part.filter((text) => text !== null).join(" ")));
}
