import type { TimesRecord } from "../model/times.ts";

/** The parts of a record that affect responses, as text: without the times of readings, which only the event's own page shows. */
export function servedPart({ firstRead: _f, lastRead: _l, ids: _i, zoneFrom: _z, ...record }: TimesRecord): string {
  const { otherDay, missing } = record;
  return JSON.stringify({
    ...record,
    otherDay: otherDay && { ...otherDay, since: "" },
    missing: missing?.sure ?? false,
  });
}
