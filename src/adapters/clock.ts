import { isLocalDate, type LocalDate } from "../model/date.ts";
import type { Clock } from "../ports.ts";

/** The system clock. */
export const systemClock: Clock = { today: () => new Date().toISOString().slice(0, 10) };

/** Returns milliseconds since 1970, for one run; not affected by changes to the system clock in the meantime. */
export function steadyClock(): () => number {
  const begun = Date.now() - performance.now();
  return () => Math.round(begun + performance.now());
}

/** A clock fixed to one day. Throws a RangeError for an invalid date. */
export function clockAt(today: LocalDate): Clock {
  if (!isLocalDate(today)) throw new RangeError(`"${today}" is not a date, YYYY-MM-DD`);
  return { today: () => today };
}
