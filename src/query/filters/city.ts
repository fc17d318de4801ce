import * as z from "zod";
import { citySlugs } from "../city-names.ts";
import { cityKeysOnce } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { many } from "../values.ts";

/** Slugs of cities, with the country and the state or without. */
export const CITY: Filter<"city", readonly string[]> = {
  key: "city",
  schema: (known) =>
    many(z.string(), {
      read: (text) => citySlugs(text).find((slug) => known.cities.has(slug)),
      allowed: () => [...known.offeredCities].sort(),
    }),
  facet: cityKeysOnce,
  place: true,
  say: { at: 40, words: (slugs, _, cities) => slugs.map((slug) => cities.get(slug) ?? slug).join(" · ") },
  form: "handed on",
  documentation: {
    description:
      "Events in one of these cities, named with their country, `berlin-de`. Every city that was ever listed is known.",
    examples: ["berlin-de"],
  },
};
