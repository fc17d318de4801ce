import type { LocalDate } from "./date.ts";

/** A local date and time without a zone, to the second: `2026-11-12T19:00:00`. They compare as strings. */
export type LocalDateTime = string;

/** A moment, UTC, to the second: `2026-11-12T18:00:00Z`. They compare as strings. */
export type Instant = string;

/** The kinds of publication that times are read from, each as sentences name it; `times/sources.ts` tells how they are read. */
export const SOURCE_NAMES = {
  meetup: "the group's Meetup calendar",
  luma: "the group's Luma calendar",
  page: "the event's own page",
  calendar: "the group's own calendar",
} as const;

export type SourceKind = keyof typeof SOURCE_NAMES;

export const SOURCE_KINDS = Object.keys(SOURCE_NAMES) as readonly SourceKind[];

/** Where the time of an event was read. */
export interface TimeSource {
  readonly kind: SourceKind;
  /** Public address of the calendar or page. */
  readonly url: string;
}

/** When an event begins and ends by the hour. */
export interface EventTime {
  /** In `timeZone`; in UTC where that is null. */
  readonly start: LocalDateTime;
  /** Exclusive; null where no end is told, or none that can be. */
  readonly end: LocalDateTime | null;
  /** IANA zone; null where none is known. */
  readonly timeZone: string | null;
}

/** {@link EventTime} as it is stored: with its instants, so that every runtime gives the same, whatever clocks it knows. */
export interface ReadTime extends EventTime {
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
}

/** {@link EventTime} with where it was read. */
export interface SourcedTime extends EventTime {
  readonly source: TimeSource;
}

/** Where in its city an event takes place, as its organiser publishes it. */
export interface Venue {
  readonly name: string | null;
  /** On one line. */
  readonly address: string | null;
}

/** What else an organiser's calendar tells of an event; a key is there only where it says something. */
export interface CalendarNote {
  readonly source: TimeSource;
  /** Another day than the event's: until a second reading agrees, the event keeps its day and has no hour. */
  readonly otherDay?: LocalDate;
  /** The day that the newsletter prints, where the event stands on the one that the organiser's calendar names. */
  readonly printedDay?: LocalDate;
  /** The first day's hours of an event of several days, which is shown by its days. */
  readonly firstDay?: EventTime;
  /** What the organiser's calendar says in so many words, where the newsletter does not. */
  readonly status?: "cancelled" | "postponed";
  /** Two readings lacked it. */
  readonly missing?: true;
  /** Day of the last good reading, where that is more than 14 days ago. */
  readonly stale?: LocalDate;
}

/** When an event was first and last found in its organiser's calendar. */
export interface ReadingDays {
  readonly firstRead: Instant;
  readonly lastRead: Instant;
}

/** What subscribers saw change because of a reading. */
export interface TimeChange {
  /** Day of the reading, UTC. */
  readonly day: LocalDate;
  readonly field: "start" | "end" | "time" | "status" | "calendar";
  readonly from: string | null;
  readonly to: string | null;
  readonly source: SourceKind;
}

/** All that is known of one event from readings: a line of `data/times.json`. */
export interface TimesRecord extends ReadingDays {
  /** Id of the event. */
  readonly event: string;
  /** As last read. */
  readonly source: TimeSource;
  /** Ids that the event has, or had, in that source; the last read first. */
  readonly ids: readonly string[];
  /** Local day on which it begins there; of an instant without a zone that of the event itself. */
  readonly day: LocalDate;
  /** Null where only days are told there. */
  readonly time: ReadTime | null;
  /** Where the zone comes from: as told (`tzid`), of the event's place (`place`), or nowhere (`none`: UTC); null without an hour. */
  readonly zoneFrom: "tzid" | "place" | "none" | null;
  readonly venue: Venue | null;
  readonly status: "cancelled" | "postponed" | null;
  /** Where `day` is none of the event's: since when it is read, and against which printed day. */
  readonly otherDay: { readonly printed: LocalDate; readonly since: Instant; readonly sure: boolean } | null;
  /** Since when readings lack it; `sure` once two of them, 20 hours apart, did. */
  readonly missing: { readonly since: Instant; readonly sure: boolean } | null;
  /** Day of the last good reading, where that was more than 14 days before the last run; else null. */
  readonly stale: LocalDate | null;
  /** How often readings changed what subscribers see. */
  readonly revision: number;
  /** Moment of the reading that last did; null before. */
  readonly updated: Instant | null;
  readonly history: readonly TimeChange[];
}

/** How a reading ended. */
export const OUTCOMES = [
  "read",
  "empty",
  "not-found",
  "private",
  "refused",
  "forbidden",
  "unreachable",
  "not-believed",
] as const;

export type ReadingOutcome = (typeof OUTCOMES)[number];

/** What is remembered of one calendar or page that is read. */
export interface CalendarState {
  readonly url: string;
  readonly kind: SourceKind;
  /** When it was last asked for. */
  readonly asked: Instant;
  readonly outcome: ReadingOutcome;
  /** Not asked before. */
  readonly notBefore: Instant;
  /** When it failed within the day before `asked`. */
  readonly failed: readonly Instant[];
  /** End of the last good reading. */
  readonly good: Instant | null;
}

/** What is remembered of one host. */
export interface HostState {
  readonly host: string;
  /** Left alone until then; null when it is not. */
  readonly notBefore: Instant | null;
  /** How long it was last left alone, in hours; 0 when its last answer was a good one. */
  readonly pauseHours: number;
  /** Its robots.txt: when it was read, and what it says; empty where there is none. */
  readonly robots: { readonly read: Instant; readonly text: string } | null;
}

/** Something odd about a reading: a value with a rule's name, never an exception. */
export interface TimesProblem {
  /** `zone-unknown`, `two-candidates`, … */
  readonly rule: string;
  /** The calendar or page. */
  readonly url: string;
  /** The event that it is about; null for the whole reading. */
  readonly event: string | null;
  readonly message: string;
}

/** All that was read from organisers: a layer of its own, made by readings alone. */
export interface TimesData {
  /** Version of this shape. */
  readonly format: 1;
  /** Sorted by address. */
  readonly calendars: readonly CalendarState[];
  /** Sorted by name. */
  readonly hosts: readonly HostState[];
  /** Of the last reading of each calendar. */
  readonly problems: readonly TimesProblem[];
  /** Share of coming events with an hour after the runs before: percent, the last one last. */
  readonly shares: readonly number[];
  /** When a reading last changed what is served; null before the first. */
  readonly changed: Instant | null;
  /** Sorted by event. */
  readonly events: readonly TimesRecord[];
}
