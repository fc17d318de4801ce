/** A point on the globe in degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres that `near` reaches unless `radius` tells, and the most that it may. */
export const USUAL_RADIUS = 50;
export const MOST_RADIUS = 5000;

/** About a kilometre: finer than any city, and a reader's exact whereabouts are in no address. */
const DECIMALS = 2;
const MEAN_RADIUS = 6371.0088;
const POINT = /^([+-]?\d{1,3}(?:\.\d{0,20})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{0,20})?)$/;

/** `52.5200,13.4050` as all its equals are written, `52.52,13.41`: two decimals; one meridian of 180°, one of each pole. */
export function canonicalPoint(text: string): string | undefined {
  const [, first = "", second = ""] = POINT.exec(text) ?? [];
  if (first === "" || Math.abs(Number(first)) > 90 || Math.abs(Number(second)) > 180) return undefined;
  const latitude = rounded(first);
  const longitude = rounded(second);
  if (latitude === "90.00" || latitude === "-90.00") return `${latitude},0.00`;
  return `${latitude},${longitude === "-180.00" ? "180.00" : longitude}`;
}

function rounded(degrees: string): string {
  const text = Number(degrees).toFixed(DECIMALS);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

/** The point that `latitude,longitude` names; NaN where it names none. */
export function pointOf(text: string): Point {
  const comma = text.indexOf(",");
  return { latitude: Number(text.slice(0, comma)), longitude: Number(text.slice(comma + 1)) };
}

/** Kilometres between two points along the great circle (haversine, mean radius of the Earth). */
export function kilometresBetween(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const height = Math.sin((to - from) / 2) ** 2;
  const width = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(height + Math.cos(from) * Math.cos(to) * width)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
