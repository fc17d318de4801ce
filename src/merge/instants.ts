import { addDays, type LocalDate } from "../model/date.ts";

/** What is known of one zone; nothing is asked of the runtime twice. */
interface Zone {
  /** Tells day, hour and minute, `1, 01:00`. */
  readonly clock: Intl.DateTimeFormat;
  /** Minutes east of UTC by month `YYYY-MM`; null where the clocks change in it. */
  readonly months: Map<string, number | null>;
  /** Minutes east of UTC at the beginning of a UTC day. */
  readonly days: Map<LocalDate, number>;
  /** Midnights of first days of months, and in months with a change of clocks. */
  readonly midnights: Map<LocalDate, string>;
}

const MINUTE = 60_000;
const zones = new Map<string, Zone | null>();

/** Local midnight of `date` in the IANA zone as a UTC instant `…Z`, the first moment of the day where clocks skip it; null without a zone. */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  const zone = timeZone === null ? null : zoneOf(timeZone);
  if (zone === null) return null;
  // The first day of a month may begin in the month before, by UTC.
  const offset = date.endsWith("-01") ? null : monthOffset(date.slice(0, 7), zone);
  return offset === null ? aroundChange(date, zone) : instant(date, offset);
}

function aroundChange(date: LocalDate, zone: Zone): string {
  const known = zone.midnights.get(date);
  if (known !== undefined) return known;
  const [before, after] = [offsetOn(addDays(date, -1), zone), offsetOn(addDays(date, 1), zone)];
  const found = instant(date, before === after ? before : -firstMinute(date, zone, before, after));
  zone.midnights.set(date, found);
  return found;
}

/** The offset that holds all month; null when there is a change: no zone has changed its clocks forth and back within a month. */
function monthOffset(month: string, zone: Zone): number | null {
  const known = zone.months.get(month);
  if (known !== undefined) return known;
  const offset = offsetOn(`${month}-01`, zone);
  const steady = offset === offsetOn(nextMonth(month), zone) ? offset : null;
  zone.months.set(month, steady);
  return steady;
}

function nextMonth(month: string): LocalDate {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}

function offsetOn(day: LocalDate, zone: Zone): number {
  const known = zone.days.get(day);
  if (known !== undefined) return known;
  const time = zone.clock.format(Date.parse(day));
  // West of UTC it is still the day before.
  const offset = (sameDay(time, day) ? 0 : -1440) + 60 * Number(time.slice(-5, -3)) + Number(time.slice(-2));
  zone.days.set(day, offset);
  return offset;
}

/** Minutes from UTC's midnight of `date` to the first moment of that day, in a night with a change from one offset to the other. */
function firstMinute(date: LocalDate, zone: Zone, before: number, after: number): number {
  const utc = Date.parse(date);
  let [low, high] = [-Math.max(before, after), -Math.min(before, after)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sameDay(zone.clock.format(utc + middle * MINUTE), date)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a clock shows the day of the month of `date`. */
function sameDay(time: string, date: LocalDate): boolean {
  return Number.parseInt(time, 10) === Number(date.slice(8));
}

/** Null for a zone that is not there. */
function zoneOf(timeZone: string): Zone | null {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  let zone: Zone | null = null;
  try {
    const parts = { hourCycle: "h23", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    const clock = new Intl.DateTimeFormat("en-US", { timeZone, ...parts });
    zone = { clock, months: new Map(), days: new Map(), midnights: new Map() };
  } catch {
    zone = null;
  }
  zones.set(timeZone, zone);
  return zone;
}

/** Midnight of a day whose clocks are `offset` minutes (less than a day) ahead of UTC. */
function instant(date: LocalDate, offset: number): string {
  const minutes = (1440 - offset) % 1440;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const day = offset > 0 ? addDays(date, -1) : date;
  return `${day}T${hour < 10 ? "0" : ""}${hour}:${minute < 10 ? "0" : ""}${minute}:00Z`;
}
