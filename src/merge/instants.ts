import table from "../../data/zones/clocks.json" with { type: "json" };
import { addDays, dayNumber, type LocalDate } from "../model/date.ts";

/** Minutes east of UTC at first, then by turns the minute since 1970, UTC, of a change, and minutes east of UTC after it. */
type Clock = readonly number[];

/** By IANA name: a zone's clock, or the name of the zone that has the same. */
const clocks: Readonly<Record<string, Clock | string>> = table.clocks;

const MINUTE = 60_000;
const DAY = 1_440;
/** Weekdays, and with them the rules by which clocks change, come again after so many minutes: 28 years. */
const CYCLE = 10_227 * DAY;
const UNTIL = Date.parse(table.until) / MINUTE;

/**
 * Local midnight of `date` in the IANA zone as a UTC instant `…Z`, the first moment of the day where clocks skip or repeat
 * it; null without a zone, or when IANA has none of that name. The clocks are those of `data/zones`, whatever the runtime
 * knows; before that table they went as at its beginning, after its end they go as 28 years before.
 */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  const clock = timeZone === null ? null : clockOf(timeZone);
  if (clock === null) return null;
  const utc = dayNumber(date) * DAY;
  const local = utc < UNTIL ? utc : utc - CYCLE * (1 + Math.floor((utc - UNTIL) / CYCLE));
  return instant(date, dayBegins(clock, local) - local);
}

function clockOf(timeZone: string): Clock | null {
  const clock = Object.hasOwn(clocks, timeZone) ? clocks[timeZone]! : null;
  return typeof clock === "string" ? (clocks[clock] as Clock) : clock;
}

/** The minute since 1970, UTC, at which a clock first shows the minute `local`, or a later one. */
function dayBegins(clock: Clock, local: number): number {
  // The first stretch without a change whose end, by its own clock, is later: its offset is at twice its number.
  let low = 0;
  let high = clock.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clock[2 * middle]! + clock[2 * middle + 1]! > local) high = middle;
    else low = middle + 1;
  }
  const minute = local - clock[2 * low]!;
  return low === 0 ? minute : Math.max(minute, clock[2 * low - 1]!);
}

/** So many minutes, more than a day at most, after or before UTC's midnight of `date`. */
function instant(date: LocalDate, minutes: number): string {
  const days = Math.floor(minutes / DAY);
  const time = minutes - days * DAY;
  const hour = Math.floor(time / 60);
  const minute = time % 60;
  const day = days === 0 ? date : addDays(date, days);
  return `${day}T${hour < 10 ? "0" : ""}${hour}:${minute < 10 ? "0" : ""}${minute}:00Z`;
}
