import { REGIONS, type Region } from "../model/region.ts";
import { slugOf } from "./fold.ts";

/** Alternative names. */
const ALIASES: Readonly<Record<string, Region>> = { online: "Virtual" };

const BY_SLUG: ReadonlyMap<string, Region> = new Map(REGIONS.map((region) => [slugOf(region), region]));

const SLUGS: ReadonlyMap<Region, string> = new Map(REGIONS.map((region) => [region, slugOf(region)]));

/** Slugs of all regions, including `asia-pacific` (a heading from 2018 to 2021: Asia and Oceania). */
export const REGION_SLUGS: readonly string[] = [...BY_SLUG.keys()];

/** The region's slug in paths and parameters: `North America` → `north-america`. */
export function regionSlug(region: Region): string {
  return SLUGS.get(region) ?? slugOf(region);
}

/** The region with this slug, name in any case, or alternative name. */
export function regionOf(text: string): Region | undefined {
  const slug = slugOf(text);
  return BY_SLUG.get(slug) ?? ALIASES[slug];
}
