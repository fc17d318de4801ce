import { DateTime } from "luxon";
import { addDays, type LocalDate } from "../model/date.ts";

/** What is known of one zone; nothing is asked of the runtime twice. */
interface Zone {
  readonly clock: Intl.DateTimeFormat;
  /** Minutes east of UTC by month `YYYY-MM`; null where the clocks change in it. */
  readonly months: Map<string, number | null>;
  /** Minutes east of UTC at the beginning of a UTC day. */
  readonly days: Map<LocalDate, number>;
  /** Midnights in months with a change of clocks. */
  readonly midnights: Map<LocalDate, string>;
}

const zones = new Map<string, Zone | null>();

/** Local midnight of `date` in the IANA zone as a UTC instant `…Z`, the first moment of the day where clocks skip it; null without a zone. */
export function midnight(date: LocalDate, timeZone: string | null): string | null {
  const zone = timeZone === null ? null : zoneOf(timeZone);
  if (timeZone === null || zone === null) return null;
  const month = date.slice(0, 7);
  let offset = zone.months.get(month);
  if (offset === undefined) {
    offset = steadyOffset(zone, addDays(`${month}-01`, -1), nextMonth(month));
    zone.months.set(month, offset);
  }
  return offset === null ? aroundChange(date, timeZone, zone) : instant(date, offset);
}

function aroundChange(date: LocalDate, timeZone: string, zone: Zone): string {
  const known = zone.midnights.get(date);
  if (known !== undefined) return known;
  const offset = steadyOffset(zone, addDays(date, -1), addDays(date, 1));
  const luxon = () => `${DateTime.fromISO(date, { zone: timeZone }).startOf("day").toUTC().toISO()?.slice(0, 19)}Z`;
  const found = offset === null ? luxon() : instant(date, offset);
  zone.midnights.set(date, found);
  return found;
}

/** The offset that holds from one UTC day to another: no zone has changed its clocks forth and back within a month. */
function steadyOffset(zone: Zone, from: LocalDate, to: LocalDate): number | null {
  const offset = offsetOn(from, zone);
  return offset === offsetOn(to, zone) ? offset : null;
}

function nextMonth(month: string): LocalDate {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}

function offsetOn(day: LocalDate, zone: Zone): number {
  const known = zone.days.get(day);
  if (known !== undefined) return known;
  const [date, hours = 0, minutes = 0] = (zone.clock.format(Date.parse(day)).match(/\d+/g) ?? []).map(Number);
  // West of UTC it is still the day before.
  const offset = (date === Number(day.slice(8)) ? 0 : -1440) + 60 * hours + minutes;
  zone.days.set(day, offset);
  return offset;
}

/** Its clock tells day, hour and minute, `1, 01:00`, in a quarter of luxon's time; null for a zone that is not there. */
function zoneOf(timeZone: string): Zone | null {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  let zone: Zone | null = null;
  try {
    const parts = { hourCycle: "h23", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    zone = {
      clock: new Intl.DateTimeFormat("en-US", { timeZone, ...parts }),
      months: new Map(),
      days: new Map(),
      midnights: new Map(),
    };
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
