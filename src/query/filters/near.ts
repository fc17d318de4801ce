import * as z from "zod";
import type { EventRecord } from "../../model/event.ts";
import { kilometresBetween } from "../../model/globe.ts";
import type { Among, Filter } from "../filter.ts";
import { canonicalPoint, DEFAULT_RADIUS, MOST_RADIUS, pointOf } from "../near.ts";
import type { Postings } from "../postings.ts";
import { one, upTo } from "../values.ts";

const CANONICAL = /^-?\d{1,2}\.\d\d,-?\d{1,3}\.\d\d$/;
const BERLIN = "52.52,13.41";

/** A point, `52.52,13.41`. */
export const NEAR: Filter<"near", string, { readonly radius?: number }> = {
  key: "near",
  schema: () => one(z.string().regex(CANONICAL), [`latitude,longitude in degrees: ${BERLIN}`], canonicalPoint),
  facet: () => pointsOf,
  select: (near, among, { radius = DEFAULT_RADIUS }) => inReach(among, near, radius),
  place: true,
  say: {
    at: 70,
    words: (near, { radius = DEFAULT_RADIUS }) => `within ${radius} km of ${near.replace(",", ", ")}`,
  },
  form: "preserved",
  documentation: {
    description:
      "Events in cities within `radius` kilometres of this point: latitude and longitude in degrees, rounded to two decimals. Online-only events do not match.",
    examples: [BERLIN],
  },
};

/** Kilometres around `near`. */
export const RADIUS: Filter<"radius", number, { readonly near?: string }> = {
  key: "radius",
  schema: () => upTo(MOST_RADIUS, ", whole kilometres"),
  standard: ({ near }) => (near === undefined ? undefined : DEFAULT_RADIUS),
  conflict: (radius, { near }) =>
    near === undefined ? { reason: "requires near", allowed: [`near=${BERLIN}&radius=${radius}`] } : null,
  form: "preserved",
  documentation: {
    description: "Radius around `near` in kilometres, default 50.",
    examples: ["100"],
    beside: { near: BERLIN },
  },
};

/** Its cities as `latitude,longitude`; none for online-only events, and for countries and states. */
function pointsOf({ mode, places }: EventRecord): string[] {
  if (mode === "virtual") return [];
  return places.flatMap(({ city, latitude, longitude }) =>
    city === null || latitude === null || longitude === null ? [] : `${latitude},${longitude}`,
  );
}

/** The events with a place within `radius` kilometres of `near`. */
function inReach({ index }: Among, near: string, radius: number): readonly Postings[] {
  const centre = pointOf(near);
  const found: Postings[] = [];
  for (const [point, postings] of index) if (kilometresBetween(centre, pointOf(point)) <= radius) found.push(postings);
  return found;
}
