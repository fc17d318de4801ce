import type { PrintedPlace, ResolvedPlace } from "../../model/place.ts";
import type { Point } from "./candidates.ts";
import { fold } from "./fold.ts";
import { type Gazetteer, keep } from "./gazetteer.ts";
import { inCountry } from "./in-country.ts";
import { areasNamed, isNamed, withoutCountry } from "./no-country.ts";
import { areaResult, cityResult, countryResult, NOWHERE } from "./results.ts";
import { scopeOf } from "./scope.ts";
import { splitPlaces } from "./split.ts";

function aliasResult(gazetteer: Gazetteer, printed: PrintedPlace): ResolvedPlace | null {
  const { city, area, country } = printed;
  const whole = [city, area, country].filter((part) => part !== null).join(" ");
  const target = gazetteer.alias(fold(whole));
  if (!target) return null;
  if (target.city !== null && target.country !== null) {
    const there = gazetteer.country(target.country);
    const found = there?.find(fold(target.city)).find((named) => named.city.area?.name === target.area);
    return found ? cityResult(found.city, "alias") : null;
  }
  return { ...NOWHERE, country: target.country, timeZone: target.timeZone, precision: "region", how: "alias" };
}

function resolveOne(gazetteer: Gazetteer, printed: PrintedPlace, near: readonly Point[]): ResolvedPlace {
  const { city, area } = printed;
  const alias = aliasResult(gazetteer, printed);
  if (alias) return alias;
  const country = printed.country === null ? null : gazetteer.country(printed.country);
  if (city !== null)
    return country ? inCountry(gazetteer, country, city, area, near) : withoutCountry(gazetteer, city, area, near);
  if (country && area !== null) {
    const known = country.area(fold(area));
    return known ? areaResult(country, known, "area") : countryResult(country, "country");
  }
  if (country) return country.cityState ? cityResult(country.cityState, "exact") : countryResult(country, "country");
  if (area === null) return { ...NOWHERE, precision: "none", how: "none" };
  if (scopeOf(gazetteer, area)) return { ...NOWHERE, precision: "region", how: "region" };
  const [named] = areasNamed(gazetteer, area);
  return named
    ? areaResult(gazetteer.country(named.country)!, named, "area")
    : { ...NOWHERE, precision: "none", how: "unknown" };
}

const JOINED = /[/|;+&]|\band\b/;

/** `Seattle/Bellevue`: the parts of a city's name, unless the whole is one: `Biel/Bienne`. */
function pieces(gazetteer: Gazetteer, { city, country }: PrintedPlace): readonly string[] {
  if (city === null || !JOINED.test(city)) return [];
  const whole = fold(city);
  const known = country === null ? gazetteer.known(whole) : (gazetteer.country(country)?.find(whole) ?? []);
  const split = known.length > 0 ? [] : city.split(JOINED).map((piece) => piece.trim());
  return split.filter((piece) => piece !== "");
}

function resolveAll(gazetteer: Gazetteer, printed: PrintedPlace, near: readonly Point[]): readonly ResolvedPlace[] {
  const cities = pieces(gazetteer, printed).map((city) => resolveOne(gazetteer, { ...printed, city }, near));
  const found = cities.filter(({ precision }) => precision === "city");
  const key = ({ latitude, longitude }: ResolvedPlace) => `${latitude} ${longitude}`;
  const distinct = found.filter((place, index) => found.findIndex((other) => key(other) === key(place)) === index);
  const sure = distinct.filter(({ how }) => how !== "typo");
  if (sure.length > 0) return sure;
  return distinct.length > 0 ? distinct : [resolveOne(gazetteer, printed, near)];
}

/** Rules whose result the group's other places cannot change. */
const SETTLED = ["exact", "alias", "area", "country", "region", "none", "other-country"];

/** Whether the group's other places cannot change the result of a rule, nor is it worth reporting. */
export function isCertain(how: string): boolean {
  return SETTLED.includes(how) && placeDoubt(how) === null;
}

/**
 * A printed place on the map, in GeoNames' words: one result, or several for `Seattle/Bellevue`, never none.
 * `near` holds the group's other places: they settle which of several cities of one name is meant.
 */
export function resolvePlaces(
  gazetteer: Gazetteer,
  printed: PrintedPlace,
  near: readonly Point[] = [],
): readonly ResolvedPlace[] {
  const key = `place ${printed.city ?? ""}|${printed.area ?? ""}|${printed.country ?? ""}`;
  const alone = keep(gazetteer, key, () => resolveAll(gazetteer, printed, []));
  if (near.length === 0 || alone.every(({ how }) => SETTLED.includes(how))) return alone;
  const points = [...new Set(near.map(({ latitude, longitude }) => `${latitude} ${longitude}`))].sort();
  return keep(gazetteer, `${key}|${points.join()}`, () => resolveAll(gazetteer, printed, near));
}

/** Whether nothing but a slip of the pen could be found of a place without a country, among all the names of the world. */
export function isGuess(gazetteer: Gazetteer, { city, area, country }: PrintedPlace): boolean {
  if (city === null || country !== null || JOINED.test(city)) return false;
  return !isNamed(gazetteer, city, area) && gazetteer.alias(fold(area === null ? city : `${city} ${area}`)) === null;
}

/** The first of `resolvePlaces`. */
export function resolvePlace(gazetteer: Gazetteer, printed: PrintedPlace, near: readonly Point[] = []): ResolvedPlace {
  return resolvePlaces(gazetteer, printed, near)[0]!;
}

/** A place column or a place in words, on the map; several results for several places. `printed` is the text of each. */
export function resolveText(
  gazetteer: Gazetteer,
  text: string,
  near: readonly Point[] = [],
): readonly (ResolvedPlace & { readonly printed: string })[] {
  const { parts } = splitPlaces(gazetteer, text);
  if (parts.length === 0) return [{ printed: text, ...NOWHERE, precision: "none", how: "none" }];
  return parts.flatMap((part) =>
    resolvePlaces(gazetteer, part.place, near).map((resolved) => ({ printed: part.text, ...resolved })),
  );
}

/** The problem that a rule's result is worth reporting as: a guess, a place not found, or none. */
export function placeDoubt(how: string): "place-guess" | "place-unknown" | null {
  if (how === "fallback" || how === "unknown") return "place-unknown";
  return ["typo", "neighbour-area", "other-country", "printed-elsewhere"].includes(how) ? "place-guess" : null;
}
