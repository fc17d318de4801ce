import { type Choice, choose, type Point } from "./candidates.ts";
import type { Area, City } from "./country.ts";
import { cityForms } from "./forms.ts";
import { type Country, type Gazetteer, keep, type Named } from "./gazetteer.ts";
import { distance, lacks, lettersOf, slips } from "./typo.ts";

/** Thousands of people from which on a city is meant rather than an area of its name elsewhere in the country. */
const CAPITAL = 500;

type Find = (folded: string) => readonly Named[];

function firstFound(forms: Iterable<string>, find: Find, near: readonly Point[]): Choice | null {
  for (const form of forms) {
    const choice = choose(find(form), near);
    if (choice) return choice;
  }
  return null;
}

/** A city by its printed name in a country, in one of its areas when one is given. */
export function cityIn(
  gazetteer: Gazetteer,
  country: Country,
  city: string,
  area: Area | null,
  near: readonly Point[],
): Choice | null {
  const find: Find = area ? (form) => country.find(form).filter((named) => named.city.area === area) : country.find;
  const choice = () => firstFound(cityForms(gazetteer, city), find, near);
  return near.length > 0 ? choice() : keep(gazetteer, `city ${country.code} ${area?.code ?? ""}|${city}`, choice);
}

/**
 * Whether a name that is a city's and an area's means the city: a city of that very area (`Geneva, CH`), a great one
 * elsewhere (`Washington, US`), or the country's greatest; `Delaware, US` and `Selangor, MY` mean the area.
 */
export function meansCity(country: Country, { city, own }: Choice, area: Area): boolean {
  return (
    city.people >= CAPITAL || city === country.first || (city.area === area && (own || country.largest(area) === city))
  );
}

/** A city by its printed name among all that are large or were printed before. */
export function cityAnywhere(gazetteer: Gazetteer, city: string, near: readonly Point[]): Choice | null {
  return firstFound(cityForms(gazetteer, city), gazetteer.known, near);
}

/** The cities that the newsletter has printed under this very name, in whatever country. */
export function printedAnywhere(gazetteer: Gazetteer, city: string): readonly City[] {
  for (const form of cityForms(gazetteer, city)) {
    const printed = gazetteer.known(form).filter((named) => named.city.printed);
    const own = printed.filter((named) => named.own);
    if (printed.length > 0) return [...new Set((own.length > 0 ? own : printed).map((named) => named.city))];
  }
  return [];
}

/**
 * A city whose name is a slip or two away from the printed one, the fewest slips first: only cities printed before or of
 * 250,000 people, in these countries and, when one is given, in this area.
 */
export function misspelt(
  gazetteer: Gazetteer,
  city: string,
  where: { countries: readonly Country[]; area?: Area },
  near: readonly Point[],
): City | null {
  const forms = [...cityForms(gazetteer, city)].filter(({ length }) => slips(length) > 0);
  const found = where.countries.flatMap((country) => forms.flatMap((form) => likeIn(gazetteer, country, form)));
  const there = where.area ? found.filter(({ named }) => named.city.area === where.area) : found;
  const fewest = Math.min(...there.map(({ distance }) => distance));
  const best = there.filter(({ distance }) => distance === fewest).map(({ named }) => named);
  return choose(best, near)?.city ?? null;
}

function likeIn(gazetteer: Gazetteer, country: Country, form: string): { named: Named; distance: number }[] {
  const limit = slips(form.length);
  const like: { named: Named; distance: number }[] = [];
  const own = lettersOf(form);
  for (let length = Math.max(4, form.length - limit); length <= form.length + limit; length++) {
    for (const { name, letters, reference } of country.notable(length)) {
      if (lacks(own, letters, limit) || lacks(letters, own, limit)) continue;
      const apart = distance(form, name, limit);
      if (apart <= limit) like.push({ named: gazetteer.named(reference), distance: apart });
    }
  }
  return like;
}
