import { REGIONS, type Region } from "../model/region.ts";
import { slugOf } from "./fold.ts";

/** Older words for a region. */
const ALIASES: Readonly<Record<string, Region>> = { online: "Virtual" };

const BY_SLUG: ReadonlyMap<string, Region> = new Map(REGIONS.map((region) => [slugOf(region), region]));

const SLUGS: ReadonlyMap<Region, string> = new Map(REGIONS.map((region) => [region, slugOf(region)]));

/** Slugs that a query may name, `asia-pacific` (a heading of 2018–2021: Asia and Oceania) included. */
export const REGION_SLUGS: readonly string[] = [...BY_SLUG.keys()];

/** The region's slug in paths and parameters: `North America` → `north-america`. */
export function regionSlug(region: Region): string {
  return SLUGS.get(region) ?? slugOf(region);
}

/** The region that a slug, a name in any case or an older word stands for. */
export function regionOf(text: string): Region | undefined {
  const slug = slugOf(text);
  return BY_SLUG.get(slug) ?? ALIASES[slug];
}
