import type { Mode } from "../model/listing.ts";
import { mayStandUnder, REGIONS, type Region, regionOfCountry } from "../model/region.ts";

/**
 * Where an event belongs, in the newsletter's order of headings. The places decide: the region of each of `countries`, by
 * the heading for a country on two continents; online events are only in those that they were listed under. Without a
 * country every heading counts. Virtual if and only if it can be attended online.
 */
export function regionsOf(
  headings: Iterable<Region | null>,
  mode: Mode | null,
  countries: readonly (string | null)[],
): readonly Region[] {
  const printed = [...headings].filter((heading) => heading !== null && heading !== "Virtual");
  const there = countries.filter((country) => country !== null);
  const ofPlaces = there.flatMap((country) => {
    const fitting = printed.filter((heading) => mayStandUnder(heading, country));
    if (mode === "virtual" && fitting.length === 0) return [];
    const exact = fitting.filter((heading) => heading !== "Asia Pacific");
    return exact.length > 0 ? exact : (regionOfCountry(country) ?? []);
  });
  const regions = new Set(there.length === 0 ? printed : ofPlaces);
  if (mode === "virtual" || mode === "hybrid") regions.add("Virtual");
  return REGIONS.filter((region) => regions.has(region));
}
