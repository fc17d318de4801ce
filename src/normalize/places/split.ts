import type { Mode } from "../../model/listing.ts";
import type { PrintedPlace } from "../../model/place.ts";
import { rewrite } from "../rewrite.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { takeMode, tidy } from "./mode.ts";
import { areasBehindCity, countryCode, endsWithCountry } from "./names.ts";
import { printedPlace } from "./printed.ts";
import { LIST_REWRITES, PLACE_REWRITES } from "./rewrites.ts";
import { scopeOf } from "./scope.ts";

/** A place column taken apart. */
export interface Places {
  /** Null when the column is empty; a place without a word for the mode is in person. */
  readonly mode: Mode | null;
  /** The mode that a word says; null when there is none. */
  readonly said: Mode | null;
  /** What names a place: `Europe` and `Various` do not. */
  readonly places: readonly PrintedPlace[];
  /** Every text that stands where a place should, with what it was read as. */
  readonly parts: readonly PlaceText[];
}

export interface PlaceText {
  readonly text: string;
  readonly place: PrintedPlace;
}

const CODE = /^[A-Z]{2}$/;
const LIKE_CODE = /^(?:[A-Z]{1,3}|[A-Za-z]{2})$/;
/** `Sydney, NSW AU`, `Bergen, N`: a country's code, perhaps with a typo. */
const SHORT_LAST = /,(?:\s*|[^,]* )\S{1,3}$/;
const BETWEEN = /\s*(?:\/|\||\+|&|\band\b|\bor\b)\s*/;

/**
 * `Nairobi, KE / New York, NY, US` is two places, `Bangalore/Bengaluru, IN` is one: one before the last must have its own
 * country, or each a comma; a typo in one costs no other.
 */
function atJoiners(gazetteer: Gazetteer, text: string): readonly string[] {
  const pieces = text.split(BETWEEN);
  const last = text.slice(text.lastIndexOf(",") + 1).trim();
  // `Port of Spain, Trinidad and Tobago`
  if (BETWEEN.test(last) && countryCode(gazetteer, last) !== null) return [text];
  const hasCountry = pieces.slice(0, -1).some((piece) => endsWithCountry(gazetteer, piece));
  return hasCountry || pieces.every((piece) => piece.includes(",")) ? pieces : [text];
}

/**
 * `São Paulo, BR, New York, NY, US`: a country with a whole place after it ends a place, and so does a code that is none,
 * nor that of an area: `Oslo, N, New York, NY, US`.
 */
function atCountries(gazetteer: Gazetteer, text: string): readonly string[] {
  const parts = text.split(",").flatMap((part) => part.trim() || []);
  for (let end = 1; end < parts.length - 2; end++) {
    const part = parts[end]!;
    const rest = parts.slice(end + 1).join(", ");
    const mayEnd = CODE.test(part) ? !CODE.test(parts[end + 1]!) : part.length > 3;
    const isCountry = mayEnd && countryCode(gazetteer, part) !== null;
    const isTypo =
      LIKE_CODE.test(part) && !LIKE_CODE.test(parts[end + 1]!) && areasBehindCity(gazetteer, part).length === 0;
    if ((isCountry || isTypo) && (endsWithCountry(gazetteer, rest) || SHORT_LAST.test(rest))) {
      return [parts.slice(0, end + 1).join(", "), ...atCountries(gazetteer, rest)];
    }
  }
  return [text];
}

/** `Europe`, `Various cities` and `PDT Timezone` stand where a place should and name none. */
function namesPlace(gazetteer: Gazetteer, { city, area, country }: PrintedPlace): boolean {
  if (city !== null || country !== null || area === null) return true;
  return scopeOf(gazetteer, area) === null && gazetteer.alias(fold(area))?.city !== null;
}

/** No place column is longer; what is longer is no place. */
const LONGEST = 500;

/**
 * A place column as printed, `Hybrid - Virtual and In-Person (München/Munich, DE)`, as mode and places. `Virtual` alone
 * has no places, nor has a text of more than 500 characters; two spellings of one city stay one place; a country is its alpha-2 code.
 */
export function splitPlaces(gazetteer: Gazetteer, column: string): Places {
  if (column.length > LONGEST) return { mode: null, said: null, places: [], parts: [] };
  const { trace } = gazetteer;
  const { mode: said, rest } = takeMode(column, trace);
  const parts = rewrite(LIST_REWRITES, rest, trace, gazetteer)
    .split(";")
    .flatMap((text) => atJoiners(gazetteer, text))
    .flatMap((text) => atCountries(gazetteer, text))
    .map((text) => tidy(text, trace))
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ text, place: printedPlace(gazetteer, rewrite(PLACE_REWRITES, text, trace, gazetteer)) }));
  const places = parts.map(({ place }) => place).filter((place) => namesPlace(gazetteer, place));
  return { mode: said ?? (parts.length > 0 ? "in-person" : null), said, places, parts };
}
