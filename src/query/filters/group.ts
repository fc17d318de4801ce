import * as z from "zod";
import type { Filter } from "../filter.ts";
import { slugOf } from "../fold.ts";
import { many } from "../values.ts";

/** Slugs of groups; aliases lead to the slug of the whole group. */
export const GROUP: Filter<"group", readonly string[]> = {
  key: "group",
  schema: (known) =>
    many(z.string(), {
      read: (text) => known.groups.get(text.toLowerCase()) ?? known.groups.get(slugOf(text)),
      allowed: () => [...new Set(known.groups.values())].sort(),
    }),
  facet:
    () =>
    ({ groups }) =>
      groups.map(({ slug }) => slug),
  say: { at: 50, words: (slugs) => slugs.join(", ") },
  form: "handed on",
  documentation: {
    description: "Events of one of these groups: slugs of `/feeds.json`. Every group that was ever listed is known.",
    examples: ["rust-berlin"],
  },
};
