import { AREA_COUNTRIES } from "../../model/area-countries.ts";
import type { ResolvedPlace } from "../../model/place.ts";
import { mayStandUnder } from "../../model/region.ts";
import { fold } from "./fold.ts";
import { cityIn, printedAnywhere } from "./lookup.ts";
import { onMap } from "./on-map.ts";
import type { Sought } from "./sought.ts";

/** Whether the heading tells a country from the printed one: false where it is that of the printed one alone, null where it is that of both or none. */
function favours({ country, heading }: Sought, other: string): boolean | null {
  if (country === null || heading === null) return null;
  const fits = mayStandUnder(heading, other);
  return fits === mayStandUnder(heading, country.code) ? null : fits;
}

/**
 * `Ottawa, ON, US`: a city of the printed area, which is another country's. The printed country stands if only it fits the
 * heading, or, where the heading does not tell, if it has a greater city of that name: `Sydney, NS, AU`.
 */
export function cityOfOtherArea(sought: Sought): ResolvedPlace | null {
  const { gazetteer, printed, city, country, areas, near } = sought;
  if (printed.area === null || country === null || city === "" || !AREA_COUNTRIES.includes(country.code)) return null;
  const own = cityIn(gazetteer, country, city, null, near)?.city.people ?? 0;
  for (const code of AREA_COUNTRIES.filter((code) => code !== country.code)) {
    const other = gazetteer.country(code)!;
    const area = other.area(fold(printed.area));
    const found = area && cityIn(gazetteer, other, city, area, near)?.city;
    if (found && (favours(sought, code) ?? (areas.length === 0 && own <= found.people)))
      return onMap.city(found, "other-country");
  }
  return null;
}

/** `San Juan, PR, US`: a city of the country whose code stands for the area, unless the heading is the printed country's. */
export function cityOfCountryForArea(sought: Sought): ResolvedPlace | null {
  const { gazetteer, printed, city, country, areas, near } = sought;
  if (country === null || city === "" || areas.length > 0 || !/^[A-Z]{2}$/.test(printed.area ?? "")) return null;
  const other = gazetteer.country(printed.area!);
  if (other === null || favours(sought, other.code) === false) return null;
  const found = cityIn(gazetteer, other, city, null, near);
  return found?.own ? onMap.city(found.city, "other-country") : null;
}

/** `Linz, AU`: the one city of that name that was printed before, unless the heading is the printed country's. */
export function cityPrintedElsewhere(sought: Sought): ResolvedPlace | null {
  const { gazetteer, city, country } = sought;
  const found = city === "" || country === null ? null : printedAnywhere(gazetteer, city);
  return found === null || favours(sought, found.country) === false ? null : onMap.city(found, "printed-elsewhere");
}
