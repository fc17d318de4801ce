import { memo } from "../../model/memo.ts";
import type { PrintedPlace, ResolvedPlace } from "../../model/place.ts";
import type { Region } from "../../model/region.ts";
import type { Position } from "./candidates.ts";
import { FINDERS } from "./finders.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { areasCalled } from "./names.ts";
import { NOWHERE } from "./on-map.ts";
import { splitPlaces } from "./split.ts";

/** What stands around a printed place and tells which of several is meant. */
export interface Around {
  /** The group's other places. */
  readonly near?: readonly Position[];
  readonly heading?: Region | null;
}

function resolveOne(gazetteer: Gazetteer, printed: PrintedPlace, around: Around): ResolvedPlace {
  const { city, area } = printed;
  const { near = [], heading = null } = around;
  const country = printed.country === null ? null : gazetteer.country(printed.country);
  const areas =
    area === null ? [] : country === null ? areasCalled(gazetteer, area) : [country.area(fold(area)) ?? []].flat();
  for (const { rule, find } of FINDERS) {
    const found = find({ gazetteer, printed, city: city ?? "", country, areas, near, heading });
    if (found === null) continue;
    gazetteer.trace(rule, [city, area, printed.country].filter((part) => part !== null).join(", "));
    return found;
  }
  return { ...NOWHERE, precision: "none", how: "unknown" };
}

const JOINED = /[/|;+&]|\band\b/;

/** `Seattle/Bellevue`: the parts of a city's name, unless the whole is one: `Biel/Bienne`. */
function pieces(gazetteer: Gazetteer, { city, country }: PrintedPlace): readonly string[] {
  if (city === null || !JOINED.test(city)) return [];
  const whole = fold(city);
  const known = country === null ? gazetteer.known(whole) : (gazetteer.country(country)?.find(whole) ?? []);
  return known.length > 0 ? [] : city.split(JOINED).flatMap((piece) => piece.trim() || []);
}

function resolveAll(gazetteer: Gazetteer, printed: PrintedPlace, around: Around): readonly ResolvedPlace[] {
  const cities = pieces(gazetteer, printed);
  const found = cities
    .map((city) => resolveOne(gazetteer, { ...printed, city }, around))
    .filter(({ precision }) => precision === "city");
  const byPosition = Map.groupBy(found, ({ latitude, longitude }) => `${latitude} ${longitude}`);
  const distinct = [...byPosition.values()].map(([first]) => first!);
  if (distinct.length === 0) return [resolveOne(gazetteer, printed, around)];
  return found.length === cities.length ? distinct : distinct.map((place) => ({ ...place, how: "partial" }));
}

/** Rules whose result nothing around can change. */
const SETTLED = ["exact", "alias", "area", "country", "region", "none"];

/** Whether nothing around can change the result of a rule, nor is it worth reporting. */
export function isCertain(how: string): boolean {
  return SETTLED.includes(how) && placeDoubt(how) === null;
}

/** What was found before, by gazetteer, printed place and what stands around. */
const found = new WeakMap<Gazetteer, (key: string) => readonly ResolvedPlace[]>();

/** A printed place on the map, in GeoNames' words: one result, or several for `Seattle/Bellevue`, never none. */
export function resolvePlaces(
  gazetteer: Gazetteer,
  { city, area, country }: PrintedPlace,
  { near = [], heading = null }: Around = {},
): readonly ResolvedPlace[] {
  let find = found.get(gazetteer);
  if (find === undefined) {
    find = memo((key) => {
      const [printed, around] = JSON.parse(key) as [PrintedPlace, Around];
      return resolveAll(gazetteer, printed, around);
    });
    found.set(gazetteer, find);
  }
  const alone = find(JSON.stringify([{ city, area, country }, {}]));
  if ((near.length === 0 && heading === null) || alone.every(({ how }) => SETTLED.includes(how))) return alone;
  const positions = near.map(({ latitude, longitude }) => ({ latitude, longitude }));
  return find(
    JSON.stringify([
      { city, area, country },
      { near: positions, heading },
    ]),
  );
}

/** The first of `resolvePlaces`. */
export function resolvePlace(gazetteer: Gazetteer, printed: PrintedPlace, around?: Around): ResolvedPlace {
  return resolvePlaces(gazetteer, printed, around)[0]!;
}

/** A place column or a place in words, on the map; several results for several places. `printed` is the text of each. */
export function resolveText(
  gazetteer: Gazetteer,
  text: string,
): readonly (ResolvedPlace & { readonly printed: string })[] {
  const { parts } = splitPlaces(gazetteer, text);
  if (parts.length === 0) return [{ printed: text, ...NOWHERE, precision: "none", how: "none" }];
  return parts.flatMap((part) =>
    resolvePlaces(gazetteer, part.place).map((resolved) => ({ printed: part.text, ...resolved })),
  );
}

/** The problem that a rule's result is worth reporting as: a guess, a place not found, or none. */
export function placeDoubt(how: string): "place-guess" | "place-unknown" | null {
  if (how === "fallback" || how === "unknown" || how === "partial") return "place-unknown";
  return ["typo", "neighbour-area", "other-country", "printed-elsewhere", "area-ignored"].includes(how)
    ? "place-guess"
    : null;
}
