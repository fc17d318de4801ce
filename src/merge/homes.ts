import type { EventRecord } from "../model/event.ts";

/** Share of a group's events that must lie in one zone for it to be the group's home. */
const NEARLY_ALL = 0.9;
const ENOUGH = 2;

/** Zones of the places where groups meet. It has one owner, who changes it. */
export interface Homes {
  readonly counts: Map<string, Map<string, number>>;
  /** The zone of a group's home; null when it has none, or has met too seldom to tell. */
  zoneOf(slug: string): string | null;
}

export function homesOf(events: Iterable<EventRecord>): Homes {
  const counts = new Map<string, Map<string, number>>();
  const homes: Homes = { counts, zoneOf: (slug) => prevailing(counts.get(slug)) };
  for (const event of events) move(homes, null, event);
  return homes;
}

/** Counts `now` in the place of `old`. */
export function move(homes: Homes, old: EventRecord | null, now: EventRecord): void {
  if (old !== null) count(homes, old, -1);
  count(homes, now, 1);
}

/** An event without a place of its own says nothing of where its group is at home. */
function count({ counts }: Homes, { groups, places, timeZone }: EventRecord, by: 1 | -1): void {
  if (places.length === 0 || timeZone === null) return;
  for (const { slug } of groups) {
    const zones = counts.get(slug) ?? new Map<string, number>();
    zones.set(timeZone, (zones.get(timeZone) ?? 0) + by);
    counts.set(slug, zones);
  }
}

function prevailing(zones: ReadonlyMap<string, number> | undefined): string | null {
  let [all, most, found]: [number, number, string | null] = [0, 0, null];
  for (const [zone, events] of zones ?? []) {
    all += events;
    if (events > most) [most, found] = [events, zone];
  }
  return most >= ENOUGH && most >= NEARLY_ALL * all ? found : null;
}
