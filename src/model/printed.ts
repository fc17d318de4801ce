import type { LocalDate } from "./date.ts";
import type { Link, PrintedGroup } from "./listing.ts";
import type { Problem } from "./problem.ts";
import type { Region } from "./region.ts";

/** A day as printed: the year is null before 2021. Not checked: `month` 13 and `day` 31 of February occur. */
export interface PrintedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A date or a span of days as printed. */
export interface PrintedDate {
  readonly text: string;
  readonly from: PrintedDay;
  /** Last day, inclusive; null for a single day. */
  readonly to: PrintedDay | null;
  /** All days of the list that `from` is one of, `2025-05-06, 05-13, 05-20`; absent for other dates. */
  readonly days?: readonly PrintedDay[];
}

/** What a listing says, nothing interpreted. Listings that say the same share one object, also across issues. */
export interface PrintedContent {
  readonly date: PrintedDate | null;
  /** Another date that stands outside of the date's column, `(Jun 12-14)`; absent where there is none. */
  readonly beside?: PrintedDate;
  /**
   * `columns`: date, place, group and title stand in columns of their own (late 2021 on);
   * `line`: `text` holds all that follows the date, `Madrid, ES - Title - Group`.
   */
  readonly form: "columns" | "line";
  /** The place column; null where there is none. */
  readonly place: string | null;
  readonly groups: readonly PrintedGroup[];
  readonly text: string;
  readonly url: string | null;
  readonly links: readonly Link[];
  /** Words after the link that belong to neither title nor place: `[Postponed]`. */
  readonly note: string;
}

/** One bullet taken apart: what `parse` hands to `normalize`. */
export interface PrintedListing {
  /** 1-based line of the bullet that starts the listing. */
  readonly line: number;
  /** 1-based line of the bullet that holds the title: the nested one of a two-line listing. */
  readonly titleLine: number;
  readonly sub?: number;
  readonly region: Region | null;
  readonly content: PrintedContent;
}

/** One issue of the newsletter, taken apart. */
export interface PrintedIssue {
  readonly issue: LocalDate;
  readonly number: number | null;
  readonly file: string;
  /** "Rusty Events between A - B", both inclusive. */
  readonly window: { readonly from: LocalDate; readonly to: LocalDate } | null;
  readonly listings: readonly PrintedListing[];
  readonly problems: readonly Problem[];
}
