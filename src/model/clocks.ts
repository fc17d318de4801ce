import table from "../../data/zones/clocks.json" with { type: "json" };
import { addDays } from "./date.ts";
import type { Instant, LocalDateTime } from "./times.ts";

/**
 * The initial offset in minutes east of UTC, then alternately the minute of a change (UTC, since 1970) and the offset after it.
 */
export type Clock = readonly number[];

/** By IANA name: the clock of a zone, or the name of a zone with the same clock. */
const clocks: Readonly<Record<string, Clock | string>> = table.clocks;

const MINUTE = 60_000;
const DAY = 1_440;
/** 28 years in minutes, after which dates have the same weekdays, so that yearly rules give the same days. */
const CYCLE = 10_227 * DAY;
const UNTIL = Date.parse(table.until) / MINUTE;

/** All IANA zones and aliases, sorted. */
export const ZONES: readonly string[] = Object.keys(clocks).sort();

/** The clock of an IANA zone; null if unknown. */
export function clockOf(timeZone: string): Clock | null {
  const clock = Object.hasOwn(clocks, timeZone) ? clocks[timeZone]! : null;
  return typeof clock === "string" ? (clocks[clock] as Clock) : clock;
}

/** A minute within the table with the same offset as `minute`: after the table's end, 28 years earlier. */
export function inTable(minute: number): number {
  return minute < UNTIL ? minute : minute - CYCLE * (1 + Math.floor((minute - UNTIL) / CYCLE));
}

/**
 * The local time of `instant` in an IANA zone, to the minute; null for an unknown zone. Computed from `data/zones`, so that it
 * does not depend on the runtime.
 */
export function shownIn(timeZone: string, instant: Instant): LocalDateTime | null {
  const clock = clockOf(timeZone);
  if (clock === null) return null;
  const utc = Math.floor(Date.parse(instant) / MINUTE);
  const local = utc + offsetAt(clock, inTable(utc));
  const days = Math.floor(local / DAY);
  const minute = local - days * DAY;
  return `${addDays("1970-01-01", days)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`;
}

/** Offset in minutes east of UTC at a minute (UTC, since 1970). */
function offsetAt(clock: Clock, minute: number): number {
  // The number of changes until then; the offset is at twice this index.
  let low = 0;
  let high = clock.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clock[2 * middle + 1]! <= minute) low = middle + 1;
    else high = middle;
  }
  return clock[2 * low]!;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
