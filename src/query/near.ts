import type { Point } from "../model/globe.ts";

/** Default and maximum radius in kilometres. */
export const DEFAULT_RADIUS = 50;
export const MOST_RADIUS = 5000;

/** Two decimals are about a kilometre: precise enough for cities, without revealing a user's exact location in URLs. */
const DECIMALS = 2;
const POINT = /^([+-]?\d{1,3}(?:\.\d{0,20})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{0,20})?)$/;

/**
 * The canonical form of a point: `52.5200,13.4050` → `52.52,13.41`; longitude 180 for -180, and 0 at the poles. Undefined if
 * invalid.
 */
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

/** Parses `latitude,longitude`; NaN if invalid. */
export function pointOf(text: string): Point {
  const comma = text.indexOf(",");
  return { latitude: Number(text.slice(0, comma)), longitude: Number(text.slice(comma + 1)) };
}
