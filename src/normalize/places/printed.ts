import type { PrintedPlace } from "../../model/place.ts";
import type { Rule } from "../../model/rule.ts";
import { rewrite } from "../rewrite.ts";
import { meansArea } from "./code-of-area.ts";
import { fold } from "./fold.ts";
import type { Country, Gazetteer } from "./gazetteer.ts";
import { cityIn, meansCity } from "./lookup.ts";
import { countryCode } from "./names.ts";
import { partsOf, withoutStreets } from "./parts.ts";
import { NAME_REWRITES } from "./rewrites.ts";
import { scopeOf } from "./scope.ts";

/** A printed place in parts. */
export interface Parts {
  readonly gazetteer: Gazetteer;
  readonly whole: string;
  /** The parts before the country, or all, without streets. */
  readonly parts: readonly string[];
  /** The last part of all. */
  readonly last: string;
  /** The country that the last part is, or may be. */
  readonly country: Country | null;
}

/** What a place in parts says. */
interface Reading extends Rule {
  /** Null where the rule does not apply. */
  readonly read: (printed: Parts) => PrintedPlace | null;
}

const place = (city: string | null, area: string | null, country: Country | null): PrintedPlace => ({
  city,
  area,
  country: country?.code ?? null,
});

/** Tried in their order. */
export const READINGS: readonly Reading[] = [
  {
    rule: "region-of-country",
    says: "A part of the world and a country: an area of that country.",
    example: ["East Coast, US", "- | East Coast | US"],
    read: ({ gazetteer, whole, parts: [region = ""], country }) =>
      country !== null && scopeOf(gazetteer, whole) === "region" && scopeOf(gazetteer, region) === "region"
        ? place(null, region, country)
        : null,
  },
  {
    rule: "scope",
    says: "What names no place is an area, of no country.",
    example: ["Various cities", "- | Various cities | -"],
    read: ({ gazetteer, whole }) => (scopeOf(gazetteer, whole) === null ? null : place(null, whole, null)),
  },
  {
    rule: "code-of-area",
    says: "A code that is a country's and an area's means the area where such a city lies there, and not in the country.",
    example: ["Oakland, CA", "Oakland | CA | -"],
    read: ({ gazetteer, parts: [city = "", more], last, country }) =>
      country !== null && more === undefined && meansArea(gazetteer, city, last, country)
        ? place(city, last, null)
        : null,
  },
  {
    rule: "country-alone",
    says: "A country and nothing else.",
    example: ["DE", "- | - | DE"],
    read: ({ parts, country }) => (country !== null && parts.length === 0 ? place(null, null, country) : null),
  },
  {
    rule: "scope-before-country",
    says: "What names no place before a country: the country, and the part of it that is meant.",
    example: ["Various cities, IR", "- | - | IR"],
    read: ({ gazetteer, parts, country }) => {
      const scope = country !== null && parts.length === 1 ? scopeOf(gazetteer, parts[0]!) : null;
      return scope === null ? null : place(null, scope === "region" ? parts[0]! : null, country);
    },
  },
  {
    rule: "area-before-country",
    says: "An area and its country, where no city of that name is meant.",
    example: ["Utah, US", "- | Utah | US"],
    read: ({ gazetteer, parts, country }) => {
      const area = country !== null && parts.length === 1 ? country.area(fold(parts[0]!)) : null;
      if (country === null || area === null) return null;
      const city = cityIn(gazetteer, country, parts[0]!, null);
      return city !== null && meansCity(country, city, area) ? null : place(null, parts[0]!, country);
    },
  },
  {
    rule: "country-printed-twice",
    says: "A country's name and its code, unless the city is the country.",
    example: ["Kenya, KE", "- | - | KE"],
    read: ({ gazetteer, parts, country }) => {
      const [name = ""] = parts;
      const twice = parts.length === 1 && name.length > 3 && countryCode(gazetteer, name) === country?.code;
      if (country === null || !twice) return null;
      const city = cityIn(gazetteer, country, name, null)?.city;
      return city !== undefined && city === country.cityState ? null : place(null, null, country);
    },
  },
  {
    rule: "venue-before-city-and-area",
    says: "Of several parts before an area of the country, the first that is a city there.",
    example: ["Some Office, Tulsa, OK, US", "Tulsa | OK | US"],
    outside: "orders that editors may choose: test/normalize/places",
    read: ({ gazetteer, parts, country }) => {
      const printed = parts.at(-1) ?? "";
      const area = country !== null && parts.length > 2 ? country.area(fold(printed)) : null;
      const city = area && parts.slice(0, -1).find((name) => cityIn(gazetteer, country!, name, area) !== null);
      return city ? place(city, printed, country) : null;
    },
  },
  {
    rule: "area-before-city",
    says: "An area before a city of the same country.",
    example: ["Karnataka, Mysore, IN", "Mysore | Karnataka | IN"],
    read: (printed) => (endsWithCity(printed) && areaFirst(printed) ? cityLast(printed, printed.parts[0]!) : null),
  },
  {
    rule: "venue-before-city",
    says: "What is no city before one of the country.",
    example: ["Some Office, Lyon, FR", "Lyon | - | FR"],
    outside: "orders that editors may choose: test/normalize/places",
    read: (printed) =>
      endsWithCity(printed) && !cityIn(printed.gazetteer, printed.country!, printed.parts[0]!, null)
        ? cityLast(printed, null)
        : null,
  },
  {
    rule: "area-alone",
    says: "An area without a country, where no known city has its name.",
    example: ["Bavaria", "- | Bavaria | -"],
    read: ({ gazetteer, parts: [name = "", more], country }) => {
      if (country !== null || more !== undefined) return null;
      const alias = gazetteer.alias(fold(name));
      const known = gazetteer.known(fold(name)).length > 0;
      const isArea = alias
        ? alias.city === null
        : !known && name.length > 3 && gazetteer.areasNamed(fold(name)).length > 0;
      return isArea ? place(null, name, null) : null;
    },
  },
  {
    rule: "city-first",
    says: "The first part is the city, the last before the country the area.",
    example: ["Salem, OR, US", "Salem | OR | US"],
    read: ({ parts, country }) => place(parts[0]!, parts.length > 1 ? parts.at(-1)! : null, country),
  },
];

