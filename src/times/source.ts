import type { EventRecord } from "../model/event.ts";
import type { Instant, LocalDateTime, SourceKind, Venue } from "../model/times.ts";
import type { Organisers } from "./organisers.ts";

/** A time as given by an organiser. */
export type Moment =
  /** A day without a time, or with a time in an unknown zone. */
  | { readonly kind: "day"; readonly day: string; readonly unknownZone?: string }
  /** Wall-clock time in an IANA zone; null for floating time (RFC 5545). */
  | { readonly kind: "local"; readonly at: LocalDateTime; readonly zone: string | null }
  | { readonly kind: "instant"; readonly at: Instant };

/** One event in an organiser's calendar. Nothing else of it is read. */
export interface Entry {
  /** Canonical ids of its page, see `address.ts`; empty if the calendar gives no page. */
  readonly ids: readonly string[];
  /** Only used for a group's title token, never stored. */
  readonly title: string;
  readonly start: Moment;
  /** Exclusive; null if not given. */
  readonly end: Moment | null;
  readonly venue: Venue | null;
  readonly status: "cancelled" | "postponed" | null;
}

/** The entries of a body, and problems with those that were skipped. */
export interface Contents {
  readonly entries: readonly Entry[];
  readonly problems: readonly { readonly rule: string; readonly message: string }[];
}

/** A calendar or page that can be requested. */
export interface Calendar {
  readonly kind: SourceKind;
  readonly url: string;
  /** Slugs of the groups whose events may be in it; empty for a page, which has one event. */
  readonly groups: readonly string[];
  /** A word in the titles of the group's Rust events. */
  readonly titleToken?: string;
}

/** Everything specific to one kind of source. */
export interface Source {
  readonly kind: SourceKind;
  /** Maximum size of a body. */
  readonly mostBytes: number;
  /** Media types, for `Accept`. */
  readonly accept: string;
  /** Maximum number of entries that it returns; events after the last one are then unknown. */
  readonly mostEntries: number;
  /** The calendar in which `event` is expected; null if there is none. */
  calendarOf(event: EventRecord, organisers: Organisers): Calendar | null;
  /**
   * Reads the body of a response with status 200. Recurring events are expanded around `near`; `urls` are the requested address
   * and the final one. Throws {@link NotBelieved}.
   */
  read(body: string, urls: readonly string[], near: Instant): Contents;
  /** What another status means for this calendar; null if it is a problem of the host. */
  readonly refusals: (status: number, body: string) => "not-found" | "private" | null;
}

/** A body is incomplete or invalid; the message says why. */
export class NotBelieved extends Error {
  override readonly name = "NotBelieved";
}
