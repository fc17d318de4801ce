import * as z from "zod";
import type { EventRecord } from "../../model/event.ts";
import { kilometresBetween } from "../../model/globe.ts";
import type { Among, Filter } from "../filter.ts";
import { canonicalPoint, MOST_RADIUS, pointOf, USUAL_RADIUS } from "../near.ts";
import type { Postings } from "../postings.ts";
import { one, upTo } from "../values.ts";

const CANONICAL = /^-?\d{1,2}\.\d\d,-?\d{1,3}\.\d\d$/;
const BERLIN = "52.52,13.41";

/** A point, `52.52,13.41`, and around it… */
export const NEAR: Filter<"near", string, { readonly radius?: number }> = {
  key: "near",
  schema: () => one(z.string().regex(CANONICAL), [`latitude,longitude in degrees: ${BERLIN}`], canonicalPoint),
  facet: () => pointsOf,
  select: (near, among, { radius = USUAL_RADIUS }) => inReach(among, near, radius),
  place: true,
  say: {
    at: 70,
    words: (near, { radius = USUAL_RADIUS }) => `within ${radius} km of ${near.replace(",", ", ")}`,
  },
  form: "handed on",
  documentation: {
    description:
      "Events in a city within `radius` kilometres of this point, latitude and longitude in degrees; two decimals count. Events that take place online alone are near nothing.",
    examples: [BERLIN],
  },
};

/** … so many kilometres. */
export const RADIUS: Filter<"radius", number, { readonly near?: string }> = {
  key: "radius",
  schema: () => upTo(MOST_RADIUS, ", whole kilometres"),
  standard: ({ near }) => (near === undefined ? undefined : USUAL_RADIUS),
  conflict: (radius, { near }) =>
    near === undefined ? { reason: "needs near", allowed: [`near=${BERLIN}&radius=${radius}`] } : null,
  form: "handed on",
  documentation: {
    description: "Kilometres around `near`, 50 unless given.",
    examples: ["100"],
    beside: { near: BERLIN },
  },
};

/** Its cities as `latitude,longitude`; a country or state as a whole is no point, and what takes place online alone is nowhere. */
function pointsOf({ mode, places }: EventRecord): string[] {
  if (mode === "virtual") return [];
  return places.flatMap(({ city, latitude, longitude }) =>
    city === null || latitude === null || longitude === null ? [] : `${latitude},${longitude}`,
  );
}

/** The events with a place at most `radius` kilometres from `near`. */
function inReach({ index }: Among, near: string, radius: number): readonly Postings[] {
  const centre = pointOf(near);
  const found: Postings[] = [];
  for (const [point, postings] of index) if (kilometresBetween(centre, pointOf(point)) <= radius) found.push(postings);
  return found;
}
