import type { LocalDate } from "./date.ts";
import type { Change, EventRecord } from "./event.ts";
import type { Status } from "./listing.ts";

/** What an issue may do to an event, in the order in which it is told. */
export const CHANGE_KINDS = [
  "new",
  "cancelled",
  "postponed",
  "confirmed",
  "moved",
  "retitled",
  "relocated",
  "relinked",
  "unlisted",
  "relisted",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What is known of an event once an issue was taken in, whatever later ones say. */
export interface FactsThen {
  readonly title: string;
  readonly url: string | null;
  readonly start: LocalDate;
  /** Inclusive. */
  readonly end: LocalDate;
  readonly status: Status;
}

/** What one issue changed about one event. */
export interface EventChanges extends FactsThen {
  /** The event as it is known today. */
  readonly event: EventRecord;
  /** One or more. */
  readonly kinds: readonly ChangeKind[];
  /** What was printed otherwise before; empty for what is only new, unlisted or listed again. */
  readonly changes: readonly Change[];
}

/** What one issue changed, by kind, then start and id. */
export interface IssueChanges {
  readonly issue: LocalDate;
  readonly number: number | null;
  readonly events: readonly EventChanges[];
}
