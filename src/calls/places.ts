import type { Mode } from "../model/listing.ts";
import type { PrintedPlace, ResolvedPlace } from "../model/place.ts";
import { placeReader } from "../normalize/column.ts";
import type { Column } from "../normalize/listing.ts";
import type { Gazetteer } from "../normalize/places/gazetteer.ts";
import { placeDoubt } from "../normalize/places/resolve.ts";

/** Where a conference is, as its call says. */
export interface Whereabouts {
  readonly mode: Mode | null;
  readonly places: readonly PrintedPlace[];
  readonly resolved: readonly ResolvedPlace[];
  /** Whether one of the places was not found. */
  readonly unknown: boolean;
}

export interface CallPlaces {
  /** Whether a text is a place, or says how to attend. */
  isPlace(text: string): boolean;
  at(text: string): Whereabouts;
}

const COUNTRY_FIRST = /^([^,]+), ([^,]+)$/;
/** The first of three parts, `Some Hall, Berlin, Germany`. */
const VENUE = /^[^,]+, (?=[^,]+, [^,]+$)/;
const JOINED = /\s*(?:[+&/|;]|\band\b)\s*/i;

/** Reads the places of calls with this gazetteer. */
export function callPlaces(gazetteer: Gazetteer): CallPlaces {
  const { column, isPlace } = placeReader(gazetteer);
  const at = (text: string): Column => {
    const read = column(text);
    if (!isUnknown(read)) return read;
    const turned = text.split(JOINED).map((part) => cityFirst(part, column));
    const others = [turned.join(" & "), text.replace(VENUE, "")].filter((other) => other !== text).map(column);
    return others.find((other) => !isUnknown(other) && other.resolved.every(({ city }) => city !== null)) ?? read;
  };
  return {
    isPlace: (text) => {
      if (isPlace(text)) return true;
      const { said, resolved } = at(text);
      return resolved.length === 0
        ? said !== null
        : resolved.every(({ how }) => placeDoubt(how) === null && how !== "none");
    },
    at(text) {
      const { mode, said, places, resolved } = at(text);
      return {
        mode: places.length === 0 ? said : mode,
        places,
        resolved,
        unknown: resolved.some(({ how }) => placeDoubt(how) === "place-unknown"),
      };
    },
  };
}

/** `Ukraine, Kyiv` → `Kyiv, Ukraine`. */
function cityFirst(text: string, column: (text: string) => Column): string {
  const [, first, second] = COUNTRY_FIRST.exec(text) ?? [];
  if (first === undefined || second === undefined) return text;
  const { places } = column(first);
  return places.length === 1 && places[0]!.city === null && places[0]!.country !== null ? `${second}, ${first}` : text;
}

function isUnknown({ resolved }: Column): boolean {
  return resolved.some(({ how }) => placeDoubt(how) === "place-unknown");
}
