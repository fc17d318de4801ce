import type { EventRecord } from "../../model/event.ts";
import type { Mode } from "../../model/listing.ts";
import type { Place } from "../../model/place.ts";
import { oneLine } from "../text.ts";

const COUNTRIES = new Intl.DisplayNames("en", { type: "region", style: "short", fallback: "code" });
/** Countries where a city is named with its state. */
const WITH_AREA: ReadonlySet<string> = new Set(["US", "CA", "AU"]);

const MODES: Readonly<Record<Mode, string>> = { virtual: "Online", "in-person": "In person", hybrid: "Hybrid" };

/** `Germany` for `DE`; what is no code stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : oneLine(code);
}

/** City and country; the area where there is no city, or where people name it: `Portland, Oregon, US`. */
export function placeText({ city, area, country }: Place): string {
  const namesArea = city === null || (country !== null && WITH_AREA.has(country));
  return [city, namesArea && area !== city ? area : null, country === null ? null : countryName(country)]
    .filter((part) => part !== null)
    .map(oneLine)
    .filter((part) => part !== "")
    .join(", ");
}

/** The places of an event, each once. */
export function placesOf(event: EventRecord): readonly string[] {
  return [...new Set(event.places.map(placeText))].filter((text) => text !== "");
}

/** `Online`, `In person`, `Hybrid`; null when unknown. */
export function modeText(mode: Mode | null): string | null {
  return mode === null ? null : MODES[mode];
}

/** How and where, shortly: `In person · Berlin, Germany`, `Online (from Berlin, Germany)`; empty when nothing tells. */
export function whereText(event: EventRecord): string {
  const places = placesOf(event).join(" / ");
  if (event.mode === "virtual") return places === "" ? "Online" : `Online (from ${places})`;
  return [modeText(event.mode) ?? "", places].filter((part) => part !== "").join(" · ");
}
