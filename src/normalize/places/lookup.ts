import { type Choice, choose, type Position } from "./candidates.ts";
import { cityForms } from "./forms.ts";
import type { Country, Gazetteer, Named } from "./gazetteer.ts";
import type { Area, City } from "./rows.ts";
import { distance, typosAllowed } from "./typos.ts";

/** Thousands of people from which on a city is meant rather than an area of its name elsewhere in the country. */
const GREAT = 500;

/** The first form of a name under which `find` has cities, and the one of them that is meant. */
function firstFound(
  gazetteer: Gazetteer,
  city: string,
  near: readonly Position[],
  find: (folded: string) => readonly Named[],
): Choice | null {
  for (const { name, rule } of cityForms(gazetteer, city)) {
    const choice = choose(find(name), near);
    if (choice === null) continue;
    if (rule !== null) gazetteer.trace(rule, city);
    return choice;
  }
  return null;
}

/** A city by its printed name in a country, in one of its areas when one is given. */
export function cityIn(
  gazetteer: Gazetteer,
  country: Country,
  city: string,
  area: Area | null,
  near: readonly Position[] = [],
): Choice | null {
  return firstFound(gazetteer, city, near, (folded) => {
    const found = country.find(folded);
    return area === null ? found : found.filter((named) => named.city.area === area);
  });
}

/** A city by its printed name among all that are large or were printed before. */
export function cityAnywhere(gazetteer: Gazetteer, city: string, near: readonly Position[] = []): Choice | null {
  return firstFound(gazetteer, city, near, gazetteer.known);
}

/** The city that the newsletter has printed under this name, in whatever country; null where there are several. */
export function printedAnywhere(gazetteer: Gazetteer, city: string): City | null {
  const choice = firstFound(gazetteer, city, [], (folded) => {
    const printed = gazetteer.known(folded).filter((named) => named.city.printed);
    const own = printed.filter((named) => named.own);
    return own.length > 0 ? own : printed;
  });
  return choice?.how === "exact" ? choice.city : null;
}

/**
 * Whether a name that is a city's and an area's means the city: a city of that very area (`Geneva, CH`), a great one
 * elsewhere (`Washington, US`), or the country's greatest; `Delaware, US` and `Selangor, MY` mean the area.
 */
export function meansCity(country: Country, { city, own }: Choice, area: Area): boolean {
  return (
    city.people >= GREAT || city === country.first || (city.area === area && (own || country.largest(area) === city))
  );
}

/**
 * A city whose name is a typo or two away from the printed one, the fewest typos first: only cities printed before or of
 * 250,000 people, in these countries and, when one is given, in this area.
 */
export function misspelt(
  gazetteer: Gazetteer,
  city: string,
  countries: readonly Country[],
  area: Area | null = null,
  near: readonly Position[] = [],
): City | null {
  const forms = [...cityForms(gazetteer, city)].map(({ name }) => name);
  let fewest = Number.POSITIVE_INFINITY;
  let best: Named[] = [];
  for (const country of countries) {
    for (const form of forms) {
      const limit = typosAllowed(form.length);
      if (limit === 0) continue;
      for (let length = Math.max(4, form.length - limit); length <= form.length + limit; length++) {
        for (const { name, reference } of country.notable(length)) {
          const apart = distance(form, name, Math.min(limit, fewest));
          if (apart > limit || apart > fewest) continue;
          const named = gazetteer.named(reference);
          if (area !== null && named.city.area !== area) continue;
          best = apart < fewest ? [named] : [...best, named];
          fewest = apart;
        }
      }
    }
  }
  return choose(best, near)?.city ?? null;
}
