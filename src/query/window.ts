import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { decodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";

/** How many days back a feed reaches unless `from` tells. */
const DAYS_BACK = 90;

/** The days whose events are asked for, both inclusive; no end when `to` is null. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** What moves with the calendar, because the query names no `from`: nothing, the first day alone, or the last one too. */
  readonly moves: "nothing" | "from" | "both";
}

/**
 * The window of `query` on the day `now`: 90 days back without an end, `days` from then (or `from`), or as told. A page
 * that follows another has the window of the first, whatever day it is by now.
 */
export function windowOf(query: EventQuery, now: LocalDate): Window {
  const first = query.cursor === undefined ? null : decodeCursor(query.cursor);
  const today = first?.day ?? now;
  const moves = query.from !== undefined || first !== null ? "nothing" : query.days === undefined ? "from" : "both";
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

/** The last day, up to `today`, on which an event of `found` came into `window` or left it only because days passed; null when none ever did. */
export function lastPassage(found: readonly EventRecord[], window: Window, today: LocalDate): LocalDate | null {
  const { from, to, moves } = window;
  if (moves === "nothing") return null;
  let least: number | null = null;
  for (const { start, end } of found) {
    const came = moves === "both" && to !== null && start <= to ? daysBetween(start, to) : null;
    const ago = end < from ? daysBetween(end, from) - 1 : came;
    if (ago !== null && (least === null || ago < least)) least = ago;
  }
  return least === null ? null : addDays(today, -least);
}
