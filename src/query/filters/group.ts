import * as z from "zod";
import type { Filter } from "../filter.ts";
import { slugOf } from "../fold.ts";
import { many } from "../values.ts";

/** Slugs of groups; aliases are replaced by the slug of the group. */
export const GROUP: Filter<"group", readonly string[]> = {
  key: "group",
  schema: (vocabulary) =>
    many(z.string(), {
      read: (text) => vocabulary.groups.get(text.toLowerCase()) ?? vocabulary.groups.get(slugOf(text)),
      allowed: () => [...new Set(vocabulary.groups.values())].sort(),
    }),
  facet:
    () =>
    ({ groups }) =>
      groups.map(({ slug }) => slug),
  say: { at: 50, words: (slugs) => slugs.join(", ") },
  form: "preserved",
  documentation: {
    description: "Events of these groups, by slug from `/feeds.json`. All groups that were ever listed are available.",
    examples: ["rust-berlin"],
  },
};
