import * as z from "zod";
import { REGIONS, type Region } from "../../model/region.ts";
import { isIn } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { REGION_SLUGS, regionOf, regionSlug } from "../region.ts";
import { many } from "../values.ts";

/** Slugs of regions. */
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
      "Events in these regions. `virtual` matches all events that can be attended online, including hybrid events; `asia-pacific`, a heading until 2021, matches Asia and Oceania.",
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
