import ical from "node-ical";
import { readAll } from "./lines.ts";

await readAll((calendar) =>
  Object.values(ical.sync.parseICS(calendar)).flatMap((found) => {
    if (found?.type !== "VEVENT") return [];
    const { uid, start, end, summary, location } = found;
    return [{ uid, start: day(start), end: day(end), summary: text(summary), location: text(location) }];
  }),
);

/** Dates come as midnights of this machine's zone. */
function day(date: (Date & { readonly dateOnly?: boolean }) | undefined): string | null {
  if (date === undefined) return null;
  if (date.dateOnly !== true) return `${date.toISOString()} with a time`;
  const [year, month, rest] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(rest).padStart(2, "0")}`;
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "object" && "val" in value ? String(value.val) : String(value);
}
