import { addDays, type LocalDate } from "../model/date.ts";
import type { Instant } from "../model/times.ts";

const STALE_DAYS = 14;

/** Rule 8: the day of the last good reading if it is more than 14 days before `today`, otherwise null. */
export function staleOn(good: Instant, today: LocalDate): LocalDate | null {
  const day = good.slice(0, 10);
  return addDays(day, STALE_DAYS) < today ? day : null;
}
