import type { Mode } from "../../model/listing.ts";
import type { PrintedPlace } from "../../model/place.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { takeMode } from "./mode.ts";
import { countryCode, printedPlace } from "./printed.ts";

/** A place column taken apart. */
export interface Places {
  /** Null when the column is empty; a place without a word for the mode is in person. */
  readonly mode: Mode | null;
  readonly places: readonly PrintedPlace[];
  /** The text of each of `places`. */
  readonly texts: readonly string[];
}

const CODE = /^[A-Z]{2}$/;
const BETWEEN = /\s*(?:\/|\||\+|&|\band\b|\bor\b)\s*/;

function endsWithCountry(gazetteer: Gazetteer, text: string): boolean {
  const parts = text.split(",");
  return parts.length > 1 && countryCode(gazetteer, parts.at(-1)!.trim()) !== null;
}

/** `Nairobi, KE / New York, NY, US` is two places, `Bangalore/Bengaluru, IN` is one: each must have its own country. */
function atJoiners(gazetteer: Gazetteer, text: string): string[] {
  const pieces = text.split(BETWEEN);
  return pieces.length > 1 && pieces.every((piece) => endsWithCountry(gazetteer, piece)) ? pieces : [text];
}

/** `São Paulo, BR, New York, NY, US`: a country with a whole place after it ends a place. */
function atCountries(gazetteer: Gazetteer, text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  for (let end = 1; end < parts.length - 2; end++) {
    const rest = parts.slice(end + 1).join(", ");
    const isCode = CODE.test(parts[end]!) ? !CODE.test(parts[end + 1]!) : parts[end]!.length > 3;
    if (isCode && countryCode(gazetteer, parts[end]!) !== null && endsWithCountry(gazetteer, rest)) {
      return [parts.slice(0, end + 1).join(", "), ...atCountries(gazetteer, rest)];
    }
  }
  return [text];
}

/** No place column is longer; what is longer is no place. */
const LONGEST = 500;

function split(gazetteer: Gazetteer, column: string): Places {
  if (column.length > LONGEST) return { mode: null, places: [], texts: [] };
  const { mode, rest } = takeMode(column);
  const texts = rest
    .split(";")
    .flatMap((text) => atJoiners(gazetteer, text))
    .flatMap((text) => atCountries(gazetteer, text))
    .map((text) => text.replace(/^[\s,]+|[\s,]+$/g, ""))
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  const places = texts.map((text) => printedPlace(gazetteer, text));
  return { mode: mode ?? (texts.length > 0 ? "in-person" : null), places, texts };
}

/**
 * A place column as printed, `Hybrid - Virtual and In-Person (München/Munich, DE)`, as mode and places. `Virtual` alone
 * has no places, nor has a text of more than 500 characters; two spellings of one city stay one place; a country is its alpha-2 code.
 */
export function splitPlaces(gazetteer: Gazetteer, column: string): Places {
  const key = `column ${column}`;
  const kept = gazetteer.kept.get(key);
  if (kept) return kept as Places;
  const places = split(gazetteer, column);
  gazetteer.kept.set(key, places);
  return places;
}
