import { type LocalDate, localDate } from "./date.ts";

/** Meetup's digits for recurring ids, base 20. */
const DIGITS = "bcdfghjklmnpqrstvwxz";
const RECURRING = /meetup\.com\/[^?#]*\/events\/[a-z]{4,12}y([b-z]{1,2})([b-z]{2})([b-z]{2})(?![a-z0-9])/i;

/**
 * The day on which a recurring Meetup event was first planned, which its id spells: after the last `y` stand
 * year − 2000, month and day in base 20, low digit first; the year has one letter before 2020
 * (`…ydckbrb` is 2022-07-13, `…yxgblb` is 2018-04-08). An undocumented habit of Meetup, right in 95 % of
 * listings, kept after a move: evidence for typos, never an authority. Null for any other link.
 */
export function recurringDay(url: string | null): LocalDate | null {
  const match = url === null ? null : RECURRING.exec(url.toLowerCase());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(base20);
  if (year === undefined || month === undefined || day === undefined) return null;
  return localDate(2000 + year, month, day);
}

/** Two digits, low one first; NaN for a letter that is no digit. */
function base20(letters: string): number {
  const [low = 0, high = 0] = [...letters].map((letter) => DIGITS.indexOf(letter));
  return low < 0 || high < 0 ? Number.NaN : low + 20 * high;
}

const HOST = "meetup.com/";

/** `meetup.com/GROUP` of the canonical key of any page of that group; null for any other key. */
export function meetupGroupOf(key: string): string | null {
  if (!key.startsWith(HOST)) return null;
  const end = key.indexOf("/", HOST.length);
  const group = end < 0 ? key : key.slice(0, end);
  return group === HOST || group === "meetup.com/find" || group === "meetup.com/events" ? null : group;
}
