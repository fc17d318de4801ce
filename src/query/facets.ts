import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import type { Region } from "../model/region.ts";
import { fold, slugOf } from "./fold.ts";

const texts = new WeakMap<EventRecord, string>();

/** Whether `event` is in `region`: in `Virtual` whenever it can be attended online, whatever heading it stood under. */
export function isIn(event: EventRecord, region: Region): boolean {
  if (event.regions.includes(region)) return true;
  return region === "Virtual" && (event.mode === "virtual" || event.mode === "hybrid");
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
