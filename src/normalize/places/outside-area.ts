import type { ResolvedPlace } from "../../model/place.ts";
import { kilometres } from "./candidates.ts";
import { cityForms } from "./forms.ts";
import type { Named } from "./gazetteer.ts";
import { onMap } from "./on-map.ts";
import type { Area, City } from "./rows.ts";
import type { Sought } from "./sought.ts";

/** Kilometres from the middle of an area within which its neighbours' cities lie. */
const NEIGHBOUR = 350;
/** Thousands of people from which on a city is known beyond its area. */
const NOTED = 100;

/** A city that an editor may put in this area by mistake: close to it, of the same zone, and no small one. */
export function isNeighbour(city: City, area: Area): boolean {
  const noted = city.printed || city.people >= NOTED;
  return noted && city.timeZone === area.timeZone && kilometres(city, area) <= NEIGHBOUR;
}

/** A city in the country of the first printed area, which is not in that area; `meant` chooses it among those of its name. */
export function outsideArea(
  { gazetteer, city, areas: [area] }: Sought,
  meant: (found: readonly Named[], area: Area) => City | undefined,
  how: string,
): ResolvedPlace | null {
  if (area === undefined || city === "") return null;
  for (const { name } of cityForms(gazetteer, city)) {
    const found = meant(gazetteer.country(area.country)!.find(name), area);
    if (found) return onMap.city(found, how);
  }
  return null;
}
