import { AREA_COUNTRIES } from "../model/area-countries.ts";
import type { Place } from "../model/place.ts";
import { oneLine } from "./text.ts";

/**
 * `Berlin, DE`: city and country. The area is included without a city, and in countries where it is customary: `Portland, Oregon,
 * US`. `countryName` returns the text for a country code; default: the code itself.
 */
export function placeText({ city, area, country }: Place, countryName: (code: string) => string = String): string {
  const showsArea = city === null || (country !== null && AREA_COUNTRIES.includes(country));
  return [city, showsArea && area !== city ? area : null, country === null ? null : countryName(country)]
    .filter((part) => part !== null)
    .map(oneLine)
    .filter((part) => part !== "")
    .join(", ");
}
