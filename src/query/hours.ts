/** A canonical range of times, both ends inclusive: `17:00-22:30`. */
export const SPAN = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const WRITTEN = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/;

/**
 * The canonical form of a range: `9:00-12:00` → `09:00-12:00`. `24:00` becomes `23:59`, because an event at midnight is on the
 * next day. Undefined if `text` is not a range.
 */
export function canonicalSpan(text: string): string | undefined {
  const [, from = "", to = ""] = WRITTEN.exec(text) ?? [];
  if (from === "") return undefined;
  return `${twoDigits(from)}-${to === "24:00" ? "23:59" : twoDigits(to)}`;
}

/** Whether the time `hour`, `19:30`, is in the canonical `span`, which crosses midnight if it ends before it starts. */
export function isInSpan(hour: string, span: string): boolean {
  const [from = "", to = ""] = span.split("-");
  return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
}

function twoDigits(hour: string): string {
  return hour.padStart(5, "0");
}
