import type { LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { once } from "../model/once.ts";
import { type Cadence, cadenceOf } from "./cadence.ts";
import { type ListedPlace, listedPlaces } from "./listed-places.ts";

/** A group as its feed tells of it. */
export interface ListedGroup {
  readonly slug: string;
  /** Further slugs that mean it. */
  readonly aliases?: readonly string[];
  /** What most of its last five events call it, so that one odd listing renames no calendar; the newest where several are as common. */
  readonly name: string;
  readonly url: string | null;
  /** The newest issue that listed it. */
  readonly lastSeen: LocalDate;
  /** How often it meets; null where too few meetings tell. */
  readonly cadence: Cadence | null;
}

/** What was ever listed: what queries may name, and what feeds there are. Nothing once known is ever dropped. */
export interface Directory {
  places(): readonly ListedPlace[];
  groups(): readonly ListedGroup[];
}

/** What `data` knows, each part gathered when it is first asked for. */
export function directoryOf(data: DataSet): Directory {
  return { places: once(() => listedPlaces(data.events)), groups: once(() => groupsOf(data)) };
}

/** Of how many of a group's events the name tells: a renamed group has its new one after three. */
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

/** What a group's events tell of it, in their order. */
interface Meetings {
  /** On which those begin that were not cancelled. */
  readonly days: LocalDate[];
  /** The group's name as each prints it. */
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

/** The text that `texts` holds most often: `preferred` where it is one of several, else the last of them. */
function commonest(texts: readonly string[], preferred: string): string {
  const times = (text: string) => texts.filter((other) => other === text).length;
  const most = Math.max(0, ...texts.map(times));
  return times(preferred) === most ? preferred : texts.findLast((text) => times(text) === most)!;
}
