import { AREA_COUNTRIES } from "../../model/area-countries.ts";
import type { ResolvedPlace } from "../../model/place.ts";
import type { Rule } from "../../model/rule.ts";
import { nearby } from "./candidates.ts";
import { fold } from "./fold.ts";
import { hasTwoNames } from "./forms.ts";
import type { Country } from "./gazetteer.ts";
import { cityAnywhere, cityIn, meansCity, misspelt } from "./lookup.ts";
import { areasCalled } from "./names.ts";
import { NOWHERE, onMap } from "./on-map.ts";
import { cityOfCountryForArea, cityOfOtherArea, cityPrintedElsewhere } from "./other-country.ts";
import { isNeighbour, outsideArea } from "./outside-area.ts";
import { TYPOS } from "./rewrites.ts";
import { scopeOf } from "./scope.ts";
import type { Sought } from "./sought.ts";

/** A way to find a printed place. */
export interface Finder extends Rule {
  readonly find: (sought: Sought) => ResolvedPlace | null;
}

/** Whether a part behind the city must be a code: `NS` in `Sydney, NS, AU`, `N` in `Bergen, N`. */
function mustBeArea(country: Country | null, part: string): boolean {
  return country === null || (AREA_COUNTRIES.includes(country.code) && /^[A-Z]{2,3}$/.test(part));
}

