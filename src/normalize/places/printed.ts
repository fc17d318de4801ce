import type { PrintedPlace } from "../../model/place.ts";
import type { Area } from "./country.ts";
import { fold } from "./fold.ts";
import { type Country, type Gazetteer, keep } from "./gazetteer.ts";
import { WITH_AREAS } from "./in-country.ts";
import { cityAnywhere, cityIn, meansCity, misspelt } from "./lookup.ts";
import { scopeOf } from "./scope.ts";

/** `UK`, `DE`, `No`, `AUS`, `Deutschland` → alpha-2 code, or null. Two letters alone are a code in any case. */
export function countryCode(gazetteer: Gazetteer, text: string): string | null {
  const code = text.replaceAll(".", "").toUpperCase();
  if (code === "UK") return "GB";
  if (code.length === 2 && gazetteer.country(code)) return code;
  return gazetteer.countryNamed(fold(text));
}

/** The parts between commas; `MN US` and `Roma Italy` and `Germany/Cologne` count as two, `Bangalore, IN,` has no third. */
function partsOf(gazetteer: Gazetteer, text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  const filled = parts.filter((part) => part !== "");
  const last = filled.at(-1);
  const sides = filled.length === 1 ? last!.split("/").map((side) => side.trim()) : [];
  const country = sides.findIndex((side) => side.length > 2 && countryCode(gazetteer, side) !== null);
  if (sides.length === 2 && country >= 0 && !scopeOf(gazetteer, last!)) return [sides[1 - country]!, sides[country]!];
  return last === undefined ? [] : [...filled.slice(0, -1), ...splitLast(gazetteer, last, filled.length === 1)];
}

function splitLast(gazetteer: Gazetteer, last: string, alone: boolean): string[] {
  const words = last.split(/\s+/);
  const folded = fold(last);
  if (words.length === 1 || countryCode(gazetteer, last) !== null || gazetteer.areasNamed(folded).length > 0)
    return [last];
  if (alone && (gazetteer.known(folded).length > 0 || gazetteer.alias(folded))) return [last];
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const head = words.slice(0, -length).join(" ");
    const tail = words.slice(-length).join(" ");
    const code = /^[A-Z]{2,3}$/.test(tail);
    const country = code || tail.length > 3 ? countryCode(gazetteer, tail) : null;
    if (country !== null || (code && areasOf(gazetteer, tail).length > 0))
      return [...splitLast(gazetteer, head, false), tail];
  }
  return [last];
}

/** Areas that may stand behind a city without their country: by code those of the US, Canada and Australia, by name any. */
function areasOf(gazetteer: Gazetteer, text: string): readonly Area[] {
  const folded = fold(text);
  if (text.length > 3) return gazetteer.areasNamed(folded);
  return WITH_AREAS.flatMap((code) => gazetteer.country(code)?.area(folded) ?? []);
}

/** `Kenya, KE` and `Utah, US` name no city; `New York, US` and `Singapore, SG` do. */
function holds(gazetteer: Gazetteer, country: Country, text: string): boolean {
  const folded = fold(text);
  return (
    cityIn(gazetteer, country, text, null, []) !== null ||
    (folded.length > 3 && country.area(folded) !== null) ||
    countryCode(gazetteer, text) === country.code ||
    gazetteer.alias(`${folded} ${fold(country.code)}`)?.country === country.code ||
    scopeOf(gazetteer, text) !== null
  );
}

/** `City, CA`: Canada when such a city is there, else California; the same for every code and name of two meanings. */
function meansArea(gazetteer: Gazetteer, city: string, last: string, code: string): boolean {
  const country = gazetteer.country(code);
  if (!country || holds(gazetteer, country, city)) return false;
  const areas = areasOf(gazetteer, last);
  if (areas.length === 0) return false;
  // `SF, CA`
  const alias = gazetteer.alias(fold(`${city}, ${last}`));
  if (alias !== null && areas.some((area) => area.country === alias.country)) return true;
  if (areas.some((area) => cityIn(gazetteer, gazetteer.country(area.country)!, city, area, []))) return true;
  if (misspelt(gazetteer, city, { countries: [country] }, [])) return false;
  const anywhere = cityAnywhere(gazetteer, city, [])?.city;
  if (anywhere && areas.some((area) => area.country === anywhere.country)) return true;
  return areas.some(
    (area) => misspelt(gazetteer, city, { countries: [gazetteer.country(area.country)!], area }, []) !== null,
  );
}

