import type { LocalDate } from "../model/date.ts";
import type { KnownListing } from "../model/listing.ts";
import type { Candidate, LinkOf, Traits } from "./candidate.ts";
import { type MergeState, onDay, withLink } from "./state.ts";
import { alikeness } from "./titles.ts";

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
  withLink(key: string): readonly Candidate[];
  onDay(day: LocalDate): readonly Candidate[];
  /** Events still ahead that were listed until now, and are not in this issue by any rule so far. */
  gone(): readonly Candidate[];
  /** How many listings of this issue print the link on that day. */
  prints(key: string, day: LocalDate): number;
  /** Whether another listing of this issue bears one of the titles on that day. */
  names(titles: readonly string[], day: LocalDate, except: Arrival): boolean;
}

/** `arrivals` are all listings of the issue of that day, which is being taken into the state. */
export function knowledge(state: MergeState, issue: LocalDate, arrivals: readonly Arrival[]): Known {
  let gone: readonly Candidate[] | null = null;
  return {
    issue,
    linkOf: state.linkOf,
    withLink: (key) => withLink(state, key),
    onDay: (day) => onDay(state, day),
    gone: () => {
      gone ??= [...state.open].filter(
        ({ taken, end, record }) => !taken && end >= issue && record.state !== "unlisted",
      );
      return gone;
    },
    prints: (key, day) => {
      let times = 0;
      for (const arrival of arrivals) if (arrival.day === day && arrival.key === key) times++;
      return times;
    },
    names: (titles, day, except) =>
      arrivals.some(
        (arrival) =>
          arrival !== except &&
          arrival.day === day &&
          titles.some((title) => alikeness(title, arrival.listing.title) === 2),
      ),
  };
}
