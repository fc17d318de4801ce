import * as z from "zod";
import type { Mode } from "../../model/listing.ts";
import type { Filter } from "../filter.ts";
import { slugOf } from "../fold.ts";
import { many } from "../values.ts";

const MODES: readonly Mode[] = ["virtual", "in-person", "hybrid"];

export const MODE: Filter<"mode", readonly Mode[]> = {
  key: "mode",
  schema: () => many(z.enum(MODES), { read: slugOf, allowed: () => MODES }),
  facet:
    () =>
    ({ mode }) =>
      mode === null ? [] : [mode],
  say: { at: 20, words: (modes) => modes.join(" · ") },
  form: {
    label: "How",
    input: "choice",
    choices: [
      ["in-person", "In person"],
      ["virtual", "Online"],
      ["hybrid", "Hybrid"],
    ],
  },
  documentation: { description: "How an event can be attended.", examples: ["in-person", "hybrid"] },
};