/** Whether the last of several parts before the country is a city of it, and no area. */
function endsWithCity({ gazetteer, parts, country }: Parts): boolean {
  const last = parts.at(-1)!;
  return (
    country !== null && parts.length > 1 && !country.area(fold(last)) && cityIn(gazetteer, country, last, null) !== null
  );
}

function areaFirst({ parts, country }: Parts): boolean {
  return country!.area(fold(parts[0]!)) !== null;
}

function cityLast({ parts, country }: Parts, area: string | null): PrintedPlace {
  return place(parts.at(-1)!, area, country);
}

/**
 * One place as printed, taken apart: `Seattle, WA, US`, `Lyon, France`, `Utah, US`, `Columbus OH`, `DE`.
 * Parts stay as printed but for the country's code; a text that names no place (`Various`, `EU/UK`) is kept as `area`.
 */
export function printedPlace(gazetteer: Gazetteer, text: string): PrintedPlace {
  const whole = rewrite(NAME_REWRITES, text.replace(/\s+/g, " ").trim(), gazetteer.trace, gazetteer);
  const all = partsOf(gazetteer, whole);
  const last = all.at(-1);
  if (last === undefined) return place(null, null, null);
  const mayBeCountry = all.length > 1 || last.length > 2 || /^[A-Z]{2}$/.test(last);
  const code = mayBeCountry ? countryCode(gazetteer, last) : null;
  const country = code === null ? null : gazetteer.country(code);
  const parts = withoutStreets(country === null ? all : all.slice(0, -1));
  for (const { rule, read } of READINGS) {
    const found = read({ gazetteer, whole, parts, last, country });
    if (found === null) continue;
    gazetteer.trace(rule, text);
    return found;
  }
  return place(whole, null, null);
}
