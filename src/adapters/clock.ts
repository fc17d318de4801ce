import { isLocalDate, type LocalDate } from "../model/date.ts";
import type { Clock } from "../ports.ts";

/** The system's clock. */
export const systemClock: Clock = { today: () => new Date().toISOString().slice(0, 10) };

/** Milliseconds since 1970, for one run: they go on evenly, whatever is done to the system's clock meanwhile. */
export function steadyClock(): () => number {
  const begun = Date.now() - performance.now();
  return () => Math.round(begun + performance.now());
}

/** A clock that stands still. Throws a RangeError for a day that does not exist. */
export function clockAt(today: LocalDate): Clock {
  if (!isLocalDate(today)) throw new RangeError(`"${today}" is no day, YYYY-MM-DD`);
  return { today: () => today };
}
