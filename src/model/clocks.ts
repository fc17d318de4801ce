import table from "../../data/zones/clocks.json" with { type: "json" };
import { addDays } from "./date.ts";
import type { Instant, LocalDateTime } from "./times.ts";

/** Minutes east of UTC at first, then by turns the minute since 1970, UTC, of a change, and minutes east of UTC after it. */
export type Clock = readonly number[];

/** By IANA name: a zone's clock, or the name of the zone that has the same. */
const clocks: Readonly<Record<string, Clock | string>> = table.clocks;

const MINUTE = 60_000;
const DAY = 1_440;
/** Weekdays, and with them the rules by which clocks change, come again after so many minutes: 28 years. */
const CYCLE = 10_227 * DAY;
const UNTIL = Date.parse(table.until) / MINUTE;

/** Every zone and every other name of one that IANA has, sorted. */
export const ZONES: readonly string[] = Object.keys(clocks).sort();

/** The clock of an IANA zone; null when IANA has none of that name. */
export function clockOf(timeZone: string): Clock | null {
  const clock = Object.hasOwn(clocks, timeZone) ? clocks[timeZone]! : null;
  return typeof clock === "string" ? (clocks[clock] as Clock) : clock;
}

/** The minute within the table at which clocks go as at `minute`: after the table's end they go as 28 years before. */
export function inTable(minute: number): number {
  return minute < UNTIL ? minute : minute - CYCLE * (1 + Math.floor((minute - UNTIL) / CYCLE));
}

/**
 * What a clock in the IANA zone shows at `instant`, to the minute; null when IANA has none of that name. Like local
 * midnights it comes from `data/zones`, whatever the runtime knows.
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

/** Minutes east of UTC at a minute since 1970, UTC. */
function offsetAt(clock: Clock, minute: number): number {
  // How many changes there were until then: the offset after them is at twice their number.
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
