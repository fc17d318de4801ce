import type { EventRecord } from "../model/event.ts";
import type { Instant, LocalDateTime, SourceKind, Venue } from "../model/times.ts";
import type { Organisers } from "./organisers.ts";

/** A point of time as an organiser tells it. */
export type Moment =
  /** A day without an hour, or with one in a zone that nobody knows. */
  | { readonly kind: "day"; readonly day: string; readonly unknownZone?: string }
  /** Wall-clock time in an IANA zone; null: in whatever zone the reader is. */
  | { readonly kind: "local"; readonly at: LocalDateTime; readonly zone: string | null }
  | { readonly kind: "instant"; readonly at: Instant };

/** One event of an organiser's calendar: no more of it is ever looked at. */
export interface Entry {
  /** Canonical ids of its page, see `address.ts`; none where the calendar tells no page. */
  readonly ids: readonly string[];
  /** Looked at for a group's title token alone, never kept. */
  readonly title: string;
  readonly start: Moment;
  /** Exclusive; null where none is told. */
  readonly end: Moment | null;
  readonly venue: Venue | null;
  readonly status: "cancelled" | "postponed" | null;
}

/** What a body says: its entries, and what was left out of them and why. */
export interface Contents {
  readonly entries: readonly Entry[];
  readonly problems: readonly { readonly rule: string; readonly message: string }[];
}

/** A calendar or page that can be asked for. */
export interface Calendar {
  readonly kind: SourceKind;
  readonly url: string;
  /** Slugs of the groups whose events may be in it; none for a page, which is of one event. */
  readonly groups: readonly string[];
  /** A word that the titles of a group's Rust events have. */
  readonly titleToken?: string;
}

/** A kind of source: everything that is special about it. */
export interface Source {
  readonly kind: SourceKind;
  /** Most bytes of a body. */
  readonly mostBytes: number;
  /** Media types, for `Accept`. */
  readonly accept: string;
  /** Most entries that it ever gives; what lies behind the last one is then unknown. */
  readonly mostEntries: number;
  /** The calendar in which `event` should be found; null where there is none. */
  calendarOf(event: EventRecord, organisers: Organisers): Calendar | null;
  /**
   * What the body of an answer with status 200 says, of what repeats around `near`; `urls` are the address that was asked and
   * the one that answered. Throws {@link NotBelieved}.
   */
  read(body: string, urls: readonly string[], near: Instant): Contents;
  /** What an answer with another status means for this calendar alone; null where it is the host's trouble. */
  readonly refusals: (status: number, body: string) => "not-found" | "private" | null;
}

/** A body that is not wholly what it should be; the message says what is wrong. */
export class NotBelieved extends Error {
  override readonly name = "NotBelieved";
}
