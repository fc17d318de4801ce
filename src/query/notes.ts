import type { EventQuery } from "./query.ts";

/** What a parameter is for. */
export interface Note {
  readonly description: string;
  /** Values that are accepted whatever the data set holds, or that it has held for years. */
  readonly examples: readonly string[];
  /** Parameters that it needs beside it, with a value. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A note on each parameter. */
export const NOTES: Readonly<Record<keyof EventQuery, Note>> = {
  region: {
    description:
      "Events listed under one of these regions. `virtual` finds every event that can be attended online, hybrid ones included. `asia-pacific` is a heading until 2021: Asia and Oceania.",
    examples: ["virtual", "europe", "north-america"],
  },
  country: {
    description: "Events in one of these countries, ISO 3166-1 alpha-2. Every country that was ever listed is known.",
    examples: ["DE", "CH"],
  },
  city: {
    description:
      "Events in one of these cities, named with their country, `berlin-de`. Every city that was ever listed is known.",
    examples: ["berlin-de"],
  },
  group: {
    description: "Events of one of these groups: slugs of `/feeds.json`. Every group that was ever listed is known.",
    examples: ["rust-berlin"],
  },
  mode: { description: "How an event can be attended.", examples: ["in-person", "hybrid"] },
  from: {
    description:
      "First day. Unless given, the last 90 days and all that is ahead; `from=2014-01-01` opens the archive.",
    examples: ["2026-01-01"],
  },
  to: { description: "Last day, inclusive; not together with `days`.", examples: ["2035-12-31"] },
  days: { description: "So many days from `from`, or from today.", examples: ["30"] },
  q: { description: "Words in title, group or place, in any case and without accents.", examples: ["embedded"] },
  near: {
    description:
      "Events in a city within `radius` kilometres of this point, latitude and longitude in degrees; two decimals count. Events that take place online alone are near nothing.",
    examples: ["52.52,13.41"],
  },
  radius: {
    description: "Kilometres around `near`, 50 unless given.",
    examples: ["100"],
    beside: { near: "52.52,13.41" },
  },
  multiday: { description: "Events of several days alone, or none of them.", examples: ["hide"] },
  cancelled: { description: "Cancelled events alone, or none of them.", examples: ["hide"] },
  starts: {
    description:
      "Events that begin between these hours, `HH:MM-HH:MM`, both inclusive, over midnight where the second comes first; `24:00` is the end of the day. The clocks are those of `tz`; without it each organiser's own, or UTC where no zone is known. Events whose hour is not known stay in unless `timed=only`.",
    examples: ["17:00-22:30"],
  },
  tz: {
    description: "The IANA time zone of `starts` and `weekday`.",
    examples: ["Europe/Berlin"],
    beside: { starts: "17:00-22:30" },
  },
  weekday: {
    description:
      "Events that begin on one of these days of the week, by the clocks of `tz` where that is given and the hour is known; of an event of several days each day counts.",
    examples: ["tue", "wed"],
  },
  timed: { description: "Events whose hour is known alone, or those without an hour.", examples: ["only"] },
  online: {
    description:
      "`include` finds, besides what `near`, `city`, `country` and `region` or a path of a city, country or region ask for, whatever can be attended online; other filters hold for all of it. `only` keeps what can be attended online, hybrid events included, `hide` leaves out what is online alone.",
    examples: ["include"],
  },
  limit: { description: "So many events at most; `next` of the answer leads on.", examples: ["50"] },
  cursor: {
    description:
      "Where to go on: taken from `next` of the answer before, never made up. Following `next` neither skips nor repeats an event, also when the data change in between.",
    examples: ["2026-07-01_2026-07-03_2026-07-08_event"],
  },
};
