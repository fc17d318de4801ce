import { ZONES } from "../model/clocks.ts";

const BY_KEY: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [keyOf(zone), zone]));

/** The IANA time zone with this name in any case; spaces match `_` and `+`: `america/new york`. */
export function zoneNamed(text: string): string | undefined {
  return BY_KEY.get(keyOf(text));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[_+]/g, " ");
}
