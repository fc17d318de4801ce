import { type Clock, clockOf, inTable } from "./clocks.ts";
import { addDays, dayNumber, type LocalDate } from "./date.ts";

const DAY = 1_440;

/**
 * Local midnight of `date` in an IANA zone as a UTC instant `…Z`; if midnight is skipped or occurs twice, the first instant of
 * the day. Null without a zone or for an unknown one. Computed from `data/zones`, so that it does not depend on the runtime;
 * before that table its first offset applies, after its end the offset 28 years earlier.
 */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  const clock = timeZone === null ? null : clockOf(timeZone);
  if (clock === null) return null;
  const utc = dayNumber(date) * DAY;
  const local = inTable(utc);
  return instant(date, dayBegins(clock, local) - local);
}

/** The first minute (UTC, since 1970) at which the local time is `local` or later. */
function dayBegins(clock: Clock, local: number): number {
  // The first period without changes that ends later in local time; its offset is at twice this index.
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

/** The instant `minutes` after (or before) midnight UTC of `date`. */
function instant(date: LocalDate, minutes: number): string {
  const days = Math.floor(minutes / DAY);
  const time = minutes - days * DAY;
  const hour = Math.floor(time / 60);
  const minute = time % 60;
  const day = days === 0 ? date : addDays(date, days);
  return `${day}T${hour < 10 ? "0" : ""}${hour}:${minute < 10 ? "0" : ""}${minute}:00Z`;
}