/** City and area of the parts before a country. */
function inside(gazetteer: Gazetteer, country: Country, parts: readonly string[]): PrintedPlace {
  const { code } = country;
  const streetless = parts.filter((part, index) => index === parts.length - 1 || !/\d/.test(part));
  const [first, last] = [streetless[0], streetless.at(-1)];
  if (first === undefined || last === undefined) return { city: null, area: null, country: code };
  if (streetless.length === 1) return alone(gazetteer, country, first);
  const area = country.area(fold(last));
  const names = streetless.slice(0, -1);
  if (area) {
    const city = names.find((name) => cityIn(gazetteer, country, name, area, [])) ?? first;
    return { city, area: last, country: code };
  }
  const isCity = cityIn(gazetteer, country, last, null, []) !== null;
  if (isCity && country.area(fold(first)) !== null) return { city: last, area: first, country: code };
  if (isCity && !cityIn(gazetteer, country, first, null, [])) return { city: last, area: null, country: code };
  return { city: first, area: last, country: code };
}

function alone(gazetteer: Gazetteer, country: Country, text: string): PrintedPlace {
  const { code } = country;
  const scope = scopeOf(gazetteer, text);
  if (scope) return { city: null, area: scope === "region" ? text : null, country: code };
  const city = cityIn(gazetteer, country, text, null, []);
  const area = country.area(fold(text));
  if (area && !(city && meansCity(country, city, area))) return { city: null, area: text, country: code };
  if (countryCode(gazetteer, text) === code && text.length > 3 && city?.city !== country.cityState) {
    return { city: null, area: null, country: code };
  }
  return { city: text, area: null, country: code };
}

function withoutCountry(gazetteer: Gazetteer, parts: readonly string[]): PrintedPlace {
  const streetless = parts.filter((part, index) => index === parts.length - 1 || !/\d/.test(part));
  if (streetless.length > 1) return { city: streetless[0]!, area: streetless.at(-1)!, country: null };
  const [text] = streetless as [string];
  const folded = fold(text);
  const region = gazetteer.alias(folded);
  const isArea = region
    ? region.city === null
    : gazetteer.known(folded).length === 0 && gazetteer.areasNamed(folded).length > 0;
  return isArea && (region || text.length > 3)
    ? { city: null, area: text, country: null }
    : { city: text, area: null, country: null };
}

/**
 * One place as printed, taken apart: `Seattle, WA, US`, `Lyon, France`, `Utah, US`, `Columbus OH`, `DE`.
 * Parts stay as printed but for the country's code; a text that names no place (`Various`, `EU/UK`) is kept as `area`.
 */
export function printedPlace(gazetteer: Gazetteer, text: string): PrintedPlace {
  return keep(gazetteer, `printed ${text}`, () => takeApart(gazetteer, text));
}

/** `East Coast, US`: a region within a country. */
const REGION_IN = /^(.+?) ?, ?([A-Z]{2})$/;

/** `Florence (@school)` → `Florence`, and `Mountain View (Mozilla)`, where the bracket names no place either. */
export function withoutVenue(gazetteer: Gazetteer, text: string): string {
  if (!text.endsWith(")")) return text;
  const [, town, at, venue] = /^([^(),]+?) ?\((@?)([^(),]+)\)$/.exec(text) ?? [];
  if (town === undefined || venue === undefined) return text;
  const isPlace = (name: string) => gazetteer.known(fold(name)).length > 0;
  const names = (name: string) => isPlace(name) || gazetteer.areasNamed(fold(name)).length > 0;
  if (at !== "@" && (!isPlace(town) || isPlace(text) || names(venue) || countryCode(gazetteer, venue))) return text;
  return town;
}

function takeApart(gazetteer: Gazetteer, text: string): PrintedPlace {
  const whole = withoutVenue(gazetteer, text.replace(/\s+/g, " ").trim());
  if (scopeOf(gazetteer, whole)) {
    const [, region = "", code = ""] = REGION_IN.exec(whole) ?? [];
    const within = scopeOf(gazetteer, region) === "region" ? countryCode(gazetteer, code) : null;
    return { city: null, area: within === null ? whole : region, country: within };
  }
  const parts = partsOf(gazetteer, whole);
  const last = parts.at(-1);
  if (last === undefined) return { city: null, area: null, country: null };
  const code = parts.length > 1 || last.length > 2 || /^[A-Z]{2}$/.test(last) ? countryCode(gazetteer, last) : null;
  const country = code === null ? null : gazetteer.country(code);
  if (!country) return withoutCountry(gazetteer, parts);
  if (parts.length === 2 && meansArea(gazetteer, parts[0]!, last, country.code))
    return withoutCountry(gazetteer, parts);
  return inside(gazetteer, country, parts.slice(0, -1));
}
