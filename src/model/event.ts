import type { CallRecord } from "./call.ts";
import type { LocalDate } from "./date.ts";
import type { EventGroup, Link, Mode, Status } from "./listing.ts";
import type { Place } from "./place.ts";
import type { Region } from "./region.ts";
import type { CalendarNote, Instant, SourcedTime, SourceKind, Venue } from "./times.ts";

export type EventState = "listed" | "moved" | "unlisted" | "cancelled" | "past";

/** Provenance: one listing of an event. */
export interface ListingRef {
  readonly issue: LocalDate;
  /** Number of the issue; null if it has none. */
  readonly number: number | null;
  readonly line: number;
  readonly sub?: number;
  readonly url: string | null;
  /** Present if the issue is a draft. */
  readonly draft?: true;
  /** The line is a call for papers of the event, a conference. */
  readonly call?: true;
}

export interface Change {
  /** Date of the issue; with `source`, of the reading of an organiser's calendar. */
  readonly issue: LocalDate;
  readonly field: "start" | "end" | "title" | "places" | "url" | "status" | "time" | "calendar";
  readonly from: string | null;
  readonly to: string | null;
  readonly source?: SourceKind;
}

/** What an event says of its call for papers. */
export type EventCall = Pick<CallRecord, "id" | "url" | "closes" | "closesAt" | "rolling" | "extended">;

/** An event, merged from all its listings. */
export interface EventRecord {
  /** Permanent; the iCalendar UID is `id@<domain>`. */
  readonly id: string;
  /** Ids of events that were merged into this one; they redirect here and are never reused. */
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
  /** IANA zone of the first place, or of the organiser if no place is printed; null if unknown. */
  readonly timeZone: string | null;
  /** Start as a UTC instant (`…Z`); for all-day events local midnight of `start`, null without a zone. */
  readonly startsAt: string | null;
  /** Exclusive end; for all-day events local midnight of the day after `end`; null if unknown. */
  readonly endsAt: string | null;
  /** True if no start time is known. */
  readonly allDay: boolean;
  /** Start and end time, from the organiser's calendar; present unless `allDay`. */
  readonly time?: SourcedTime;
  readonly venue?: Venue;
  /** Further information from the organiser's calendar, if there is any. */
  readonly calendar?: CalendarNote;
  /** Its call for papers; joined when it is served, never stored. */
  readonly call?: EventCall;
  readonly regions: readonly Region[];
  readonly places: readonly Place[];
  readonly groups: readonly EventGroup[];
  /** Number of changes since it was first listed: SEQUENCE in iCalendar. */
  readonly revision: number;
  /** Date of the issue that first listed it. */
  readonly created: LocalDate;
  /** Date of the issue or reading that last changed it: LAST-MODIFIED and DTSTAMP in iCalendar. */
  readonly updated: LocalDate;
  /** Instant of the last change, if a reading changed the event; each change increases it. */
  readonly changedAt?: Instant;
  readonly listings: readonly ListingRef[];
  readonly history: readonly Change[];
}

/** A group, with all names and links that it was printed with. */
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

/** An issue in the data set. */
export interface IssueRef {
  readonly issue: LocalDate;
  readonly number: number | null;
  /** File name in the newsletter's `content/` folder. */
  readonly file: string;
  /** Git blob id (SHA-1, hex) of the file, to detect edits. */
  readonly blob: string;
  readonly listings: number;
  /** Not published yet; only as the last issue of a data set that is stored separately. */
  readonly draft?: true;
}

/** The complete data set. */
export interface DataSet {
  /** Version of the format. */
  readonly format: 1;
  /** Newest issue and a digest of the content. */
  readonly version: string;
  /** Date of the newest published issue. */
  readonly newestIssue: LocalDate | null;
  readonly attribution: string;
  readonly issues: readonly IssueRef[];
  readonly groups: readonly GroupRecord[];
  /** Sorted by start, then id. */
  readonly events: readonly EventRecord[];
  /** Calls for papers, by deadline, those without one last. */
  readonly calls: readonly CallRecord[];
  /** Present if start times from organisers' calendars were added to the events; never stored. */
  readonly timed?: true;
  /** When a reading last changed them. */
  readonly hoursChanged?: Instant;
}
