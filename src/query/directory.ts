import type { LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { once } from "../model/once.ts";
import { type Cadence, cadenceOf } from "./cadence.ts";
import { type ListedPlace, listedPlaces } from "./listed-places.ts";

/** A group, for its feed. */
export interface ListedGroup {
  readonly slug: string;
  /** Other slugs that refer to it. */
  readonly aliases?: readonly string[];
  /** The most frequent name in its last five events, so that one unusual listing does not rename its calendar. */
  readonly name: string;
  readonly url: string | null;
  /** Date of the newest issue that listed it. */
  readonly lastSeen: LocalDate;
  /** How often it meets; null if too few meetings are known. */
  readonly cadence: Cadence | null;
}

/** All places and groups that were ever listed: the values of queries, and the feeds. Entries are never removed. */
export interface Directory {
  places(): readonly ListedPlace[];
  groups(): readonly ListedGroup[];
}

/** The directory of `data`; each part is computed on first use. */
export function directoryOf(data: DataSet): Directory {
  return { places: once(() => listedPlaces(data.events)), groups: once(() => groupsOf(data)) };
}

/** Number of events that determine a group's name; after three events, a renamed group has its new name. */
const NAMING = 5;

function groupsOf({ groups, events, newestIssue }: DataSet): readonly ListedGroup[] {
  const meetings = once(() => meetingsByGroup(events));
  return groups.map(({ slug, aliases, name, url, lastSeen }) => ({
    slug,
    ...(aliases === undefined ? {} : { aliases }),
    url,
    lastSeen,
    get name() {
      return commonest(meetings().get(slug)?.names.slice(-NAMING) ?? [], name);
    },
    get cadence() {
      return cadenceOf(meetings().get(slug)?.days ?? [], newestIssue ?? lastSeen);
    },
  }));
}

/** The events of a group, in order. */
interface Meetings {
  /** Start days of events that were not cancelled. */
  readonly days: LocalDate[];
  /** The group's name in each event. */
  readonly names: string[];
}

function meetingsByGroup(events: readonly EventRecord[]): ReadonlyMap<string, Meetings> {
  const meetings = new Map<string, Meetings>();
  for (const { groups, start, status } of events) {
    for (const { slug, name } of groups) {
      const meeting = meetings.get(slug) ?? { days: [], names: [] };
      meeting.names.push(name);
      if (status !== "cancelled") meeting.days.push(start);
      meetings.set(slug, meeting);
    }
  }
  return meetings;
}

/** The most frequent of `texts`; if there are several, `preferred` if it is one of them, otherwise the last. */
function commonest(texts: readonly string[], preferred: string): string {
  const times = (text: string) => texts.filter((other) => other === text).length;
  const most = Math.max(0, ...texts.map(times));
  return times(preferred) === most ? preferred : texts.findLast((text) => times(text) === most)!;
}
