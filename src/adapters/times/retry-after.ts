import { DateTime } from "luxon";

const MOST_MS = 7 * 24 * 3_600_000;

/** How long a `Retry-After` of seconds or a date asks to wait, 0 to 7 days; null when it is neither. `now` is in milliseconds. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : DateTime.fromHTTP(text).toMillis() - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_MS);
}
