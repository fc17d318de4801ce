import { outside, type Rewrite } from "../rewrite.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { countryCode, endsWithCountry, isCity } from "./names.ts";
import { scopeOf } from "./scope.ts";
import { distance } from "./typos.ts";

/** `Town (bracket)` at the end of a text. */
const BRACKET = /^([^()]*[^()\s]) ?\(([^()]+)\)$/;
const DASH = /\s+[-\u2013\u2014@]\s+/;
const CLOCK = String.raw`\d{1,2}(?::\d\d(?: ?[ap]\.?m\b\.?)?| ?[ap]m\b)`;
const ZONE = String.raw`(?: ?(?:UTC|GMT|[A-Z]{1,4}T)\b(?:[+-]\d{1,2})?)?`;
export const TYPOS = "typos and habits that editors may have: test/normalize/places";

/** A place column before its mode is read. */
export const COLUMN_REWRITES: readonly Rewrite[] = outside(TYPOS, [
  {
    rule: "picture",
    says: "Pictures, and letters that no font has, say nothing.",
    example: ["📍 Oslo, NO 🇳🇴", "Oslo, NO"],
    from: /[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf\ue000-\uf8ff]|\ufe0f|\u200d/g,
    to: " ",
  },
  {
    rule: "time-of-day",
    says: "A time of day and its zone are no place.",
    example: ["Virtual (Oslo, NO; 18:00 CET)", "Virtual (Oslo, NO)"],
    from: new RegExp(String.raw`[\s,;]*(?:\bat |@ ?)?\b${CLOCK}${ZONE}`, "gi"),
    to: "",
  },
  { rule: "space", says: "White space is one space.", example: ["Oslo,  NO", "Oslo, NO"], from: /\s+/g, to: " " },
  {
    rule: "bracket-behind-first-letter",
    says: "A bracket behind the first letter of a name stands before it.",
    example: ["Virtual O(slo, NO)", "Virtual (Oslo, NO)"],
    from: / (\p{Lu})\((?=\p{Ll})/gu,
    to: " ($1",
  },
  { rule: "bracket-twice", says: "It is one.", example: ["((Oslo, NO)", "(Oslo, NO)"], from: /([()])\1+/g, to: "$1" },
  {
    rule: "both-modes-torn",
    says: "Spaces around the word between two modes may be lost or out of place.",
    example: ["Virtual andI n-Person (Oslo, NO)", "Virtual and In-Person (Oslo, NO)"],
    from: /\bvirtual ?a ?n ?d ?i ?n(?=[ -]?person)/gi,
    to: "Virtual and In",
  },
  {
    rule: "mode-misspelt",
    says: "A word that is one letter away from a mode is that mode.",
    example: ["Virual (Oslo, NO)", "virtual (Oslo, NO)"],
    from: /\b[a-z][a-z;,.'[\]]{4,7}(?![a-z])/gi,
    to: ([word = ""]) =>
      /\b(?:virtual|hybrid)\b/i.test(word)
        ? null
        : (["virtual", "hybrid"].find((mode) => distance(word.toLowerCase(), mode, 1) === 1) ?? null),
  },
]);

/** What is left of a place column without its mode: a list of places. */
export const LIST_REWRITES: readonly Rewrite<Gazetteer>[] = outside(TYPOS, [
  {
    rule: "semicolon-for-comma",
    says: "A semicolon before a country's code is a comma, where nothing before it names a country.",
    example: ["Bergen, NO; Oslo; NO", "Bergen, NO; Oslo, NO"],
    from: /(?<=^|;\s*)([^;\s](?:[^;]*[^;\s])?)\s*;\s*([A-Z]{2})(?=\s*(?:;|$))/g,
    to: ([, place = "", code], world) =>
      endsWithCountry(world, place) || countryCode(world, place) !== null ? null : `${place}, ${code}`,
  },
  {
    rule: "semicolon-misspelt",
    says: "What stands between a country's code and a whole place is a semicolon, and so is a space.",
    example: ["Oslo, NO: Bergen, NO Lyon, FR", "Oslo, NO; Bergen, NO; Lyon, FR"],
    from: /(?<=, ?)([A-Z]{2})[^,;/|+&A-Z]{1,6}(?=\p{Lu}[^,;/|+&]{2,}, ?[A-Z]{2})/gu,
    to: ([, code = ""], world) => (countryCode(world, code) === null ? null : `${code}; `),
  },
  {
    rule: "scope-before-list",
    says: "Of a scope and the places in a bracket behind it, the places count.",
    example: ["Various (Oslo, NO; Bergen, NO)", "Oslo, NO; Bergen, NO"],
    from: BRACKET,
    to: ([, before = "", inside = ""], world) => (inside.includes(";") && scopeOf(world, before) ? inside : null),
  },
  {
    rule: "two-cities-two-countries",
    says: "Two cities and two countries are two places.",
    example: ["Copenhagen/Malmö, DK/SE", "Copenhagen, DK; Malmö, SE"],
    from: /^\s*([^,/]+)\/([^,/]+), ?([A-Z]{2})\/([A-Z]{2})\s*$/,
    to: "$1, $3; $2, $4",
  },
]);

/** One place of a column. */
export const PLACE_REWRITES: readonly Rewrite<Gazetteer>[] = outside(TYPOS, [
  {
    rule: "continent-last",
    says: "A continent behind the country adds nothing.",
    example: ["Oslo, NO, Europe", "Oslo, NO"],
    from: /^(.*),([^,]*)$/s,
    to: ([, place = "", last = ""], world) =>
      endsWithCountry(world, place) && scopeOf(world, last) === "region" ? place : null,
  },
  {
    rule: "place-in-bracket",
    says: "A whole place in a bracket counts, and the venue before it does not.",
    example: ["Town hall (Oslo, NO)", "Oslo, NO"],
    from: BRACKET,
    to: ([, before = "", inside = ""], world) =>
      endsWithCountry(world, inside) && !before.includes(",") && !isCity(world, before) ? inside : null,
  },
  {
    rule: "country-in-bracket",
    says: "A country in a bracket stands for one behind a comma.",
    example: ["Oslo (NO)", "Oslo, NO"],
    from: BRACKET,
    to: ([, before = "", inside = ""], world) => {
      const isCountry = (/^[A-Z]{2}$/.test(inside) || inside.length > 3) && countryCode(world, inside) !== null;
      return isCountry && !before.includes(",") ? `${before}, ${inside}` : null;
    },
  },
  {
    rule: "venue-in-bracket",
    says: "A venue in a bracket behind a whole place is left out, and so is what says nothing.",
    example: ["Oslo, NO (Town hall)", "Oslo, NO"],
    from: BRACKET,
    to: ([, before = "", inside = ""], world) => {
      const isPlace = isCity(world, inside) || endsWithCountry(world, inside);
      return scopeOf(world, inside) === "vague" || (endsWithCountry(world, before) && !isPlace) ? before : null;
    },
  },
  {
    rule: "punctuation-for-comma",
    says: "A full stop or a dash before a country's code is a comma.",
    example: ["Salem, OR. US", "Salem, OR, US"],
    from: /(?<=[a-z\u00df-\u024f]|\b[A-Z]{2,3})(?:\. ?|\s+[-\u2013\u2014]\s+)(?=[A-Z]{2}$)/,
    to: ", ",
  },
  {
    rule: "postal-code",
    says: "A postal code beside the last part before the country is left out.",
    example: ["Salem, OR 97301, US", "Salem, OR, US"],
    from: /(^|,\s*)\d{4,6} (?=[A-Za-zÀ-ž][^,]*, ?[^,]+$)|(?<=\b[A-Z]{2}) \d{5}(?=, ?[^,]+$)/,
    to: "$1",
  },
  {
    rule: "venue-beside-dash",
    says: "Of a venue and a whole place with a dash or an @ between them, the place counts.",
    example: ["Town hall - Oslo, NO", "Oslo, NO"],
    from: /^.*\s[-\u2013\u2014@]\s.*$/s,
    to: ([whole = ""], world) => {
      const sides = whole.split(DASH);
      const [place, more] = sides.filter((side) => endsWithCountry(world, side));
      const venue = sides.find((side) => side !== place);
      if (place === undefined || venue === undefined || more !== undefined || sides.length > 2) return null;
      return isCity(world, venue) ? null : place;
    },
  },
]);

/** A place by itself, of a column or of a line of text. */
export const NAME_REWRITES: readonly Rewrite<Gazetteer>[] = [
  {
    rule: "venue-with-at",
    says: "An @ in a bracket begins a venue.",
    example: ["Florence (@school)", "Florence"],
    from: /^([^(),]+?) ?\(@[^(),]+\)$/,
    to: "$1",
  },
  {
    rule: "venue-behind-city",
    says: "A bracket behind a known city that names no place is a venue.",
    example: ["Mountain View (Mozilla)", "Mountain View"],
    outside: TYPOS,
    from: /^([^(),]+?) ?\(([^(),]+)\)$/,
    to: ([whole = "", town = "", venue = ""], world) => {
      const isArea = world.areasNamed(fold(venue)).length > 0;
      const named = isArea || isCity(world, venue) || countryCode(world, venue) !== null;
      return isCity(world, town) && !isCity(world, whole) && !named ? town : null;
    },
  },
  {
    rule: "country-beside-slash",
    says: "A city and a country with a slash between them, in either order.",
    example: ["Germany/Cologne", "Cologne, Germany"],
    from: /^([^,/]+?) ?\/ ?([^,/]+?),?$/,
    to: ([whole = "", one = "", other = ""], world) => {
      if (scopeOf(world, whole) !== null) return null;
      const isCountry = (side: string) => side.length > 2 && countryCode(world, side) !== null;
      return isCountry(one) ? `${other}, ${one}` : isCountry(other) ? `${one}, ${other}` : null;
    },
  },
];
