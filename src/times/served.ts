import type { TimesRecord } from "../model/times.ts";

/** What of a record can change an answer, as text; the days of readings, which only the event's own page tells, cannot. */
export function servedPart({ firstRead: _f, lastRead: _l, ids: _i, zoneFrom: _z, ...record }: TimesRecord): string {
  const { otherDay, missing } = record;
  return JSON.stringify({
    ...record,
    otherDay: otherDay && { ...otherDay, since: "" },
    missing: missing?.sure ?? false,
  });
}
