import { isIn } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { oneWord } from "./shown.ts";

const WORDS = { include: "with online events", only: "online", hide: "nothing online alone" } as const;
type Online = keyof typeof WORDS;

/** `only` finds what can be attended online, `hide` what can be attended in another way; for `include` see `select.ts`. */
export const ONLINE: Filter<"online", Online> = {
  key: "online",
  schema: () => oneWord(["include", "only", "hide"]),
  facet: () => (event) => [...(isIn(event, "Virtual") ? ["only"] : []), ...(event.mode === "virtual" ? [] : ["hide"])],
  select: (online, { index }) => (online === "include" ? null : [index.get(online) ?? []]),
  say: { at: 80, words: (online) => WORDS[online] },
  form: "handed on",
  documentation: {
    description:
      "`include` finds, besides what `near`, `city`, `country` and `region` or a path of a city, country or region ask for, whatever can be attended online; other filters hold for all of it. `only` keeps what can be attended online, hybrid events included, `hide` leaves out what is online alone.",
    examples: ["include"],
  },
};
