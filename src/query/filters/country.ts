import * as z from "zod";
import { countryOf } from "../countries.ts";
import type { Filter } from "../filter.ts";
import { many } from "../values.ts";

/** ISO 3166-1 alpha-2, upper case. */
export const COUNTRY: Filter<"country", readonly string[]> = {
  key: "country",
  schema: (known) =>
    many(z.string().regex(/^[A-Z]{2}$/), {
      read(text) {
        const code = countryOf(text) ?? text.toUpperCase();
        return known.countries.has(code) ? code : undefined;
      },
      allowed: () => [...known.countries].sort(),
    }),
  facet:
    () =>
    ({ places }) =>
      places.flatMap(({ country }) => country ?? []),
  place: true,
  say: { at: 30, words: (codes) => codes.join(", ") },
  form: { label: "Country", input: "country" },
  documentation: {
    description: "Events in one of these countries, ISO 3166-1 alpha-2. Every country that was ever listed is known.",
    examples: ["DE", "CH"],
  },
};
