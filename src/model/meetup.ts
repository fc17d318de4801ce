import { type LocalDate, localDate } from "./date.ts";

/** Digits of dates in ids of recurring Meetup events, base 20. */
const DIGITS = "bcdfghjklmnpqrstvwxz";
const RECURRING = /meetup\.com\/[^?#]*\/events\/[a-z]{4,12}y([b-z]{1,2})([b-z]{2})([b-z]{2})(?![a-z0-9])/i;

/**
 * The date on which a recurring Meetup event was originally scheduled, from its id: after the last `y`, it contains year − 2000,
 * month and day in base 20, low digit first; the year has one digit before 2020 (`…ydckbrb` is 2022-07-13, `…yxgblb` is
 * 2018-04-08). This is undocumented, correct in 95 % of listings, and unchanged when an event moves; so it is only evidence for
 * typos. Null for other links.
 */
export function recurringDay(url: string | null): LocalDate | null {
  const match = url === null ? null : RECURRING.exec(url.toLowerCase());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(base20);
  if (year === undefined || month === undefined || day === undefined) return null;
  return localDate(2000 + year, month, day);
}

/** Parses one or two digits, low digit first; NaN for other letters. */
function base20(letters: string): number {
  const [low = 0, high = 0] = [...letters].map((letter) => DIGITS.indexOf(letter));
  return low < 0 || high < 0 ? Number.NaN : low + 20 * high;
}

const HOST = "meetup.com/";

/** `meetup.com/GROUP` for the canonical key of a page of that group; null for other keys. */
export function meetupGroupOf(key: string): string | null {
  if (!key.startsWith(HOST)) return null;
  const end = key.indexOf("/", HOST.length);
  const group = end < 0 ? key : key.slice(0, end);
  return group === HOST || group === "meetup.com/find" || group === "meetup.com/events" ? null : group;
}
