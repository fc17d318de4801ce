import { DateTime } from "luxon";
import ical from "node-ical";
import { onClocksHere, readAll } from "./lines.ts";

await readAll((calendar) =>
  Object.values(ical.sync.parseICS(calendar)).flatMap((found) => {
    if (found?.type !== "VEVENT") return [];
    const { uid, start, end, summary, location } = found;
    const here = start.dateOnly ? {} : { here: [onClocksHere(start), end ? onClocksHere(end) : null] as const };
    return [{ uid, start: when(start), end: when(end), summary: text(summary), location: text(location), ...here }];
  }),
);

type Read = Date & { readonly dateOnly?: boolean; readonly tz?: string | undefined };

/** Days come as midnights of this machine's zone, hours as moments with the name of their zone. */
function when(date: Read | undefined): string | null {
  if (date === undefined) return null;
  if (date.dateOnly !== true)
    return DateTime.fromJSDate(date, { zone: date.tz ?? "none" }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
  const [year, month, rest] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(rest).padStart(2, "0")}`;
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "object" && "val" in value ? String(value.val) : String(value);
}
