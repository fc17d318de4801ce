import type { LocalDate } from "./date.ts";
import type { EventGroup, Link, Mode, Status } from "./listing.ts";
import type { Place } from "./place.ts";
import type { Region } from "./region.ts";
import type { CalendarNote, Instant, SourcedTime, SourceKind, Venue } from "./times.ts";

export type EventState = "listed" | "moved" | "unlisted" | "cancelled" | "past";

/** Provenance: one listing of an event. */
export interface ListingRef {
  readonly issue: LocalDate;
  /** Number of the issue, null where it prints none. */
  readonly number: number | null;
  readonly line: number;
  readonly sub?: number;
  readonly url: string | null;
  /** Of an issue that is not published yet. */
  readonly draft?: true;
}

export interface Change {
  /** Day of the issue; of the reading where `source` tells that an organiser's calendar made the change. */
  readonly issue: LocalDate;
  readonly field: "start" | "end" | "title" | "places" | "url" | "status" | "time" | "calendar";
  readonly from: string | null;
  readonly to: string | null;
  readonly source?: SourceKind;
}

/** One real event, merged from all its listings. */
export interface EventRecord {
  /** Stable for ever; the iCalendar UID is `id@<domain>`. */
  readonly id: string;
  /** Ids of events that turned out to be this one: each leads here for ever, and none is given again. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly url: string | null;
  readonly links: readonly Link[];
  readonly mode: Mode | null;
  readonly status: Status;
  readonly state: EventState;
  readonly start: LocalDate;
  /** Inclusive. */
  readonly end: LocalDate;
  /** IANA zone of the first place; of the organiser's home for an event that prints none; null when unknown. */
  readonly timeZone: string | null;
  /** Its beginning, as a UTC instant (`…Z`); of an all-day event local midnight of `start`, null without a zone. */
  readonly startsAt: string | null;
  /** Exclusive; of an all-day event local midnight of the day after `end`; null where no end is known. */
  readonly endsAt: string | null;
  /** True while no hour is known. */
  readonly allDay: boolean;
  /** Its hour, from its organiser's calendar; there unless `allDay`. */
  readonly time?: SourcedTime;
  readonly venue?: Venue;
  /** What else its organiser's calendar tells; where it tells nothing else, there is none. */
  readonly calendar?: CalendarNote;
  readonly regions: readonly Region[];
  readonly places: readonly Place[];
  readonly groups: readonly EventGroup[];
  /** Number of changes since first listed: iCalendar SEQUENCE. */
  readonly revision: number;
  /** Date of the issue that first listed it. */
  readonly created: LocalDate;
  /** Date of the issue, or day of the reading, that last changed it: iCalendar LAST-MODIFIED and DTSTAMP. */
  readonly updated: LocalDate;
  /** The same as a moment that each change moves on, where a reading made one. */
  readonly changedAt?: Instant;
  readonly listings: readonly ListingRef[];
  readonly history: readonly Change[];
}

/** An organiser over all years: every name and link it was ever printed with leads to its slug. */
export interface GroupRecord {
  readonly slug: string;
  /** Slugs that parts of it had, or would have: each leads here. */
  readonly aliases?: readonly string[];
  /** As printed most in the last year in which it was listed. */
  readonly name: string;
  readonly url: string | null;
  readonly names: readonly string[];
  /** Canonical keys of its links. */
  readonly links: readonly string[];
  readonly firstSeen: LocalDate;
  readonly lastSeen: LocalDate;
}

/** An issue that the data set has taken in. */
export interface IssueRef {
  readonly issue: LocalDate;
  readonly number: number | null;
  /** File name in the newsletter's `content/` folder. */
  readonly file: string;
  /** Git blob id (SHA-1, hex) of the file: tells whether it was edited since. */
  readonly blob: string;
  readonly listings: number;
  /** Not published yet: only a data set that is kept beside the stored one has such an issue, as its last one. */
  readonly draft?: true;
}

/** Everything that is stored and served. */
export interface DataSet {
  /** Version of this shape. */
  readonly format: 1;
  /** Changes whenever the content does: newest issue and a digest. */
  readonly version: string;
  /** Day of the newest issue that is published. */
  readonly newestIssue: LocalDate | null;
  readonly attribution: string;
  readonly issues: readonly IssueRef[];
  readonly groups: readonly GroupRecord[];
  /** Sorted by start, then id. */
  readonly events: readonly EventRecord[];
  /** There where what organisers' calendars say is laid over the events; never stored. */
  readonly timed?: true;
  /** When a reading last changed that. */
  readonly hoursChanged?: Instant;
}
