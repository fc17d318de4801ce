/** A yearly time zone change: on the `nth` `weekday` (0: Sunday) of `month`; `nth` -1 is the last one. */
interface YearlyChange {
  readonly month: number;
  readonly nth: number;
  readonly weekday: number;
  /** Minutes after local midnight, before the change. */
  readonly minutes: number;
  /** Minutes east of UTC, before and after. */
  readonly from: number;
  readonly to: number;
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const OBSERVANCE = /BEGIN:(STANDARD|DAYLIGHT)\r\n(.*?)END:\1/gs;
const RULE = /^RRULE:FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})\r$/m;
const MINUTE = 60_000;

/**
 * The offset from UTC, in minutes east, at `instant` (milliseconds since 1970) according to a VTIMEZONE, as calendar programs
 * compute it; null if its rules are not yearly.
 */
export function ruledOffset(vtimezone: string, instant: number): number | null {
  const observances = [...vtimezone.matchAll(OBSERVANCE)].map(([, , lines = ""]) => lines);
  if (observances.length === 1 && !vtimezone.includes("RRULE")) return offsetOf(observances[0] ?? "", "TZOFFSETTO");
  const changes = observances.map(yearlyChange);
  const year = new Date(instant).getUTCFullYear();
  let latest = { at: Number.NEGATIVE_INFINITY, to: null as number | null };
  for (const change of changes) {
    if (change === null) return null;
    for (const each of [year - 1, year, year + 1]) {
      const at = momentOf(change, each);
      if (at <= instant && at > latest.at) latest = { at, to: change.to };
    }
  }
  return latest.to;
}

function yearlyChange(lines: string): YearlyChange | null {
  const [, month, nth, day = ""] = RULE.exec(lines) ?? [];
  const [, hour, minute] = /^DTSTART:\d{8}T(\d\d)(\d\d)/m.exec(lines) ?? [];
  const [from, to] = [offsetOf(lines, "TZOFFSETFROM"), offsetOf(lines, "TZOFFSETTO")];
  if (month === undefined || hour === undefined || from === null || to === null) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  return { month: Number(month), nth: Number(nth), weekday: WEEKDAYS.indexOf(day), minutes, from, to };
}

function offsetOf(lines: string, name: string): number | null {
  const [, sign, hours, minutes] = new RegExp(`^${name}:([+-])(\\d\\d)(\\d\\d)\\r$`, "m").exec(lines) ?? [];
  return sign === undefined ? null : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Instant of the change in `year`, in milliseconds since 1970. */
function momentOf({ month, nth, weekday, minutes, from }: YearlyChange, year: number): number {
  const edge = nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0);
  const away = nth > 0 ? weekday - new Date(edge).getUTCDay() : new Date(edge).getUTCDay() - weekday;
  const days = ((away + 7) % 7) + 7 * (Math.abs(nth) - 1);
  return edge + (Math.sign(nth) * days * 1440 + minutes - from) * MINUTE;
}
