import { isAnnounced } from "../model/announced.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { CanonicalLink, KnownListing } from "../model/listing.ts";
import { meetupGroupOf } from "../model/meetup.ts";
import { once } from "../model/once.ts";
import { type Candidate, CROWD, type LinkOf, type Traits } from "./candidate.ts";
import type { ConferenceOf } from "./conference.ts";
import type { Crowd } from "./crowd.ts";
import { type MergeState, onDay, withLink } from "./state.ts";
import { squashedTitle } from "./titles.ts";

/** A listing on its way to an event. */
export interface Arrival {
  readonly listing: KnownListing;
  readonly traits: Traits;
  /** Canonical key of its link, null without one. */
  readonly key: string | null;
  /** Its date, null when there is none to be trusted. */
  readonly day: LocalDate | null;
}

/** What is known while one issue is taken in. */
export interface Known {
  readonly issue: LocalDate;
  readonly linkOf: LinkOf;
  readonly conferenceOf: ConferenceOf;
  withLink(key: string): Crowd;
  onDay(day: LocalDate): Crowd;
  /** Events of that title still ahead that were listed until now, and are not in this issue by any rule so far. */
  gone(title: string): readonly Candidate[];
  /** Events of that title that can still change. */
  titled(title: string): readonly Candidate[];
  /** Events that only calls for papers have printed so far. */
  announced(): readonly Candidate[];
  /** Events whose page is that, or one of that Meetup group. */
  owners(place: string): readonly Candidate[];
  /** Events of long ago that were listed with the page. */
  before(key: string): readonly EventRecord[];
  /** Listings of this issue on that day. */
  rows(day: LocalDate): readonly Arrival[];
  /** Listings of this issue with that link. */
  printed(key: string): readonly Arrival[];
  /** How many listings of this issue print the link on that day. */
  prints(key: string, day: LocalDate): number;
  /** Whether another listing of this issue bears one of the titles on that day. */
  names(titles: readonly string[], day: LocalDate, except: Arrival): boolean;
}

/** `arrivals` are all listings of the issue of that day, which is being taken into the state. */
export function knowledge(state: MergeState, issue: LocalDate, arrivals: readonly Arrival[]): Known {
  const gone = once(() =>
    Map.groupBy(
      [...state.open].filter(({ taken, end, record }) => !taken && end >= issue && record.state !== "unlisted"),
      ({ record }) => record.title,
    ),
  );
  const titled = once(() => Map.groupBy(state.live, ({ record }) => squashedTitle(record.title)));
  const announced = once(() => state.live.filter(({ record }) => isAnnounced(record)).slice(0, CROWD));
  const owners = once(() => Map.groupBy(state.live, ({ record }) => placeOf(state.linkOf(record.url))));
  const rows = once(() => Map.groupBy(arrivals, ({ day }) => day ?? ""));
  const printed = once(() => Map.groupBy(arrivals, ({ key }) => key ?? ""));
  const dated = arrivals.filter(({ day }) => day !== null);
  const prints = once(() => tally(dated.map(({ key, day }) => `${day}\n${key}`)));
  const named = ({ day, listing }: Arrival) => `${day}\n${squashedTitle(listing.title)}`;
  const names = once(() => tally(dated.map(named)));
  return {
    issue,
    linkOf: state.linkOf,
    conferenceOf: state.conferenceOf,
    withLink: (key) => withLink(state, key),
    onDay: (day) => onDay(state, day),
    gone: (title) => gone().get(title)?.slice(0, CROWD) ?? [],
    titled: (title) => titled().get(squashedTitle(title))?.slice(0, CROWD) ?? [],
    announced,
    owners: (place) => owners().get(place)?.slice(0, CROWD) ?? [],
    before: (key) => state.archived.withPage(key).slice(0, CROWD),
    rows: (day) => rows().get(day)?.slice(0, CROWD) ?? [],
    printed: (key) => printed().get(key)?.slice(0, CROWD) ?? [],
    prints: (key, day) => prints().get(`${day}\n${key}`) ?? 0,
    names: (titles, day, except) =>
      titles.some((title) => {
        const name = `${day}\n${squashedTitle(title)}`;
        return (names().get(name) ?? 0) > Number(named(except) === name);
      }),
  };
}

/** The Meetup group of a page; of any other page itself. */
function placeOf(link: CanonicalLink | null): string {
  return link === null ? "" : (meetupGroupOf(link.key) ?? link.key);
}

/** How often each of the texts is there. */
function tally(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}
