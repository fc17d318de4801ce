import type { LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { once } from "../model/once.ts";
import { type Cadence, cadenceOf } from "./cadence.ts";
import { type PlaceEver, placesEver } from "./places-ever.ts";

/** A group as its feed tells of it. */
export interface KnownGroup {
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  /** The newest issue that listed it. */
  readonly lastSeen: LocalDate;
  /** How often it meets; null where too few meetings tell. */
  readonly cadence: Cadence | null;
}

/** What was ever listed: what queries may name, and what feeds there are. Nothing once known is ever dropped. */
export interface Known {
  places(): readonly PlaceEver[];
  groups(): readonly KnownGroup[];
}

/** What `data` knows, each part gathered when it is first asked for. */
export function knownOf(data: DataSet): Known {
  return { places: once(() => placesEver(data.events)), groups: once(() => groupsOf(data)) };
}

function groupsOf({ groups, events, newestIssue }: DataSet): readonly KnownGroup[] {
  const days = once(() => daysByGroup(events));
  return groups.map(({ slug, name, url, lastSeen }) => ({
    slug,
    name,
    url,
    lastSeen,
    get cadence() {
      return cadenceOf(days().get(slug) ?? [], newestIssue ?? lastSeen);
    },
  }));
}

/** The days on which each group's events begin that were not cancelled. */
function daysByGroup(events: readonly EventRecord[]): ReadonlyMap<string, readonly LocalDate[]> {
  const days = new Map<string, LocalDate[]>();
  for (const { groups, start, status } of events) {
    if (status === "cancelled") continue;
    for (const { slug } of groups) {
      const known = days.get(slug);
      if (known === undefined) days.set(slug, [start]);
      else known.push(start);
    }
  }
  return days;
}
