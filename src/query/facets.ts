import type { EventRecord } from "../model/event.ts";
import type { Place } from "../model/place.ts";
import type { Region } from "../model/region.ts";
import { foldLetters, slugOf } from "./fold.ts";

const texts = new WeakMap<EventRecord, string>();

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
export function searchText(event: EventRecord): string {
  let text = texts.get(event);
  if (text === undefined) {
    text = event.title;
    for (const { name } of event.groups) text += ` | ${name}`;
    for (const { city, area, country } of event.places) text += ` | ${city ?? ""}, ${area ?? ""}, ${country ?? ""}`;
    text = foldLetters(text);
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
