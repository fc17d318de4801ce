import { convertIcsCalendar } from "ts-ics";
import { onClocksHere, type ReadEvent, readAll } from "./lines.ts";

await readAll((calendar) =>
  (convertIcsCalendar(undefined, calendar).events ?? []).map(({ uid, start, end, summary, location }) => ({
    uid,
    start: when(start),
    end: when(end),
    summary: summary ?? null,
    location: location ?? null,
    ...here(start, end),
  })),
);

interface Read {
  readonly date: Date;
  readonly type?: string | undefined;
  readonly local?: { readonly date: Date } | undefined;
}

/** Days come as midnights in UTC, and so do the clocks of a zone. */
function when(value: Read | null | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (value.type === "DATE") return value.date.toISOString().slice(0, 10);
  return (value.local?.date ?? value.date).toISOString().slice(0, 19);
}

function here(start: Read, end: Read | null | undefined): Pick<ReadEvent, "here"> {
  return start.type === "DATE" ? {} : { here: [onClocksHere(start.date), end ? onClocksHere(end.date) : null] };
}
