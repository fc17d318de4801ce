import { type Clock, clockOf, inTable } from "./clocks.ts";
import { addDays, dayNumber, type LocalDate } from "./date.ts";

const DAY = 1_440;

/**
 * Local midnight of `date` in the IANA zone as a UTC instant `…Z`, the first moment of the day where clocks skip or repeat
 * it; null without a zone, or when IANA has none of that name. The clocks are those of `data/zones`, whatever the runtime
 * knows; before that table they went as at its beginning, after its end they go as 28 years before.
 */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  const clock = timeZone === null ? null : clockOf(timeZone);
  if (clock === null) return null;
  const utc = dayNumber(date) * DAY;
  const local = inTable(utc);
  return instant(date, dayBegins(clock, local) - local);
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
