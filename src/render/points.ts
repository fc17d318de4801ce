import type { EventRecord } from "../model/event.ts";
import type { Point } from "../model/globe.ts";

/** Six decimals are about 10 cm. */
const DECIMALS = 6;

/**
 * The coordinates of an event's cities, each once, rounded to six decimals. Empty for online-only events; places of which only
 * the country or state is known are skipped, because a pin in the middle of a country would be wrong.
 */
export function pointsOf({ mode, places }: EventRecord): readonly Point[] {
  if (mode === "virtual") return [];
  const points = new Map<string, Point>();
  for (const { city, latitude, longitude } of places) {
    if (city === null || latitude === null || longitude === null) continue;
    const point = { latitude: rounded(latitude), longitude: rounded(longitude) };
    points.set(`${point.latitude} ${point.longitude}`, point);
  }
  return [...points.values()];
}

/** Degrees as text without an exponent, which neither RFC 5545 nor RFC 5870 allows: `0.000001`, not `1e-6`. */
export function degreesText(degrees: number): string {
  return degrees.toFixed(DECIMALS).replace(/\.?0+$/, "");
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
