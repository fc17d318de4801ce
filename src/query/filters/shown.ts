import * as z from "zod";
import type { EventRecord } from "../../model/event.ts";
import type { Filter } from "../filter.ts";
import { one, type Taken } from "../values.ts";

const SHOWN = ["only", "hide"] as const;
type Shown = (typeof SHOWN)[number];

/** Alternative values. */
const ALIASES: Readonly<Record<string, Shown>> = { true: "only", yes: "only", false: "hide", no: "hide" };

/** A parameter with one of `words`, or an alias of `only` or `hide`. */
export function oneWord<const Word extends string>(words: readonly Word[]): Taken<Word> {
  return one(z.enum(words), words, (text) => {
    const word = text.toLowerCase();
    return ALIASES[word] ?? word;
  });
}

export const MULTIDAY = shown("multiday", {
  is: ({ start, end }) => end > start,
  at: 90,
  words: { only: "several days", hide: "single days" },
  description: "`only`: only multi-day events. `hide`: no multi-day events.",
  example: "hide",
});

export const CANCELLED = shown("cancelled", {
  is: ({ status }) => status === "cancelled",
  at: 100,
  words: { only: "cancelled", hide: "without cancelled" },
  description: "`only`: only cancelled events. `hide`: no cancelled events.",
  example: "hide",
});

export const TIMED = shown("timed", {
  is: ({ allDay }) => !allDay,
  at: 130,
  words: { only: "with start time", hide: "without start time" },
  description: "`only`: only events with a start time. `hide`: only events without a start time.",
  example: "only",
});

interface Kind {
  readonly is: (event: EventRecord) => boolean;
  /** Position and words in the name of a calendar. */
  readonly at: number;
  readonly words: Readonly<Record<Shown, string>>;
  readonly description: string;
  readonly example: Shown;
}

/** A filter for only events of a kind, or none of them. */
function shown<Key extends string>(key: Key, { is, at, words, description, example }: Kind): Filter<Key, Shown> {
  return {
    key,
    schema: () => oneWord(SHOWN),
    facet: () => (event) => [is(event) ? "only" : "hide"],
    say: { at, words: (value) => words[value] },
    form: "preserved",
    documentation: { description, examples: [example] },
  };
}
