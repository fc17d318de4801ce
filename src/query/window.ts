import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { decodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";

/** Number of past days in a feed without `from`. */
const DAYS_BACK = 90;

/** The days of a query, both inclusive; without an end if `to` is null. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** Which ends depend on the current day: none with `from`, otherwise `from`, or both with `days`. */
  readonly moves: "nothing" | "from" | "both";
}

/**
 * The window of `query` on the day `now`: from `from`, by default 90 days back, to `to`, by default without an end; or `days`
 * days from `from` or `now`. Pages after the first have the same window as the first.
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

/** The events of `found` that overlap `window`, in the same order. */
export function within(found: readonly EventRecord[], window: Window): EventRecord[] {
  const { from, to } = window;
  return found.filter((event) => event.end >= from && (to === null || event.start <= to));
}

/**
 * The last day up to `today` on which an event of `found` entered or left `window` because a day passed; null if there is none.
 */
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
