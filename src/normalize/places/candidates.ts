import type { City } from "./country.ts";
import type { Named } from "./gazetteer.ts";

/** A point on the map in degrees. */
export interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A city with the rule that chose it among those of its name. */
export interface Choice {
  readonly city: City;
  /** False when it goes by an alternate name. */
  readonly own: boolean;
  readonly how: "exact" | "near" | "printed" | "population";
}

const EARTH_RADIUS = 6371;
const NEAR = 120;

/** Kilometres between two points on the globe; infinite when one is unknown. */
export function kilometres(a: Point, b: Point): number {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return Number.POSITIVE_INFINITY;
  const radians = Math.PI / 180;
  const x = Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2;
  const y = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const across = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * y;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(x + across));
}

/** Distance to the nearest of `points`; infinite without any. */
function away(city: City, points: readonly Point[]): number {
  return Math.min(...points.map((point) => kilometres(city, point)));
}

/**
 * How likely an editor means it: people, four times as many under its own name (`Waterloo` was Austin's name once), and
 * once printed twice or, under its own name, twenty times as many.
 */
function weight({ city, own }: Named): number {
  const printed = own ? 20 : 2;
  return (city.people + 1) * (own ? 4 : 1) * (city.printed ? printed : 1);
}

/** The cities within 120 km of one of the points. */
export function nearby(candidates: readonly Named[], points: readonly Point[]): readonly Named[] {
  return candidates.filter(({ city }) => away(city, points) <= NEAR);
}

/** Chooses among cities of one name: one near the group's other places, else one printed before, else the most people. */
export function choose(candidates: readonly Named[], points: readonly Point[]): Choice | null {
  const [first, ...others] = candidates;
  if (!first) return null;
  const cities = new Set(candidates.map(({ city }) => city));
  if (cities.size === 1) return { ...first, how: "exact" };
  const close = nearby(candidates, points);
  if (close.length > 0 && close.length < candidates.length) {
    const best = close.reduce((a, b) => (away(b.city, points) < away(a.city, points) ? b : a));
    return { ...best, how: "near" };
  }
  const best = others.reduce((a, b) => (weight(b) > weight(a) ? b : a), first);
  const most = Math.max(...candidates.map(({ city }) => city.people));
  return { ...best, how: best.city.people < most && best.city.printed ? "printed" : "population" };
}
