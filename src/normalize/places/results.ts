import type { ResolvedPlace } from "../../model/place.ts";
import type { Area, City } from "./country.ts";
import type { Country } from "./gazetteer.ts";

/** A place that is nowhere on the map. */
export const NOWHERE = {
  city: null,
  area: null,
  country: null,
  latitude: null,
  longitude: null,
  timeZone: null,
} as const;

/** A city as a result; `how` names the rule that found it. */
export function cityResult(city: City, how: string): ResolvedPlace {
  const { name, country, latitude, longitude, timeZone } = city;
  return { city: name, area: city.area?.name ?? null, country, latitude, longitude, timeZone, precision: "city", how };
}

/** An area as a result: its zone is given only when nearly all of its people, or of the country's, share it. */
export function areaResult(country: Country, area: Area, how: string): ResolvedPlace {
  const timeZone = area.certain ? area.timeZone : country.timeZone;
  const { latitude, longitude } = area;
  return { city: null, area: area.name, country: area.country, latitude, longitude, timeZone, precision: "area", how };
}

/** A country as a result. */
export function countryResult(country: Country, how: string): ResolvedPlace {
  return { ...NOWHERE, country: country.code, timeZone: country.timeZone, precision: "country", how };
}
