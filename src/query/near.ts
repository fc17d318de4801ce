import type { Point } from "../model/globe.ts";

/** Kilometres that `near` reaches: by default, and at most. */
export const USUAL_RADIUS = 50;
export const MOST_RADIUS = 5000;

/** About a kilometre: finer than any city, and a reader's exact whereabouts are in no address. */
const DECIMALS = 2;
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
