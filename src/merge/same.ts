import type { EventGroup } from "../model/listing.ts";
import type { Place } from "../model/place.ts";

/** Whether two lists are equal, item by item. */
export function sameLists<Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!same(a[at]!, b[at]!)) return false;
  return true;
}

export function sameGroup(a: EventGroup, b: EventGroup): boolean {
  return a.slug === b.slug && a.name === b.name && a.url === b.url;
}

/** By its names: wherever they were found on the map. */
export function samePlace(a: Place, b: Place): boolean {
  return a.city === b.city && a.area === b.area && a.country === b.country;
}
