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
  for (const [from, to] of [monthOf(date), [addDays(date, -1), addDays(date, 1)] as const]) {
    const offset = offsetOn(from, timeZone, clock);
    if (offset === offsetOn(to, timeZone, clock)) return iso(Date.parse(date) - offset * MINUTE);
  }
  return iso(DateTime.fromISO(date, { zone: timeZone }).startOf("day").toMillis());
}

/**
 * The first days of the month that `date` lies in and of the next: no zone has changed its clocks forth and back within so
 * few days. For a month's first day, whose midnight may lie before, the days around it.
 */
function monthOf(date: LocalDate): readonly [LocalDate, LocalDate] {
  if (date.endsWith("-01")) return [addDays(date, -1), addDays(date, 1)];
  const [year = "", month = ""] = date.split("-");
  const next = month === "12" ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}`;
  return [`${year}-${month}-01`, `${next}-01`];
}

/** Minutes east of UTC at the beginning of a UTC day. */
function offsetOn(day: LocalDate, timeZone: string, clock: Intl.DateTimeFormat): number {
  const key = `${day} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 200_000) offsets.clear();
  const time = Date.parse(day);
  const [date = 1, hours = 0, minutes = 0] = (clock.format(time).match(/\d+/g) ?? []).map(Number);
  // West of UTC it is still the last day of the month before, or of the day before.
  const days = date === Number(day.slice(8)) ? 0 : -1;
  const offset = days * 1_440 + hours * 60 + minutes;
  offsets.set(key, offset);
  return offset;
}

/** Tells a zone's day, hour and minute, `1, 01:00`, in a quarter of luxon's time; null for a zone that is not there. */
function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  } catch {
    clock = null;
  }
  clocks.set(timeZone, clock);
  return clock;
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
