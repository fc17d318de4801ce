import type { ChangeKind, EventChanges, IssueChanges } from "../../model/changes.ts";
import type { LocalDate } from "../../model/date.ts";
import { issueUrl } from "../newsletter.ts";

/** Endings under which changes are told, besides the page. */
export const CHANGES_FORMATS = ["json", "atom"] as const;

export type ChangesView = (typeof CHANGES_FORMATS)[number] | "html";

/** What stands around changes. */
export interface ChangesHead {
  readonly title: string;
  /** Address of this answer, filters included. */
  readonly self: string;
  /** Address of the next, older part; null after the last. */
  readonly next: string | null;
  /** How many issues, and days of readings, there are in all parts. */
  readonly total: number;
  /** Day of the newest issue; null when there is none. */
  readonly updated: LocalDate | null;
  /** Whether organisers' calendars were read for this edition. */
  readonly timed?: boolean;
  /** The same in another view. */
  address(view: ChangesView): string;
}

const WORDS: Readonly<Record<ChangeKind, string>> = {
  new: "New",
  cancelled: "Cancelled",
  postponed: "Postponed",
  confirmed: "Confirmed",
  moved: "Moved",
  rescheduled: "New time",
  retitled: "New title",
  relocated: "New place",
  relinked: "New link",
  unlisted: "No longer listed",
  relisted: "Listed again",
  missing: "No longer in the organiser's calendar",
  found: "In the organiser's calendar again",
};

/** What happened, in words: `Moved, new title`. */
export function kindsText({ kinds }: EventChanges): string {
  const words = kinds.map((kind) => WORDS[kind]);
  return words.map((word, at) => (at === 0 ? word : word.toLowerCase())).join(", ");
}

/** What a day without an issue is headed by, before the day. */
export const READ_ON = "Organisers' calendars, read on";

/** Where to read what a day brought: the page of its issue, or, where there was none, that day here, at the address `site`. */
export function dayUrl(day: IssueChanges, site: string): string {
  return day.published ? issueUrl(day) : `${site}/changes?from=${day.issue}&to=${day.issue}`;
}
