import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { decodeCursor } from "./cursor.ts";
import type { EventQuery } from "./query.ts";

/** How many days back a feed reaches unless `from` tells. */
const DAYS_BACK = 90;

/** The days whose events are asked for, both inclusive; no end when `to` is null. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** True when `from` moves with the calendar, because the query names none. */
  readonly moves: boolean;
}

/**
 * The window of `query` on the day `now`: 90 days back without an end, `days` from then (or `from`), or as told. A page
 * that follows another has the window of the first, whatever day it is by now.
 */
export function windowOf(query: EventQuery, now: LocalDate): Window {
  const first = query.cursor === undefined ? null : decodeCursor(query.cursor);
  const today = first?.day ?? now;
  const moves = query.from === undefined && first === null;
  if (query.days !== undefined) {
    const from = query.from ?? today;
    return { from, to: addDays(from, query.days - 1), moves };
  }
  return { from: query.from ?? addDays(today, -DAYS_BACK), to: query.to ?? null, moves };
}

/** The events of `found` on at least one day of `window`, in the same order. */
export function within(found: readonly EventRecord[], window: Window): EventRecord[] {
  const { from, to } = window;
  return found.filter((event) => event.end >= from && (to === null || event.start <= to));
}

/** The last day, up to `today`, on which an event of `found` left `window` only because days passed; null when none ever did. */
export function lastDeparture(found: readonly EventRecord[], window: Window, today: LocalDate): LocalDate | null {
  if (!window.moves) return null;
  let latest: LocalDate | null = null;
  for (const { end } of found) if (end < window.from && (latest === null || end > latest)) latest = end;
  return latest === null ? null : addDays(today, 1 - daysBetween(latest, window.from));
}
