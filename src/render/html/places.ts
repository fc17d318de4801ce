import type { EventRecord } from "../../model/event.ts";
import type { Mode } from "../../model/listing.ts";
import type { Place } from "../../model/place.ts";
import { placeText } from "../place-text.ts";
import { oneLine } from "../text.ts";

const COUNTRIES = new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "code" });

const MODES: Readonly<Record<Mode, string>> = { virtual: "Online", "in-person": "In person", hybrid: "Hybrid" };

/** `DE` → `Germany`; other text is returned unchanged. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : oneLine(code);
}

/** `Berlin, Germany`. */
export function placeName(place: Place): string {
  return placeText(place, countryName);
}

/** The names of the places of an event, each once. */
export function placesOf(event: EventRecord): readonly string[] {
  return [...new Set(event.places.map(placeName))].filter((text) => text !== "");
}

/** `Online`, `In person`, `Hybrid`; null if unknown. */
export function modeText(mode: Mode | null): string | null {
  return mode === null ? null : MODES[mode];
}

/** Mode and places: `In person · Berlin, Germany`, `Online (from Berlin, Germany)`; empty if unknown. */
export function whereText(event: EventRecord): string {
  const places = placesOf(event).join(" / ");
  if (event.mode === "virtual") return places === "" ? "Online" : `Online (from ${places})`;
  return [modeText(event.mode) ?? "", places].filter((part) => part !== "").join(" · ");
}
