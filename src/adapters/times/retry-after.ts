import { DateTime } from "luxon";

const MOST_MS = 7 * 24 * 3_600_000;

/**
 * The wait in a `Retry-After` header, seconds or a date, in milliseconds: 0 to 7 days; null if invalid. `now` is in
 * milliseconds since 1970.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : DateTime.fromHTTP(text).toMillis() - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_MS);
}
