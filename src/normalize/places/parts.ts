import { fold } from "./fold.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { areasBehindCity, countryCode } from "./names.ts";

/** A country's or an area's name has at most so many words where no comma stands before it. */
const MOST_WORDS = 3;

/** The parts between commas; `MN US` and `Roma Italy` count as two, `Bangalore, IN,` has no third. */
export function partsOf(gazetteer: Gazetteer, text: string): readonly string[] {
  const parts = text.split(",").flatMap((part) => part.trim() || []);
  const last = parts.at(-1);
  return last === undefined ? [] : [...parts.slice(0, -1), ...splitLast(gazetteer, last, parts.length === 1)];
}

/** `Tulsa OK US` → `Tulsa`, `OK`, `US`; `alone` where no other part stands before it. */
function splitLast(gazetteer: Gazetteer, last: string, alone: boolean): readonly string[] {
  const words = last.split(" ");
  const folded = fold(last);
  if (words.length === 1 || countryCode(gazetteer, last) !== null || gazetteer.areasNamed(folded).length > 0)
    return [last];
  if (alone && (gazetteer.known(folded).length > 0 || gazetteer.alias(folded))) return [last];
  for (let length = Math.min(MOST_WORDS, words.length - 1); length > 0; length--) {
    const tail = words.slice(-length).join(" ");
    const isCode = /^[A-Z]{2,3}$/.test(tail);
    const isCountry = (isCode || tail.length > 3) && countryCode(gazetteer, tail) !== null;
    if (isCountry || (isCode && areasBehindCity(gazetteer, tail).length > 0))
      return [...splitLast(gazetteer, words.slice(0, -length).join(" "), false), tail];
  }
  return [last];
}

/** Parts with a number are streets and houses, but for the last one. */
export function withoutStreets(parts: readonly string[]): readonly string[] {
  return parts.filter((part, index) => index === parts.length - 1 || !/\d/.test(part));
}
