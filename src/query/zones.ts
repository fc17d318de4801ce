import { ZONES } from "../model/clocks.ts";

const BY_KEY: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [keyOf(zone), zone]));

/** The IANA zone of a name in any case, with spaces for its lines or, as forms send it, for its plus: `america/new york`. */
export function zoneNamed(text: string): string | undefined {
  return BY_KEY.get(keyOf(text));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[_+]/g, " ");
}
