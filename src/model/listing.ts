import type { LocalDate } from "./date.ts";
import type { PrintedPlace, ResolvedPlace } from "./place.ts";
import type { Region } from "./region.ts";

export type Mode = "virtual" | "hybrid" | "in-person";
export type Status = "confirmed" | "cancelled" | "postponed";

export interface PrintedGroup {
  readonly name: string;
  readonly url: string | null;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** One bullet of one issue, normalised: the shape that the `parse` command prints. */
export interface Listing {
  readonly issue: LocalDate;
  /** 1-based line in the issue's file of the bullet that starts the listing. */
  readonly line: number;
  /** 1, 2, … only where one outer bullet holds several event bullets. */
  readonly sub?: number;
  readonly region: Region | null;
  readonly start: LocalDate | null;
  /** Inclusive. */
  readonly end: LocalDate | null;
  readonly mode: Mode | null;
  readonly places: readonly PrintedPlace[];
  readonly groups: readonly PrintedGroup[];
  readonly title: string;
  readonly url: string | null;
  readonly links: readonly Link[];
  readonly status: Status;
}

/** Where a link leads: `key` is equal for all spellings of one page. */
export interface CanonicalLink {
  readonly key: string;
  /** `event`: the page of one event; `series`: a page that serves many (group page, chat invite, video room). */
  readonly kind: "event" | "series";
}

/** An organiser with its lasting slug. */
export interface EventGroup {
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
}

/** A listing with all that merging needs to know. */
export interface KnownListing extends Listing {
  /** True when the printed date cannot be trusted (out of sort order, far off) and nothing clear replaced it. */
  readonly suspicious: boolean;
  readonly resolved: readonly ResolvedPlace[];
  readonly organisers: readonly EventGroup[];
  readonly link: CanonicalLink | null;
  /** Where the line is a call for papers of a conference. */
  readonly call?: true;
}
