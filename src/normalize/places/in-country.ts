import type { ResolvedPlace } from "../../model/place.ts";
import { type Choice, kilometres, nearby, type Point } from "./candidates.ts";
import type { Area, City } from "./country.ts";
import { fold } from "./fold.ts";
import { cityForms } from "./forms.ts";
import type { Country, Gazetteer } from "./gazetteer.ts";
import { cityIn, meansCity, misspelt, printedAnywhere } from "./lookup.ts";
import { areaResult, cityResult, countryResult } from "./results.ts";

/** Countries whose areas the newsletter prints. An area of one of them under another of them tells the country. */
export const WITH_AREAS: readonly string[] = ["US", "CA", "AU"];

/** Kilometres from the middle of an area within which its neighbours' cities lie. */
const NEIGHBOUR = 350;
/** Thousands of people from which on a city is known beyond its area. */
const NOTED = 100;
/** A city that an editor may put in this area by mistake: close to it, of the same zone, and no small one. */
function isNeighbour(city: City, area: Area): boolean {
  const great = city.printed || city.people >= NOTED;
  return great && city.timeZone === area.timeZone && kilometres(city, area) <= NEIGHBOUR;
}

/** An area is printed and known, the city is not in it: one of that name close by, else the area. */
export function outsideArea(
  gazetteer: Gazetteer,
  country: Country,
  area: Area,
  city: string,
  near: readonly Point[],
): ResolvedPlace {
  for (const form of cityForms(gazetteer, city)) {
    const found = country.find(form);
    const [confirmed] = nearby(found, near);
    if (confirmed) return cityResult(confirmed.city, "near");
    const around = found.filter(({ city: there }) => isNeighbour(there, area));
    if (around.length === 1) return cityResult(around[0]!.city, "neighbour-area");
  }
  const slip = misspelt(gazetteer, city, { countries: [country], area }, near);
  if (slip) return cityResult(slip, "typo");
  return areaResult(country, area, "fallback");
}

/** A printed city of a printed country, on the map. Once a country is printed, the world is never searched by people. */
export function inCountry(
  gazetteer: Gazetteer,
  country: Country,
  city: string,
  area: string | null,
  near: readonly Point[],
): ResolvedPlace {
  const known = area === null ? null : country.area(fold(area));
  const exact = cityIn(gazetteer, country, city, known ?? null, near);
  if (exact && (known || area === null)) return areaOrCity(country, city, known, exact);
  if (known) return outsideArea(gazetteer, country, known, city, near);
  const other = area === null ? null : inOtherCountry(gazetteer, country, city, area, near);
  if (other) return other;
  if (exact) return cityResult(exact.city, exact.how);
  const named = country.area(fold(city));
  const reversed = area === null ? null : cityIn(gazetteer, country, area, named ?? null, near);
  if (reversed) return cityResult(reversed.city, reversed.how);
  if (named) return areaResult(country, named, "area");
  const slip = misspelt(gazetteer, city, { countries: [country] }, near);
  if (slip) return cityResult(slip, "typo");
  const [printed, ...more] = printedAnywhere(gazetteer, city);
  if (printed && more.length === 0) return cityResult(printed, "printed-elsewhere");
  return countryResult(country, "fallback");
}

/**
 * `Utah, US`: a city of an area's name is meant only when it is one of its great cities, or in the other area that is
 * printed: `Columbia, MO, US`.
 */
function areaOrCity(country: Country, printed: string, within: Area | null, choice: Choice): ResolvedPlace {
  const area = country.area(fold(printed));
  return !area || (within !== null && within !== area) || meansCity(country, choice, area)
    ? cityResult(choice.city, choice.how)
    : areaResult(country, area, "area");
}

function inOtherCountry(
  gazetteer: Gazetteer,
  country: Country,
  city: string,
  area: string,
  near: readonly Point[],
): ResolvedPlace | null {
  for (const code of WITH_AREAS.includes(country.code) ? WITH_AREAS : []) {
    const other = code === country.code ? null : gazetteer.country(code);
    const known = other?.area(fold(area));
    const found = known && cityIn(gazetteer, other!, city, known, near);
    if (found) return cityResult(found.city, "other-country");
  }
  return inAreaAsCountry(gazetteer, city, area, near);
}

/** `San Juan, PR, US`: the area is a country of its own, and the city is in it. */
function inAreaAsCountry(
  gazetteer: Gazetteer,
  city: string,
  area: string,
  near: readonly Point[],
): ResolvedPlace | null {
  const country = /^[A-Z]{2}$/.test(area) ? gazetteer.country(area) : null;
  const found = country && cityIn(gazetteer, country, city, null, near);
  return found?.own ? cityResult(found.city, "other-country") : null;
}
