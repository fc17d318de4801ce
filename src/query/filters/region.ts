import * as z from "zod";
import { REGIONS, type Region } from "../../model/region.ts";
import { isIn } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { REGION_SLUGS, regionOf, regionSlug } from "../region.ts";
import { many } from "../values.ts";

/** Headings of the newsletter, as slugs. */
export const REGION: Filter<"region", readonly string[]> = {
  key: "region",
  schema: () => many(z.enum(REGION_SLUGS), { read: slugNamed, allowed: () => REGION_SLUGS }),
  facet: () => (event) => REGIONS.filter((region) => isIn(event, region)).map(regionSlug),
  place: true,
  say: { at: 10, words: (slugs) => slugs.map((slug) => regionOf(slug) ?? slug).join(" · ") },
  form: {
    label: "Region",
    input: "choice",
    choices: REGIONS.filter((region) => region !== "Asia Pacific").map((region) => [regionSlug(region), shown(region)]),
  },
  documentation: {
    description:
      "Events listed under one of these regions. `virtual` finds every event that can be attended online, hybrid ones included. `asia-pacific` is a heading until 2021: Asia and Oceania.",
    examples: ["virtual", "europe", "north-america"],
  },
};

function slugNamed(text: string): string | undefined {
  const region = regionOf(text);
  return region === undefined ? undefined : regionSlug(region);
}

function shown(region: Region): string {
  return region === "Virtual" ? "Online" : region;
}
