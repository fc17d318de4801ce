import { fold } from "./fold.ts";
import type { Country, Gazetteer } from "./gazetteer.ts";
import { cityAnywhere, cityIn, misspelt } from "./lookup.ts";
import { areasBehindCity, countryCode } from "./names.ts";
import { scopeOf } from "./scope.ts";

/** `City, CA`: whether California is meant and not Canada; the same for every code and name of two meanings. */
export function meansArea(gazetteer: Gazetteer, city: string, last: string, country: Country): boolean {
  if (liesIn(gazetteer, country, city)) return false;
  const areas = areasBehindCity(gazetteer, last);
  const countries = areas.map((area) => gazetteer.country(area.country)!);
  const isThere = (code?: string | null) => countries.some((there) => there.code === code);
  // `SF, CA`
  if (isThere(gazetteer.alias(fold(`${city}, ${last}`))?.country)) return true;
  if (areas.some((area, at) => cityIn(gazetteer, countries[at]!, city, area) !== null)) return true;
  if (areas.length === 0 || misspelt(gazetteer, city, [country]) !== null) return false;
  if (isThere(cityAnywhere(gazetteer, city)?.city.country)) return true;
  return areas.some((area, at) => misspelt(gazetteer, city, [countries[at]!], area) !== null);
}

/** `Kenya, KE` and `Utah, US` name no city; `New York, US` and `Singapore, SG` do: all of them lie in that country. */
function liesIn(gazetteer: Gazetteer, country: Country, text: string): boolean {
  const folded = fold(text);
  return (
    cityIn(gazetteer, country, text, null) !== null ||
    (folded.length > 3 && country.area(folded) !== null) ||
    countryCode(gazetteer, text) === country.code ||
    gazetteer.alias(`${folded} ${fold(country.code)}`)?.country === country.code ||
    scopeOf(gazetteer, text) !== null
  );
}
