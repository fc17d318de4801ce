import type { ResolvedPlace } from "../../model/place.ts";
import type { Point } from "./candidates.ts";
import type { Area } from "./country.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { outsideArea, WITH_AREAS } from "./in-country.ts";
import { cityAnywhere, cityIn, misspelt } from "./lookup.ts";
import { areaResult, cityResult, NOWHERE } from "./results.ts";

/** Areas of that name, those of the countries whose areas the newsletter prints first. */
export function areasNamed(gazetteer: Gazetteer, printed: string): Area[] {
  // ISO codes of one letter are nothing that anyone prints alone.
  if (printed.trim().length < 2) return [];
  const rank = ({ country }: Area) => (WITH_AREAS.includes(country) ? 0 : 1);
  return [...gazetteer.areasNamed(fold(printed))].sort((a, b) => rank(a) - rank(b));
}

/** Whether a city without a country, or its area, is found by name: else only a slip of the pen is left to be looked for. */
export function isNamed(gazetteer: Gazetteer, city: string, area: string | null): boolean {
  if (area !== null && areasNamed(gazetteer, area).length > 0) return true;
  return cityAnywhere(gazetteer, city, []) !== null || areasNamed(gazetteer, city).length > 0;
}

/** A printed city without a country, perhaps with an area, on the map. */
export function withoutCountry(
  gazetteer: Gazetteer,
  city: string,
  area: string | null,
  near: readonly Point[],
): ResolvedPlace {
  const areas = area === null ? [] : areasNamed(gazetteer, area);
  for (const known of areas) {
    const found = cityIn(gazetteer, gazetteer.country(known.country)!, city, known, near);
    if (found) return cityResult(found.city, found.how);
  }
  for (const known of areas) {
    const slip = misspelt(gazetteer, city, { countries: [gazetteer.country(known.country)!], area: known }, near);
    if (slip) return cityResult(slip, "typo");
  }
  if (areas.length > 0) {
    const [first] = areas;
    return outsideArea(gazetteer, gazetteer.country(first!.country)!, first!, city, near);
  }
  const anywhere = cityAnywhere(gazetteer, city, near);
  if (anywhere) return cityResult(anywhere.city, anywhere.how);
  const [named] = areasNamed(gazetteer, city);
  if (named) return areaResult(gazetteer.country(named.country)!, named, "area");
  const misprint = misspelt(gazetteer, city, { countries: gazetteer.countries }, near);
  return misprint ? cityResult(misprint, "typo") : { ...NOWHERE, precision: "none", how: "unknown" };
}
