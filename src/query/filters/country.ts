import * as z from "zod";
import { countryOf } from "../countries.ts";
import type { Filter } from "../filter.ts";
import { many } from "../values.ts";

/** ISO 3166-1 alpha-2, upper case. */
export const COUNTRY: Filter<"country", readonly string[]> = {
  key: "country",
  schema: (vocabulary) =>
    many(z.string().regex(/^[A-Z]{2}$/), {
      read(text) {
        const code = countryOf(text) ?? text.toUpperCase();
        return vocabulary.countries.has(code) ? code : undefined;
      },
      allowed: () => [...vocabulary.countries].sort(),
    }),
  facet:
    () =>
    ({ places }) =>
      places.flatMap(({ country }) => country ?? []),
  place: true,
  say: { at: 30, words: (codes) => codes.join(", ") },
  form: { label: "Country", input: "country" },
  documentation: {
    description:
      "Events in these countries, by ISO 3166-1 alpha-2 code. All countries that were ever listed are available.",
    examples: ["DE", "CH"],
  },
};
