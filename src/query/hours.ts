/** A span of hours, both inclusive, as all its equals are written. */
export const SPAN = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const WRITTEN = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/;

/**
 * `9:00-12:00` as `09:00-12:00`. The end of the day, `24:00`, is its last minute: an event at midnight is on the day after.
 * Undefined where the text has another form.
 */
export function canonicalSpan(text: string): string | undefined {
  const [, from = "", to = ""] = WRITTEN.exec(text) ?? [];
  if (from === "") return undefined;
  return `${twoDigits(from)}-${to === "24:00" ? "23:59" : twoDigits(to)}`;
}

/** Whether the hour, `19:30`, lies in the canonical `span`, which goes over midnight where it ends before it begins. */
export function isInSpan(hour: string, span: string): boolean {
  const [from = "", to = ""] = span.split("-");
  return from <= to ? hour >= from && hour <= to : hour >= from || hour <= to;
}

function twoDigits(hour: string): string {
  return hour.padStart(5, "0");
}
