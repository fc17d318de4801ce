import { memo } from "../model/memo.ts";
import type { Column, PlaceReader } from "./listing.ts";
import type { Gazetteer } from "./places/gazetteer.ts";
import { looksLikePlace } from "./places/looks.ts";
import { isCertain, resolvePlaces } from "./places/resolve.ts";
import { splitPlaces } from "./places/split.ts";
import { withoutStatus } from "./status.ts";

/** How places are read with this gazetteer: each text once. */
export function placeReader(gazetteer: Gazetteer): PlaceReader {
  const column = memo((printed: string) => columnOf(gazetteer, printed));
  return {
    column,
    isPlace: memo((text) => looksLikePlace(gazetteer, text) !== null),
    isMisspelt(text) {
      if (!/^\p{L}[\p{L}. -]{3,30}(?:(?:, ?| ?\/ ?)\p{L}[\p{L} ]+)?$/u.test(text)) return false;
      const [city, other] = column(text).resolved;
      return other === undefined && city?.how === "typo" && city.precision === "city";
    },
  };
}

function columnOf(gazetteer: Gazetteer, printed: string): Column {
  const { mode, said, places } = splitPlaces(gazetteer, withoutStatus(printed));
  const resolved = places.flatMap((place) => resolvePlaces(gazetteer, place));
  return {
    mode,
    said,
    places,
    resolved,
    certain: resolved.every(({ how }) => isCertain(how)),
  };
}
