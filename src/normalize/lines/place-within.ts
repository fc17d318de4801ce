import type { Rule } from "../../model/rule.ts";
import { STATUS_WORD } from "../../model/status.ts";
import { FULL_STOP, withoutFullStop } from "./full-stop.ts";
import type { IsPlace } from "./place-first.ts";

/** A title in parts. */
interface Title {
  readonly text: string;
  readonly parts: readonly string[];
  readonly last: string;
  /** Whether a text is a place, and no word of titles. */
  readonly isPlace: IsPlace;
}

/** Where in a title a place may stand. */
interface PlaceWithin extends Rule {
  readonly find: (title: Title) => string | null | undefined;
}

const PARTS = new RegExp(String.raw`\s+[-–—]\s+|${FULL_STOP}`);
/** No place, wherever it stands: `Fjord Rust (online)`, `Boats - postponed`. */
const NO_PLACE = new RegExp(String.raw`\b(?:online|virtual|remote|hybrid)\b|^${STATUS_WORD}$`, "i");
/** Towns whose names are words of titles: `Rust Study Group - Reading`, `Rocket and Phoenix`. */
const OTHER_SENSE = /^(?:reading|nice|mobile|phoenix|tokio|split|bath|orange|normal|enterprise|georgia|jordan|chad)$/i;
/** The town's name has at most so many words: `Salt Lake City`. */
const TOWN_WORDS = 4;
/** `, North Carolina, United States`: what is longer is no area and no country. */
const LONGEST_WITHIN = 32;

/** Tried in their order. */
export const PLACES_WITHIN: readonly PlaceWithin[] = [
  {
    rule: "place-between-dashes",
    says: "A town with its area or country as a part of its own.",
    example: ["Triangle Rustaceans - Durham, NC - Hack Night", "Durham, NC"],
    find: ({ parts, isPlace }) => parts.slice(1).find((part) => /^[^,]+,[^,]+(?:,[^,]+)?$/.test(part) && isPlace(part)),
  },
  {
    rule: "place-last",
    says: "The last part.",
    example: ["Fjord Days - Berlin", "Berlin"],
    find: ({ parts, last, isPlace }) => (parts.length > 1 && isPlace(last) ? last : null),
  },
  {
    rule: "place-in-last-bracket",
    says: "The last bracket, with the town before it where that is a country or an area.",
    example: ["A meetup in Berlin (Germany)", "Berlin, Germany"],
    find({ text, isPlace }) {
      const [, before = "", bracket] = /^(.+?) ?\(([^()]{3,40})\)[!.]?$/s.exec(text) ?? [];
      if (bracket === undefined || !isPlace(bracket)) return null;
      return townAtEnd(`${before}, ${bracket}`, isPlace) ?? bracket;
    },
  },
  {
    rule: "place-at-end-of-part",
    says: "A known town and what it lies in at the end of a part.",
    example: ["Fjord Days Berlin, Germany - Boats", "Berlin, Germany"],
    find: ({ parts, isPlace }) => parts.map((part) => townAtEnd(part, isPlace)).find((town) => town !== null),
  },
  {
    rule: "place-behind-comma",
    says: "Behind the last comma, where it is more than one word or a year stands before it.",
    example: ["Fjord Days 2017, Berlin", "Berlin"],
    find({ last, isPlace }) {
      // A town alone may be one of several words: `Rocket, Actix`.
      const [, afterYear, more] = /^[^,]*\b20\d\d, ?([^,]+)$|, ?([^,]+(?: [A-Z]{2}|\/[^,/]+))$/.exec(last) ?? [];
      const behind = afterYear ?? more ?? "";
      return isPlace(behind) ? behind : null;
    },
  },
];

/** What is looked for last, where `isPlace` tells a place with a typo. */
export const PLACE_MISSPELT: PlaceWithin = {
  rule: "place-misspelt",
  says: "A town of one to three words with a typo, at the end of a part with its area or country, or behind a year.",
  example: ["Fjord Camp Dotmund, Germany", "Dotmund, Germany"],
  outside: "typos in lines of 2016 to 2018: npm run bench:typos",
  find({ text, parts, isPlace }) {
    for (const part of parts) {
      const [, town = "", lies = ""] = /^(.*\S)((?:, ?| ?\/ ?)\p{L}[\p{L} ]{1,20})$/u.exec(part) ?? [];
      const words = town.split(" ");
      const found = lies && [1, 2, 3].map((length) => words.slice(-length).join(" ") + lies).find(isPlace);
      if (found) return found;
    }
    // `Fjord Days 2017, Mexcio City`
    const behind = /\b20\d\d, ([^,]+)$/.exec(withoutFullStop(text))?.[1] ?? "";
    return isPlace(behind) ? behind : null;
  },
};

/** The place that stands within a title, or behind it, and the rule that found it; null when there is none. */
export function placeWithin(
  text: string,
  isPlace: IsPlace,
  rules: readonly PlaceWithin[] = PLACES_WITHIN,
): { place: string; rule: string } | null {
  const parts = text.split(PARTS).map(withoutFullStop);
  const names: IsPlace = (part) => part.length < 60 && !NO_PLACE.test(part) && !OTHER_SENSE.test(part) && isPlace(part);
  for (const { rule, find } of rules) {
    const place = find({ text, parts, last: parts.at(-1) ?? "", isPlace: names });
    if (place) return { place, rule };
  }
  return null;
}

/** `Fjord Days Oslo, Norway`, `Hack night, Oslo, Norway` → `Oslo, Norway`: a town that is known by itself, and what it lies in. */
function townAtEnd(part: string, isPlace: IsPlace): string | null {
  const separators = [...part.matchAll(/, ?| \/ /g)].map(({ index }) => index);
  for (const at of separators.slice(-2)) {
    if (part.length - at > LONGEST_WITHIN) continue;
    const before = part.slice(0, at);
    const words = before.replace(/^.*,\s*/s, "").split(" ");
    for (let length = Math.min(TOWN_WORDS, words.length); length > 0; length--) {
      const town = words.slice(-length).join(" ");
      const place = town + part.slice(at);
      if (town !== before && /^\p{Lu}/u.test(town) && isPlace(town) && isPlace(place)) return place;
    }
  }
  return null;
}
