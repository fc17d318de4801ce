import type { EventRecord } from "../model/event.ts";

/** A point on the map: degrees, WGS 84, six decimals (about 10 cm). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Where people come together, each point once. None for an event that takes place online alone, wherever its organiser
 * lives, and none for a place of which no more than the country or state is known: its middle would be a false pin.
 */
export function pointsOf({ mode, places }: EventRecord): readonly Point[] {
  if (mode === "virtual") return [];
  const points = new Map<string, Point>();
  for (const { city, latitude, longitude } of places) {
    if (city === null || latitude === null || longitude === null) continue;
    const point = { latitude: degrees(latitude), longitude: degrees(longitude) };
    points.set(`${point.latitude} ${point.longitude}`, point);
  }
  return [...points.values()];
}

function degrees(value: number): number {
  return Number(value.toFixed(6));
}
