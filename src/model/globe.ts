/** A point on the globe, in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The Earth's mean radius in kilometres. */
const RADIUS = 6371.0088;

/** Great-circle distance between two points in kilometres (haversine formula). */
export function kilometresBetween(a: Point, b: Point): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const height = Math.sin((to - from) / 2) ** 2;
  const width = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(height + Math.cos(from) * Math.cos(to) * width)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
