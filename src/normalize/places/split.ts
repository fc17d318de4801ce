import type { Mode } from "../../model/listing.ts";
import type { PrintedPlace } from "../../model/place.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { takeMode } from "./mode.ts";
import { countryCode, printedPlace } from "./printed.ts";
import { scopeOf } from "./scope.ts";
import { endsWithCountry, withoutExtras, withoutScope, withUsualSigns } from "./signs.ts";

/** A place column taken apart. */
export interface Places {
  /** Null when the column is empty; a place without a word for the mode is in person. */
  readonly mode: Mode | null;
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
const BETWEEN = /\s*(?:\/|\||\+|&|\band\b|\bor\b)\s*/;

/** `Nairobi, KE / New York, NY, US` is two places, `Bangalore/Bengaluru, IN` is one: each must have its own country. */
function atJoiners(gazetteer: Gazetteer, text: string): string[] {
  // `Copenhagen/Malmö, DK/SE`
  const [, first, second, country, other] = /^([^,/]+)\/([^,/]+), ?([A-Z]{2})\/([A-Z]{2})$/.exec(text.trim()) ?? [];
  if (other !== undefined) return [`${first}, ${country}`, `${second}, ${other}`];
  const pieces = text.split(BETWEEN);
  return pieces.length > 1 && pieces.every((piece) => endsWithCountry(gazetteer, piece)) ? pieces : [text];
}

/** `São Paulo, BR, New York, NY, US`: a country with a whole place after it ends a place. */
function atCountries(gazetteer: Gazetteer, text: string): string[] {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  for (let end = 1; end < parts.length - 2; end++) {
    const rest = parts.slice(end + 1).join(", ");
    const isCode = CODE.test(parts[end]!) ? !CODE.test(parts[end + 1]!) : parts[end]!.length > 3;
    if (isCode && countryCode(gazetteer, parts[end]!) !== null && endsWithCountry(gazetteer, rest)) {
      return [parts.slice(0, end + 1).join(", "), ...atCountries(gazetteer, rest)];
    }
  }
  return [text];
}

/** `Oslo; NO` → `Oslo, NO`, where nothing before the sign tells a country. */
function withoutSemicolon(gazetteer: Gazetteer, text: string): string {
  const [, place = "", code] = /^([^;]*[^;\s])\s*;\s*([A-Z]{2})$/.exec(text) ?? [];
  const whole = endsWithCountry(gazetteer, place) || countryCode(gazetteer, place) !== null;
  return code === undefined || whole ? text : `${place}, ${code}`;
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
  if (column.length > LONGEST) return { mode: null, places: [], parts: [] };
  const { mode, rest } = takeMode(withoutExtras(column));
  const texts = withoutScope(gazetteer, withoutSemicolon(gazetteer, rest))
    .split(";")
    .flatMap((text) => atJoiners(gazetteer, text))
    .flatMap((text) => atCountries(gazetteer, text))
    .map((text) => text.replace(/^[\s,]+|[\s,]+$/g, ""))
    .filter((text) => /[a-z0-9]/i.test(text) || /[\p{L}\p{N}]/u.test(text));
  const parts = texts.map((text) => ({ text, place: printedPlace(gazetteer, withUsualSigns(gazetteer, text)) }));
  const places = parts.map(({ place }) => place).filter((place) => namesPlace(gazetteer, place));
  return { mode: mode ?? (parts.length > 0 ? "in-person" : null), places, parts };
}
