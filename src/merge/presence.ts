import { isAnnounced } from "../model/announced.ts";
import { addDays, type LocalDate } from "../model/date.ts";
import type { EventRecord, EventState } from "../model/event.ts";
import type { KnownListing } from "../model/listing.ts";

/** Days that an issue covers, both inclusive. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days that an issue without a stated window is taken to cover, at most. */
const USUAL = 21;
/** Days after its own day within which such an issue begins its list: what takes place before is not missing. */
const LATE = 6;

/**
 * The days that an issue covers: those that it states, else from its first listing, within a week, to its last one within
 * three weeks.
 */
export function windowOf(stated: Window | null, issue: LocalDate, listings: readonly KnownListing[]): Window {
  if (stated !== null) return stated;
  let [first, last] = [addDays(issue, LATE), ""];
  for (const { start, suspicious } of listings) {
    if (start === null || suspicious || start < issue) continue;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  const limit = addDays(issue, USUAL);
  return { from: first, to: last < limit ? last : limit };
}

/** State of an event after `issue`; one that the window does not cover, or that only calls print, stays as it was. */
export function stateOf(event: EventRecord, listed: boolean, issue: LocalDate, window: Window): EventState {
  if (event.status === "cancelled") return "cancelled";
  if (event.end < issue) return "past";
  if (listed) return event.history.some(({ field }) => field === "start") ? "moved" : "listed";
  if (isAnnounced(event)) return event.state;
  return window.from <= event.start && event.start <= window.to ? "unlisted" : event.state;
}
