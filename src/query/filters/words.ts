import * as z from "zod";
import type { EventRecord } from "../../model/event.ts";
import { citiesCalled } from "../city-names.ts";
import { cityKeysOnce } from "../facets.ts";
import type { Among, Filter } from "../filter.ts";
import { fold, foldLetters } from "../fold.ts";
import { type Postings, postingsOf, whereAll } from "../postings.ts";
import { many } from "../values.ts";

const LONGEST = 100;

/** Folded words. Folding can turn other characters into commas, which would split the phrase in a canonical URL. */
const phrase = z
  .string()
  .max(LONGEST)
  .transform((text) => fold(text.toWellFormed()).replace(/,/g, " ").replace(/ +/g, " ").trim())
  .refine((words) => words !== "");

/** Phrases. An event matches if each word of a phrase is part of a word of the event, or if the phrase is a name of its city. */
export const Q: Filter<"q", readonly string[]> = {
  key: "q",
  schema: () =>
    many(phrase, {
      allowed: () => [`words to find, up to ${LONGEST} characters`],
      most: 10,
      refusal: "cannot be searched for",
    }),
  facet: () => (event) => searchText(event).split(/\s+/),
  select: (phrases, among) =>
    phrases.flatMap((phrase) => [havingWords(among, phrase), ...inCitiesCalled(among, phrase)]),
  say: { at: 60, words: (phrases) => phrases.map((words) => `“${words}”`).join(" or ") },
  form: { label: "Words in title, group or place", input: "search", longest: LONGEST },
  documentation: {
    description:
      "Words in title, group or place, ignoring case and accents; also alternative names of cities, such as `cologne`.",
    examples: ["embedded"],
  },
};

/** Indexes of lists of events, by city. */
const cityIndexes = new WeakMap<readonly EventRecord[], ReadonlyMap<string, Postings>>();

/** The events in cities with the alternative name `phrase`. */
function inCitiesCalled({ events }: Among, phrase: string): readonly Postings[] {
  const keys = citiesCalled(phrase);
  if (keys.length === 0) return [];
  const cities = cityIndexes.get(events) ?? postingsOf(events, cityKeysOnce());
  cityIndexes.set(events, cities);
  return keys.map((key) => cities.get(key) ?? []);
}

/** The searched text: folded title, group names and places. */
function searchText(event: EventRecord): string {
  let text = event.title;
  for (const { name } of event.groups) text += ` | ${name}`;
  for (const { city, area, country } of event.places) text += ` | ${city ?? ""}, ${area ?? ""}, ${country ?? ""}`;
  return foldLetters(text);
}

/** The events in which each word of `phrase` is part of a word. */
function havingWords({ events, index }: Among, phrase: string): Postings {
  const conditions: (readonly Postings[])[] = [];
  for (const part of new Set(phrase.split(" "))) {
    const having: Postings[] = [];
    for (const [word, postings] of index) if (word.includes(part)) having.push(postings);
    if (having.length === 0) return [];
    conditions.push(having);
  }
  return whereAll(events.length, conditions);
}
