import { convertIcsCalendar } from "ts-ics";
import { readAll } from "./lines.ts";

await readAll((calendar) =>
  (convertIcsCalendar(undefined, calendar).events ?? []).map(({ uid, start, end, summary, location }) => ({
    uid,
    start: day(start),
    end: day(end),
    summary: summary ?? null,
    location: location ?? null,
  })),
);

/** Dates come as midnights in UTC. */
function day(value: { readonly date: Date; readonly type?: string | undefined } | null | undefined): string | null {
  if (value === undefined || value === null) return null;
  return value.type === "DATE" ? value.date.toISOString().slice(0, 10) : `${value.date.toISOString()} with a time`;
}
