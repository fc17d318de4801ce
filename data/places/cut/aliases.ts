import type { AliasTarget } from "../../../src/normalize/places/data.ts";
import { fold } from "../../../src/normalize/places/fold.ts";
import { readTable } from "./source.ts";

/** `aliases.tsv` by the folded text as printed; every line must give its reason. */
export function aliases(): Record<string, AliasTarget> {
  const rows = readTable("aliases.tsv").map(({ printed, city, area, country, timeZone, reason }) => {
    if (!reason) throw new Error(`aliases.tsv: "${printed}" has no reason`);
    const target = { city: city || null, area: area || null, country: country || null, timeZone: timeZone || null };
    return [fold(printed!), target] as const;
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}
