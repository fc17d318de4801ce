import type { Gazetteer } from "./gazetteer.ts";
import { countryCode } from "./printed.ts";
import { scopeOf } from "./scope.ts";

const PICTURES = /[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf]|[\ufe0f\u200d]/g;
const END = "(?=[A-Z]{2}$)";
/** What an editor may type for the comma before a country's code: `Oslo. NO`, `Oslo - NO`, `Salem, OR. US`. */
const FOR_COMMA = new RegExp(String.raw`(?<=[a-z\u00df-\u024f]|\b[A-Z]{2})(?:\. ?|\s+[-\u2013\u2014]\s+)${END}`);
const BRACKET = /^([^()]*[^()\s]) ?\(([^()]+)\)$/;
/** `0150 Oslo, NO`, `Salem, OR 97301, US`: a postal code beside the last part before the country. */
const POSTAL = /(^|,\s*)\d{4,6} (?=\p{L}[^,]*, ?[^,]+$)|(?<=\b[A-Z]{2}) \d{5}(?=, ?[^,]+$)/u;

/** A place column without pictures: `📍 Oslo, NO 🇳🇴` → `Oslo, NO`. */
export function withoutPictures(column: string): string {
  return /[\u2600-\ufe0f]/.test(column) ? column.replace(PICTURES, " ").trim() : column;
}

/** A place with the signs that stand between its parts as a rule: `Oslo (NO)` → `Oslo, NO`, `Oslo, NO (TBC)` → `Oslo, NO`. */
export function withUsualSigns(gazetteer: Gazetteer, text: string): string {
  const [, before, inside] = BRACKET.exec(text) ?? [];
  if (before !== undefined && inside !== undefined) {
    if (scopeOf(gazetteer, inside) === "vague") return before;
    if (scopeOf(gazetteer, before) === "vague" && inside.includes(",")) return inside;
    const isCountry = /^[A-Z]{2}$/.test(inside) || inside.length > 3;
    if (isCountry && !before.includes(",") && countryCode(gazetteer, inside) !== null) return `${before}, ${inside}`;
  }
  return text.replace(FOR_COMMA, ", ").replace(POSTAL, "$1");
}
