import * as z from "zod";
import { kindOf } from "../../kinds/kind.ts";
import { KINDS, type Kind } from "../../model/kind.ts";
import type { Filter } from "../filter.ts";
import { slugOf } from "../fold.ts";
import { many } from "../values.ts";

const NAMES: Readonly<Record<Kind, string>> = {
  conference: "Conferences",
  workshop: "Workshops",
  hackathon: "Hackathons",
  meetup: "Meetups",
};

/** `conferences` and `meet-up` mean what people expect. */
function kindNamed(text: string): string {
  const slug = slugOf(text).replaceAll("-", "");
  return KINDS.find((kind) => slug === kind || slug === `${kind}s`) ?? slug;
}

export const KIND: Filter<"kind", readonly Kind[]> = {
  key: "kind",
  schema: () => many(z.enum(KINDS), { read: kindNamed, allowed: () => KINDS }),
  facet: () => (event) => [kindOf(event)],
  say: { at: 25, words: (kinds) => kinds.map((kind) => NAMES[kind].toLowerCase()).join(" · ") },
  form: { label: "Kind", input: "choice", choices: KINDS.map((kind) => [kind, NAMES[kind]]) },
  documentation: {
    description: "What kind of event it is, by its name, days and link; `meetup` where nothing else is evident.",
    examples: ["conference", "workshop"],
  },
};
