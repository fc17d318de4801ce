import * as z from "zod";
import type { EventRecord } from "../../model/event.ts";
import type { Filter } from "../filter.ts";
import { one, type Taken } from "../values.ts";

const SHOWN = ["only", "hide"] as const;
type Shown = (typeof SHOWN)[number];

/** `multiday=true` and the like mean what people expect. */
const ALIASES: Readonly<Record<string, Shown>> = { true: "only", yes: "only", false: "hide", no: "hide" };

/** A parameter that has one of these `words`, or a looser word for `only` or `hide`. */
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
  description: "Events of several days alone, or none of them.",
  example: "hide",
});

export const CANCELLED = shown("cancelled", {
  is: ({ status }) => status === "cancelled",
  at: 100,
  words: { only: "cancelled", hide: "without cancelled" },
  description: "Cancelled events alone, or none of them.",
  example: "hide",
});

export const TIMED = shown("timed", {
  is: ({ allDay }) => !allDay,
  at: 130,
  words: { only: "with an hour", hide: "without an hour" },
  description: "Events whose hour is known alone, or those without an hour.",
  example: "only",
});

interface Kind {
  readonly is: (event: EventRecord) => boolean;
  /** Where it is said in the name of a calendar, and how. */
  readonly at: number;
  readonly words: Readonly<Record<Shown, string>>;
  readonly description: string;
  readonly example: Shown;
}

/** Shows events of a kind alone, or none of them. */
function shown<Key extends string>(key: Key, { is, at, words, description, example }: Kind): Filter<Key, Shown> {
  return {
    key,
    schema: () => oneWord(SHOWN),
    facet: () => (event) => [is(event) ? "only" : "hide"],
    say: { at, words: (value) => words[value] },
    form: "handed on",
    documentation: { description, examples: [example] },
  };
}
