import type { ChangeKind, EventChanges, IssueChanges } from "../../model/changes.ts";
import type { LocalDate } from "../../model/date.ts";
import { issueUrl } from "../newsletter.ts";

/** Extensions of the formats of changes, besides the page. */
export const CHANGES_FORMATS = ["json", "atom"] as const;

export type ChangesView = (typeof CHANGES_FORMATS)[number] | "html";

/** Metadata of a list of changes. */
export interface ChangesHead {
  readonly title: string;
  /** Address of this response, with filters. */
  readonly self: string;
  /** Address of the next, older page; null on the last page. */
  readonly next: string | null;
  /** Number of issues, and of days with readings only, on all pages. */
  readonly total: number;
  /** Date of the newest issue; null without an issue. */
  readonly updated: LocalDate | null;
  /** Whether organisers' calendars were read. */
  readonly timed?: boolean;
  /** Address of the same changes in another view. */
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

/** The kinds of changes in words: `Moved, new title`. */
export function kindsText({ kinds }: EventChanges): string {
  const words = kinds.map((kind) => WORDS[kind]);
  return words.map((word, at) => (at === 0 ? word : word.toLowerCase())).join(", ");
}

/** Heading of a day without an issue, before the date. */
export const READ_ON = "Organisers' calendars, read on";

/** The page of the issue; without an issue, the page of that day on this site, whose address is `site`. */
export function dayUrl(day: IssueChanges, site: string): string {
  return day.published ? issueUrl(day) : `${site}/changes?from=${day.issue}&to=${day.issue}`;
}
