import { kilometresBetween } from "../../model/globe.ts";
import type { Place } from "../../model/place.ts";
import type { Named } from "./gazetteer.ts";
import type { City } from "./rows.ts";

/** Where something is, in degrees; null where that is not known. */
export type Position = Pick<Place, "latitude" | "longitude">;

/** A city with the rule that chose it among those of its name. */
export interface Choice {
  readonly city: City;
  /** False when it goes by an alternate name. */
  readonly own: boolean;
  readonly how: "exact" | "near" | "printed" | "population";
}

/** Kilometres. */
const NEAR = 120;

/** Kilometres between two positions; infinite when one is unknown. */
export function kilometres(a: Position, b: Position): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return Number.POSITIVE_INFINITY;
  return kilometresBetween(
    { latitude: a.latitude, longitude: a.longitude },
    { latitude: b.latitude, longitude: b.longitude },
  );
}

/** Kilometres to the nearest of `positions`; infinite without any. */
function away(city: City, positions: readonly Position[]): number {
  return Math.min(...positions.map((position) => kilometres(city, position)));
}

/**
 * How likely an editor means it: people, four times as many under its own name (`Waterloo` was Austin's name once), and
 * once printed twice or, under its own name, twenty times as many.
 */
function weight({ city, own }: Named): number {
  const printed = own ? 20 : 2;
  return (city.people + 1) * (own ? 4 : 1) * (city.printed ? printed : 1);
}

/** The cities within 120 km of one of the positions. */
export function nearby(candidates: readonly Named[], positions: readonly Position[]): readonly Named[] {
  return candidates.filter(({ city }) => away(city, positions) <= NEAR);
}

/** Chooses among cities of one name: one near the group's other places, else one printed before, else the most people. */
export function choose(candidates: readonly Named[], positions: readonly Position[]): Choice | null {
  const [first, ...others] = candidates;
  if (!first) return null;
  if (others.every(({ city }) => city === first.city)) return { ...first, how: "exact" };
  const close = nearby(candidates, positions);
  if (close.length > 0 && close.length < candidates.length) {
    const best = close.reduce((a, b) => (away(b.city, positions) < away(a.city, positions) ? b : a));
    return { ...best, how: "near" };
  }
  const best = others.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  const most = Math.max(...candidates.map(({ city }) => city.people));
  return { ...best, how: best.city.people < most && best.city.printed ? "printed" : "population" };
}
