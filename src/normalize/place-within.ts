import { STATUS_WORD } from "../model/status.ts";

type IsPlace = (text: string) => boolean;

/** A full stop between parts, not that of `St. Louis`. */
export const FULL_STOP = /(?<!\b(?:St|Ste|Mt|Ft))\.\s+/;
const PARTS = new RegExp(String.raw`\s+[-–—]\s+|${FULL_STOP.source}`);
/** `Fjord Days (Oslo)`, `A meetup in Oslo (Norway)`. */
const LAST_BRACKET = /^(.+?) ?\(([^()]{3,40})\)[!.]?$/s;
/** No place, wherever it stands: `Fjord Rust (online)`, `Boats - postponed`. */
const NO_PLACE = new RegExp(String.raw`\b(?:online|virtual|remote|hybrid)\b|^${STATUS_WORD}$`, "i");
/** Towns whose names are words of titles: `Rust Study Group - Reading`, `Rocket and Phoenix`. */
const OTHER_SENSE = /^(?:reading|nice|mobile|phoenix|tokio|split|bath|orange|normal|enterprise|georgia|jordan|chad)$/i;
/** The town's name has at most so many words: `Salt Lake City`. */
const TOWN_WORDS = 4;
/** `, North Carolina, United States`: what is longer is no area and no country. */
const LONGEST_WITHIN = 32;

/**
 * The place that stands within a title, or behind it; null when there is none.
 *
 *     RustFest 2017 - Kyiv, Ukraine        Triangle Rustaceans - Durham, NC - Hack Night        a part of its own
 *     Fjord Days - Oslo        Fjord Days (Oslo)        Fjord Days 2017, Oslo                   the last part
 *     Fjord Days Oslo, Norway - Boats        A meetup in Oslo / Norway                          the end of a part
 */
export function placeWithin(text: string, isPlace: IsPlace): string | null {
  const parts = text.split(PARTS).map(withoutFullStop);
  const others = parts.slice(1);
  const names = (part: string) => part.length < 60 && !NO_PLACE.test(part) && !OTHER_SENSE.test(part) && isPlace(part);
  const own = others.find((part) => /^[^,]+,[^,]+(?:,[^,]+)?$/.test(part) && names(part));
  if (own !== undefined) return own;
  const last = parts.at(-1) ?? "";
  if (others.length > 0 && names(last)) return last;
  const [, before = "", bracket] = LAST_BRACKET.exec(text) ?? [];
  if (bracket !== undefined && names(bracket)) return townAtEnd(`${before}, ${bracket}`, names) ?? bracket;
  for (const part of parts) {
    const town = townAtEnd(part, names);
    if (town !== null) return town;
  }
  // A town alone may be one of several words: `Rocket, Actix`.
  const behind = /^[^,]*\b20\d\d, ?([^,]+)$/.exec(last)?.[1] ?? /, ?([^,]+(?: [A-Z]{2}|\/[^,/]+))$/.exec(last)?.[1];
  return behind !== undefined && names(behind) ? behind : null;
}

/** `Fjord Days Oslo, Norway`, `Hack night, Oslo, Norway` → `Oslo, Norway`: a town that is known by itself, and what it lies in. */
function townAtEnd(part: string, isPlace: IsPlace): string | null {
  const signs = [...part.matchAll(/, ?| \/ /g)].map(({ index }) => index);
  for (const sign of signs.slice(-2)) {
    if (part.length - sign > LONGEST_WITHIN) continue;
    const before = part.slice(0, sign);
    const words = before
      .slice(before.lastIndexOf(",") + 1)
      .trimStart()
      .split(" ");
    for (let length = Math.min(TOWN_WORDS, words.length); length > 0; length--) {
      const town = words.slice(-length).join(" ");
      if (town === part.slice(0, sign) || !/^\p{Lu}/u.test(town)) continue;
      const place = town + part.slice(sign);
      if (isPlace(town) && isPlace(place)) return place;
    }
  }
  return null;
}

/** Without the last full stop; `etc...` and `Inc.` inside stay. */
export function withoutFullStop(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(".") && !trimmed.endsWith("..") ? trimmed.slice(0, -1) : trimmed;
}
