import { DateTime } from "luxon";
import { addDays, type LocalDate } from "../model/date.ts";

const MINUTE = 60_000;
const midnights = new Map<string, string | null>();
const offsets = new Map<string, number>();
const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Local midnight of `date` in the IANA zone as a UTC instant `…Z`, the first moment of the day where clocks skip it; null without a zone. */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  if (timeZone === null) return null;
  const key = `${date} ${timeZone}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  if (midnights.size > 200_000) midnights.clear();
  const found = find(date, timeZone);
  midnights.set(key, found);
  return found;
}

function find(date: LocalDate, timeZone: string): string | null {
  const clock = clockOf(timeZone);
  if (clock === null) return null;
  for (const [from, to] of [aroundMonth(date), [addDays(date, -1), addDays(date, 1)] as const]) {
    const offset = offsetOn(from, timeZone, clock);
    if (offset === offsetOn(to, timeZone, clock)) return iso(Date.parse(date) - offset * MINUTE);
  }
  return iso(DateTime.fromISO(date, { zone: timeZone }).startOf("day").toMillis());
}

/** The days around the month that `date` lies in: no zone has changed its clocks forth and back within so few. */
function aroundMonth(date: LocalDate): readonly [LocalDate, LocalDate] {
  const [year = "", month = ""] = date.split("-");
  const next = month === "12" ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}`;
  return [addDays(`${year}-${month}-01`, -1), `${next}-01`];
}

/** Minutes east of UTC at the beginning of a UTC day. */
function offsetOn(day: LocalDate, timeZone: string, clock: Intl.DateTimeFormat): number {
  const key = `${day} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 200_000) offsets.clear();
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(clock.format(Date.parse(day))) ?? [];
  const offset = (60 * Number(hours ?? 0) + Number(minutes ?? 0)) * (sign === "-" ? -1 : 1);
  offsets.set(key, offset);
  return offset;
}

/** Tells a zone's offset, `1/5/2024, GMT+01:00`, in a quarter of luxon's time; null for a zone that is not there. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    clock = null;
  }
  clocks.set(timeZone, clock);
  return clock;
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
