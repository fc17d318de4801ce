import type { LocalDate } from "./date.ts";
import type { CanonicalLink, Mode } from "./listing.ts";
import type { Place, PrintedPlace, ResolvedPlace } from "./place.ts";
import type { Instant } from "./times.ts";

/** When a call for papers closes. */
export interface Deadline {
  /** The last day, where the clocks of the printed time are; without a time it lasts until that day is over anywhere on earth. */
  readonly closes: LocalDate | null;
  /** The moment, where a time is printed with a zone. */
  readonly closesAt: Instant | null;
  /** Whether talks are accepted as they come in. */
  readonly rolling: boolean;
}

/** One line of one issue that calls for papers, normalised. Years that were typed wrong are corrected. */
export interface CallListing extends Deadline {
  readonly issue: LocalDate;
  /** 1-based line in the issue's file. */
  readonly line: number;
  /** The conference's name without the words of the call: `Rust Conf 2025` for `Rust Conf 2025 Call for Speakers`. */
  readonly name: string;
  /** The page of the call. */
  readonly url: string | null;
  /** The conference's own page, where another link leads there. */
  readonly site: string | null;
  /** Whether the line says that the deadline was moved. */
  readonly extended: boolean;
  /** The earlier deadline that the line prints besides. */
  readonly extendedFrom: LocalDate | null;
  readonly start: LocalDate | null;
  /** Inclusive. */
  readonly end: LocalDate | null;
  readonly mode: Mode | null;
  /** As printed. */
  readonly places: readonly PrintedPlace[];
  /** The same on the map. */
  readonly resolved: readonly ResolvedPlace[];
  readonly link: CanonicalLink | null;
}

/** Provenance: one line that printed a call, and what it said, in which editors and their sources differ. */
export interface CallRef {
  readonly issue: LocalDate;
  readonly line: number;
  readonly name: string;
  readonly url: string | null;
  readonly closes: LocalDate | null;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** What an issue said otherwise than those before. */
export interface CallChange {
  readonly issue: LocalDate;
  readonly field: "name" | "url" | "site" | "closes" | "closesAt" | "rolling" | "start" | "end" | "places";
  readonly from: string | null;
  readonly to: string | null;
}

/** A conference's call for papers, merged from all lines that printed it. */
export interface CallRecord extends Deadline {
  /** Stable for ever: `c` and twelve digits, so that no event has the same. */
  readonly id: string;
  /** The conference's name, as last printed. */
  readonly name: string;
  readonly url: string | null;
  readonly site: string | null;
  /** The earliest deadline that was printed, where it was moved to a later day; null where it was not. */
  readonly extendedFrom: LocalDate | null;
  /** Whether its deadline was moved to a later day. */
  readonly extended: boolean;
  readonly start: LocalDate | null;
  /** Inclusive. */
  readonly end: LocalDate | null;
  readonly mode: Mode | null;
  readonly places: readonly Place[];
  /** Days of the first issue that listed it, of the last one that changed it, and of the last one that listed it. */
  readonly created: LocalDate;
  readonly updated: LocalDate;
  readonly lastListed: LocalDate;
  /** Id of the event that the conference is listed as; null where none is. */
  readonly event: string | null;
  readonly listings: readonly CallRef[];
  readonly history: readonly CallChange[];
}
