import type { PrintedPlace, ResolvedPlace } from "../../model/place.ts";
import { NO_TRACE } from "../../model/trace.ts";
import { rewrite } from "../rewrite.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { cityAnywhere } from "./lookup.ts";
import { printedPlace } from "./printed.ts";
import { placeDoubt, resolvePlaces } from "./resolve.ts";
import { NAME_REWRITES } from "./rewrites.ts";
import { scopeOf } from "./scope.ts";

/** Thousands of people from which on a city needs no country beside it; a city printed before never does. */
const GREAT = 200;
/** Words of titles and of groups, never of places. */
const TITLE =
  /\b(?:rust\w*|meet-?ups?|hack\w*|workshops?|conf\w*|talks?|group|society|community|team|meeting|day|days|night|intro|with)\b/i;
const NAME = /^[\p{Lu}\p{N}'’][^()]*(?:\([^(),]*\)[^()]*)?$/u;
/** `Dallas, TX, S`: a typo in the country behind an area. */
const TWO_CODES = /, ?[A-Z]{2,3}, ?[A-Z]{1,3}$/;
const COUNTRY_CODE = /(?:^|[\s,])[A-Z]{2,3}$/;

/** A country's code alone: only of countries that the newsletter has been to, and no common abbreviation. */
function isCodeOfCountry(gazetteer: Gazetteer, text: string): boolean {
  return text !== "IT" && gazetteer.country(text)?.visited === true;
}

function isKnownCity(gazetteer: Gazetteer, text: string): boolean {
  const city = cityAnywhere(gazetteer, text)?.city;
  return city !== undefined && (city.printed || city.people >= GREAT);
}

function trusted(text: string, printed: PrintedPlace, resolved: ResolvedPlace): boolean {
  const doubt = placeDoubt(resolved.how);
  if (resolved.how === "alias" || (resolved.how === "area-ignored" && TWO_CODES.test(text))) return true;
  if (printed.country !== null) return doubt === null || COUNTRY_CODE.test(text);
  if (printed.city !== null) return doubt === null && (resolved.precision === "city" || COUNTRY_CODE.test(text));
  return resolved.precision === "area" && !COUNTRY_CODE.test(text);
}

/**
 * The place that a text is, or null when it may be anything else: `City, CC`, `City, ST, CC`, `City, Country`,
 * a country, a large city alone, `Various cities`. For lines in which nothing else tells the place from the title:
 * `Madrid, ES - Title`.
 */
export function looksLikePlace(gazetteer: Gazetteer, text: string): PrintedPlace | null {
  const whole = rewrite(NAME_REWRITES, text.trim(), NO_TRACE, gazetteer);
  if (whole.length > 60 || !NAME.test(whole) || /[#:?!"@[\]{}|…]/.test(whole) || TITLE.test(whole)) return null;
  const parts = whole.split(",").length;
  const isCode = /^[A-Z]{2}$/.test(whole);
  if (isCode && !isCodeOfCountry(gazetteer, whole)) return null;
  if (/\d/.test(whole) && parts < 3) return null;
  if (parts > 5 || whole.split(/\s+/).length > parts + 5) return null;
  const printed = printedPlace(gazetteer, whole);
  if (isCode) return printed;
  if (scopeOf(gazetteer, whole)) return printed;
  // `RustFjord - Oslo, NO`: what an event is called, and where.
  if (/\s[-–—]\s/.test(whole)) return null;
  const bare = printed.city !== null && printed.area === null && printed.country === null;
  if (bare && !isKnownCity(gazetteer, whole) && !gazetteer.alias(fold(whole))) return null;
  return resolvePlaces(gazetteer, printed).every((resolved) => trusted(whole, printed, resolved)) ? printed : null;
}
