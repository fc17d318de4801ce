import { isIn } from "../facets.ts";
import type { Filter } from "../filter.ts";
import { oneWord } from "./shown.ts";

const WORDS = { include: "with online events", only: "online", hide: "without online-only events" } as const;
type Online = keyof typeof WORDS;

/** Whether events can be attended online; for `include` see `select.ts`. */
export const ONLINE: Filter<"online", Online> = {
  key: "online",
  schema: () => oneWord(["include", "only", "hide"]),
  facet: () => (event) => [...(isIn(event, "Virtual") ? ["only"] : []), ...(event.mode === "virtual" ? [] : ["hide"])],
  select: (online, { index }) => (online === "include" ? null : [index.get(online) ?? []]),
  say: { at: 80, words: (online) => WORDS[online] },
  form: "preserved",
  documentation: {
    description:
      "`include`: in addition to what `near`, `city`, `country`, `region`, or the path of a city, country or region match, all events that can be attended online; other filters apply to both. `only`: only events that can be attended online, including hybrid events. `hide`: no online-only events.",
    examples: ["include"],
  },
};
