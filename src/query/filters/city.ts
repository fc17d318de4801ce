import * as z from "zod";
import { citySlugs } from "../city-names.ts";
import { cityKeysOnce } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { many } from "../values.ts";

/** Slugs of cities, with or without state and country. */
export const CITY: Filter<"city", readonly string[]> = {
  key: "city",
  schema: (vocabulary) =>
    many(z.string(), {
      read: (text) => citySlugs(text).find((slug) => vocabulary.cities.has(slug)),
      allowed: () => [...vocabulary.offeredCities].sort(),
    }),
  facet: cityKeysOnce,
  place: true,
  say: { at: 40, words: (slugs, _, cities) => slugs.map((slug) => cities.get(slug) ?? slug).join(" · ") },
  form: "preserved",
  documentation: {
    description:
      "Events in these cities, by slug from `/feeds.json`: `berlin-de`. All cities that were ever listed are available.",
    examples: ["berlin-de"],
  },
};
