import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Form } from "../model/form.ts";
import type { Region } from "../model/region.ts";
import type { ReadingDays } from "../model/times.ts";
import type { OnceEach, Piece } from "./bytes.ts";

/** What stands around events. Addresses are absolute, or begin with a slash where the site has no public address. */
export interface Head {
  readonly title: string;
  /** The one region that all events share, if that is what the list is about. */
  readonly region: Region | null;
  /** Address of this answer, filters included. */
  readonly self: string;
  /** Address of the next part; null after the last. */
  readonly next: string | null;
  /** How many events there are in all parts. */
  readonly total: number;
  /** Day of the newest issue, or on which these events last changed; null when there is no issue. */
  readonly updated: LocalDate | null;
  /** For pages alone, which tell past from future. */
  readonly today: LocalDate;
  /** Of pages that have one: the form that finds events. */
  readonly form?: Form;
  /** Countries that the form offers, ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
  /** When all events are of one group. */
  readonly group?: GroupNote;
  /** Whether organisers' calendars were read for this edition: what it tells of hours, it tells in every answer. */
  readonly timed?: boolean;
  /** Of one event: when it was read in its organiser's calendar. */
  readonly reading?: ReadingDays;
  /** The same events in another view: the ending of a format, or `html`. */
  address(view: string): string;
}

/** What a page tells of a group. */
export interface GroupNote {
  readonly url: string | null;
  /** How often it meets: `weekly`, `irregular`, `dormant`; null when unknown. */
  readonly cadence: string | null;
  /** Day of the newest issue that listed it. */
  readonly lastSeen: LocalDate;
}

/** Turns events into one kind of answer. The same events under the same head give the same bytes. */
export interface Renderer {
  list(head: Head, events: readonly EventRecord[]): Piece;
  /** One event, with all that is known of it. */
  one(head: Head, event: EventRecord): Piece;
  /** What lists are joined of; none where they are made as a whole. */
  readonly each?: OnceEach<EventRecord>;
}
