import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Form } from "../model/form.ts";
import type { Region } from "../model/region.ts";
import type { ReadingDays } from "../model/times.ts";
import type { OnceEach, Piece } from "./bytes.ts";

/** Metadata of a response. Addresses are absolute, or start with a slash if the site has no public address. */
export interface Head {
  readonly title: string;
  /** The region of a list that is restricted to one region. */
  readonly region: Region | null;
  /** Address of this response, with filters. */
  readonly self: string;
  /** Address of the next page; null on the last page. */
  readonly next: string | null;
  /** Number of events on all pages. */
  readonly total: number;
  /** Date of the newest issue, or of the last change; null without an issue. */
  readonly updated: LocalDate | null;
  /** Separates past from upcoming events on HTML pages. */
  readonly today: LocalDate;
  /** The filter form of an HTML page. */
  readonly form?: Form;
  /** Countries in the filter form, ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
  /** The group of a list that is restricted to one group. */
  readonly group?: GroupNote;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean;
  /** For a single event: when it was read in its organiser's calendar. */
  readonly reading?: ReadingDays;
  /** Address of the same events in another view: the extension of a format, or `html`. */
  address(view: string): string;
}

/** A group on its HTML page. */
export interface GroupNote {
  readonly url: string | null;
  /** How often it meets: `weekly`, `irregular`, `dormant`; null if unknown. */
  readonly cadence: string | null;
  /** Date of the newest issue that listed it. */
  readonly lastSeen: LocalDate;
}

/** Renders events in one format. The same input gives the same bytes. */
export interface Renderer {
  list(head: Head, events: readonly EventRecord[]): Piece;
  /** A single event with all details. */
  one(head: Head, event: EventRecord): Piece;
  /** Renders the parts of which lists are joined; missing if lists are rendered as a whole. */
  readonly each?: OnceEach<EventRecord>;
}
