import type { LocalDate } from "./date.ts";
import type { Change, EventRecord } from "./event.ts";
import type { Status } from "./listing.ts";

/** What an issue, or an organiser's calendar, may do to an event, in the order in which it is told. */
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

/** What is known of an event once an issue, and the readings of its day, were taken in, whatever later ones say. */
export interface FactsThen {
  readonly title: string;
  readonly url: string | null;
  readonly start: LocalDate;
  /** Inclusive. */
  readonly end: LocalDate;
  readonly status: Status;
}

/** What one issue, or the readings of one day, changed about one event. */
export interface EventChanges extends FactsThen {
  /** The event as it is known today. */
  readonly event: EventRecord;
  /** One or more. */
  readonly kinds: readonly ChangeKind[];
  /** What was told otherwise before; empty for what is only new, unlisted or listed again. */
  readonly changes: readonly Change[];
}

/** What one issue, and the organisers' calendars that were read on its day, changed, by kind, then start and id. */
export interface IssueChanges {
  /** Day of the issue; of the readings where no issue appeared on that day. */
  readonly issue: LocalDate;
  /** Whether an issue appeared on that day. */
  readonly published: boolean;
  readonly number: number | null;
  readonly events: readonly EventChanges[];
}
