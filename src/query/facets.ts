import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import { fold, slugOf } from "./fold.ts";
import { regionSlug } from "./region.ts";

/** What a query can ask of an event, worked out once per event. */
export interface Facets {
  readonly regions: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

const known = new WeakMap<EventRecord, Facets>();
const texts = new WeakMap<EventRecord, string>();

/** The facets of `event`. An event that can be attended online is in the region `virtual`, whatever heading it stood under. */
export function facetsOf(event: EventRecord): Facets {
  let facets = known.get(event);
  if (facets === undefined) {
    const regions = new Set(event.regions.map(regionSlug));
    if (event.mode === "virtual" || event.mode === "hybrid") regions.add("virtual");
    facets = {
      regions,
      countries: new Set(event.places.flatMap((place) => place.country ?? [])),
      cities: new Set(event.places.flatMap(cityKeys)),
      groups: new Set(event.groups.map((group) => group.slug)),
    };
    known.set(event, facets);
  }
  return facets;
}

/** What `q` looks into: folded title, group names and places. */
export function searchText(event: EventRecord): string {
  let text = texts.get(event);
  if (text === undefined) {
    const parts = [event.title, ...event.groups.map((group) => group.name), ...event.places.map(placeText)];
    text = fold(parts.join(" | "));
    texts.set(event, text);
  }
  return text;
}

/** Every way to name the city of `place`: `portland`, `portland-us`, `portland-oregon-us`. */
export function cityKeys(place: Place): string[] {
  if (place.city === null) return [];
  const parts = [[place.city], [place.city, place.country], [place.city, place.area, place.country]];
  return parts.map((part) => slugOf(part.filter((text) => text !== null).join(" "))).filter((key) => key !== "");
}

function placeText(place: Place): string {
  return [place.city, place.area, place.country].filter((part) => part !== null).join(", ");
}
