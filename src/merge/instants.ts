import { DateTime, IANAZone } from "luxon";
import { addDays, type LocalDate } from "../model/date.ts";

const MINUTE = 60_000;
const midnights = new Map<string, string | null>();
const offsets = new Map<string, number>();

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
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) return null;
  for (const [from, to] of [halfMonth(date), [addDays(date, -1), addDays(date, 1)] as const]) {
    const offset = offsetOn(from, zone);
    if (offset === offsetOn(to, zone)) return iso(Date.parse(date) - offset * MINUTE);
  }
  return iso(DateTime.fromISO(date, { zone }).startOf("day").toMillis());
}

/** The days around the half of the month that `date` lies in: no zone changes its clocks twice between them. */
function halfMonth(date: LocalDate): readonly [LocalDate, LocalDate] {
  const month = date.slice(0, 8);
  const early = date.slice(8) <= "15";
  return early ? [addDays(`${month}01`, -1), `${month}17`] : [`${month}14`, addDays(`${month}28`, 5)];
}

/** Minutes east of UTC at the beginning of a UTC day. */
function offsetOn(day: LocalDate, zone: IANAZone): number {
  const key = `${day} ${zone.name}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size > 200_000) offsets.clear();
  const offset = zone.offset(Date.parse(day));
  offsets.set(key, offset);
  return offset;
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