/** What is tried first to last; the last of them always finds something, if no more than that a place is nowhere. */
export const FINDERS: readonly Finder[] = [
  {
    rule: "alias",
    says: "A name that no gazetteer has.",
    example: ["NYC", "New York City, US"],
    find: ({ gazetteer, printed }) => {
      const whole = [printed.city, printed.area, printed.country].filter((part) => part !== null).join(" ");
      const target = gazetteer.alias(fold(whole));
      if (target === null) return null;
      const { city, area, country, timeZone } = target;
      if (city === null || country === null)
        return { ...NOWHERE, country, timeZone, precision: "region", how: "alias" };
      const found = gazetteer
        .country(country)
        ?.find(fold(city))
        .find((named) => named.city.area?.name === area);
      return found ? onMap.city(found.city, "alias") : null;
    },
  },
  {
    rule: "two-names-misspelt",
    says: "A city's two names with a typo mean that city, not another that one of them names.",
    example: ["Tel Avv-Yafo, IL", "Tel Aviv, IL"],
    outside: TYPOS,
    find: ({ gazetteer, city, country, areas: [area = null], near }) => {
      if (country === null || !hasTwoNames(city) || country.find(fold(city)).length > 0) return null;
      const found = misspelt(gazetteer, city.replace(/[-–]/, " "), [country], area, near);
      return found && onMap.city(found, "typo");
    },
  },
  {
    rule: "city-in-area",
    says: "A city of that name in the printed area.",
    example: ["Springfield, OH, US", "Springfield, US"],
    find: ({ gazetteer, city, areas, near }) => {
      for (const area of areas) {
        const country = gazetteer.country(area.country)!;
        const choice = city === "" ? null : cityIn(gazetteer, country, city, area, near);
        if (choice === null) continue;
        // `Utah, Utah, US`
        const meansArea = country.area(fold(city)) === area && !meansCity(country, choice, area);
        return meansArea ? onMap.area(country, area, "area") : onMap.city(choice.city, choice.how);
      }
      return null;
    },
  },
  {
    rule: "city-near-group",
    says: "A city of that name close to the group's other places, whatever the area.",
    example: ["Charlottesville, NC, US", "Charlottesville, US"],
    find: (sought) => outsideArea(sought, (found) => nearby(found, sought.near)[0]?.city, "near"),
  },
  {
    rule: "city-in-neighbour-area",
    says: "The one city of that name close to the printed area, in the same zone, and no small one.",
    example: ["Vancouver, OR, US", "Vancouver, US"],
    find: (sought) =>
      outsideArea(
        sought,
        (found, area) => {
          const [one, another] = found.filter(({ city }) => isNeighbour(city, area));
          return another === undefined ? one?.city : undefined;
        },
        "neighbour-area",
      ),
  },
  {
    rule: "city-misspelt-in-area",
    says: "A city of the printed area whose name is a typo or two away.",
    example: ["Vancover, BC, CA", "Vancouver, CA"],
    find: ({ gazetteer, city, areas, near }) => {
      for (const area of areas) {
        const found = city === "" ? null : misspelt(gazetteer, city, [gazetteer.country(area.country)!], area, near);
        if (found) return onMap.city(found, "typo");
      }
      return null;
    },
  },
  {
    rule: "area-of-other-country",
    says: "A city of that name in an area of another country, if neither heading nor a greater city speaks for the printed one.",
    example: ["Ottawa, ON, US", "Ottawa, CA"],
    find: cityOfOtherArea,
  },
  {
    rule: "area-of-unknown-city",
    says: "The printed area, where no such city is known.",
    example: ["Qwertyville, TX, US", "Texas, US"],
    find: ({ gazetteer, city, areas: [area] }) =>
      area === undefined || city === "" ? null : onMap.area(gazetteer.country(area.country)!, area, "fallback"),
  },
  {
    rule: "area-that-is-a-country",
    says: "A city of the country whose code stands for the area.",
    example: ["San Juan, PR, US", "San Juan, PR"],
    outside: "orders that editors may choose: test/normalize/places",
    find: cityOfCountryForArea,
  },
  {
    rule: "city-by-name",
    says: "A city of that name in the printed country; without a country, one that is large or was printed before.",
    example: ["Ljubljana, SI", "Ljubljana, SI"],
    find: ({ gazetteer, printed, city, country, areas, near }) => {
      if (city === "") return null;
      const choice = country ? cityIn(gazetteer, country, city, null, near) : cityAnywhere(gazetteer, city, near);
      const area = country?.area(fold(city)) ?? null;
      // `Utah, US`
      if (choice && country && area && printed.area === null && !meansCity(country, choice, area))
        return onMap.area(country, area, "area");
      const isIgnored = printed.area !== null && areas.length === 0 && mustBeArea(country, printed.area);
      return choice && onMap.city(choice.city, isIgnored ? "area-ignored" : choice.how);
    },
  },
  {
    rule: "area-by-name",
    says: "An area of that name.",
    example: ["Bavaria", "Bavaria, DE"],
    find: ({ gazetteer, printed, country, areas: [known] }) => {
      const text = printed.city ?? printed.area ?? "";
      if (printed.city === null && country === null && scopeOf(gazetteer, text) !== null) return null;
      const area = known ?? (country ? country.area(fold(text)) : areasCalled(gazetteer, text)[0]);
      const how = known === undefined && printed.city !== null && printed.area !== null ? "area-ignored" : "area";
      return area ? onMap.area(gazetteer.country(area.country)!, area, how) : null;
    },
  },
  {
    rule: "city-misspelt",
    says: "A city whose name is a typo or two away, in the printed country or, without one, anywhere.",
    example: ["Helsinky, FI", "Helsinki, FI"],
    find: ({ gazetteer, city, country, near }) => {
      const found =
        city === "" ? null : misspelt(gazetteer, city, country ? [country] : gazetteer.countries, null, near);
      return found && onMap.city(found, "typo");
    },
  },
  {
    rule: "city-printed-with-another-country",
    says: "The one city of that name that was printed before, in whatever country.",
    example: ["Linz, AU", "Linz, AT"],
    find: cityPrintedElsewhere,
  },
  {
    rule: "country",
    says: "The printed country, or the city that it is.",
    example: ["Singapore", "Singapore, SG"],
    find: ({ city, country }) => {
      if (country === null) return null;
      if (city === "" && country.cityState !== null) return onMap.city(country.cityState, "exact");
      return onMap.country(country, city === "" ? "country" : "fallback");
    },
  },
  {
    rule: "nowhere",
    says: "A part of the world, a place that nobody knows, or none.",
    example: ["Europe", ""],
    find: ({ gazetteer, printed: { city, area } }) => {
      if (city === null && area === null) return { ...NOWHERE, precision: "none", how: "none" };
      const isScope = city === null && area !== null && scopeOf(gazetteer, area) !== null;
      return { ...NOWHERE, precision: isScope ? "region" : "none", how: isScope ? "region" : "unknown" };
    },
  },
];
