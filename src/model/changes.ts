import type { LocalDate } from "./date.ts";
import type { Change, EventRecord } from "./event.ts";
import type { Status } from "./listing.ts";

/** Kinds of changes by an issue or an organiser's calendar, in display order. */
export const CHANGE_KINDS = [
  "new",
  "cancelled",
  "postponed",
  "confirmed",
  "moved",
  "rescheduled",
  "retitled",
  "relocated",
  "relinked",
  "unlisted",
  "relisted",
  "missing",
  "found",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The values of an event as of an issue and the readings of its day. */
export interface FactsThen {
  readonly title: string;
  readonly url: string | null;
  readonly start: LocalDate;
  /** Inclusive. */
  readonly end: LocalDate;
  readonly status: Status;
}

/** Changes of one event by one issue, or by the readings of one day. */
export interface EventChanges extends FactsThen {
  /** The current event. */
  readonly event: EventRecord;
  /** One or more. */
  readonly kinds: readonly ChangeKind[];
  /** The changed values; empty for events that are only new, unlisted or relisted. */
  readonly changes: readonly Change[];
}

/** Changes by one issue and by the readings of its day. */
export interface IssueChanges {
  /** Date of the issue, or of the readings if no issue was published on that day. */
  readonly issue: LocalDate;
  /** Whether an issue was published on that day. */
  readonly published: boolean;
  readonly number: number | null;
  readonly events: readonly EventChanges[];
}
