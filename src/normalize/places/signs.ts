import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { countryCode } from "./printed.ts";
import { scopeOf } from "./scope.ts";

const PICTURES = /[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf]|[\ufe0f\u200d]/g;
const END = "(?=[A-Z]{2}$)";
/** What an editor may type for the comma before a country's code: `Oslo. NO`, `Oslo - NO`, `Salem, OR. US`. */
const FOR_COMMA = new RegExp(String.raw`(?<=[a-z\u00df-\u024f]|\b[A-Z]{2,3})(?:\. ?|\s+[-\u2013\u2014]\s+)${END}`);
const BRACKET = /^([^()]*[^()\s]) ?\(([^()]+)\)$/;
/** `0150 Oslo, NO`, `Salem, OR 97301, US`: a postal code beside the last part before the country. */
const POSTAL = /(^|,\s*)\d{4,6} (?=[A-Za-zÀ-ž][^,]*, ?[^,]+$)|(?<=\b[A-Z]{2}) \d{5}(?=, ?[^,]+$)/;

/** A time of day, and its zone: `18:00 CET`, `6pm`. */
const TIME =
  /[\s,;]*(?:\bat |@ ?)?\b\d{1,2}(?::\d\d(?: ?[ap]\.?m\b\.?)?| ?[ap]m\b)(?: ?(?:UTC|GMT|[A-Z]{1,4}T)\b(?:[+-]\d{1,2})?)?/gi;

/** A place column without pictures and times of day: `📍 Oslo, NO 🇳🇴`, `Virtual (Oslo, NO; 18:00)` → `Virtual (Oslo, NO)`. */
export function withoutExtras(column: string): string {
  const text = /[\u2600-\ufe0f]/.test(column) ? column.replace(PICTURES, " ").trim() : column;
  return /\d(?::\d\d| ?[ap]\.?m\b)/i.test(text) ? text.replace(TIME, "") : text;
}

/** A place with the signs that stand between its parts as a rule: `Oslo (NO)` → `Oslo, NO`, `Oslo, NO (TBC)` → `Oslo, NO`. */
export function withUsualSigns(gazetteer: Gazetteer, text: string): string {
  const whole = withoutContinent(gazetteer, text);
  const [, before, inside] = BRACKET.exec(whole) ?? [];
  if (before !== undefined && inside !== undefined) return withoutBracket(gazetteer, whole, before, inside);
  return withoutHall(gazetteer, whole.replace(FOR_COMMA, ", ").replace(POSTAL, "$1"));
}

function withoutBracket(gazetteer: Gazetteer, whole: string, before: string, inside: string): string {
  if (scopeOf(gazetteer, inside) === "vague") return before;
  const isKnown = (name: string) => gazetteer.known(fold(name)).length > 0;
  if (endsWithCountry(gazetteer, inside)) return before.includes(",") || isKnown(before) ? whole : inside;
  const isCountry = /^[A-Z]{2}$/.test(inside) || inside.length > 3;
  if (isCountry && !before.includes(",") && countryCode(gazetteer, inside) !== null) return `${before}, ${inside}`;
  // `Oslo, NO (Town hall)`
  return endsWithCountry(gazetteer, before) && !isKnown(inside) ? before : whole;
}

/** `Oslo, NO - Town hall` and `Town hall - Oslo, NO` → `Oslo, NO`. */
function withoutHall(gazetteer: Gazetteer, text: string): string {
  const sides = text.split(/\s+[-\u2013\u2014@]\s+/);
  if (sides.length !== 2) return text;
  const [place] = sides.filter((side) => endsWithCountry(gazetteer, side));
  const [venue] = sides.filter((side) => !endsWithCountry(gazetteer, side));
  return place === undefined || venue === undefined || gazetteer.known(fold(venue)).length > 0 ? text : place;
}

/** `Oslo, NO, Europe` → `Oslo, NO`. */
function withoutContinent(gazetteer: Gazetteer, text: string): string {
  const comma = text.lastIndexOf(",");
  const isContinent = comma > 0 && scopeOf(gazetteer, text.slice(comma + 1)) === "region";
  return isContinent && endsWithCountry(gazetteer, text.slice(0, comma)) ? text.slice(0, comma) : text;
}

/** Whether a text is of several parts, the last of them a country. */
export function endsWithCountry(gazetteer: Gazetteer, text: string): boolean {
  const parts = text.split(",");
  return parts.length > 1 && countryCode(gazetteer, parts.at(-1)!.trim()) !== null;
}

/** `Various (Oslo, NO; Bergen, NO)` → `Oslo, NO; Bergen, NO`. */
export function withoutScope(gazetteer: Gazetteer, text: string): string {
  const [, before = "", inside = ""] = BRACKET.exec(text) ?? [];
  return inside.includes(";") && scopeOf(gazetteer, before) !== null ? inside : text;
}
