/** A calendar day without time or zone, `YYYY-MM-DD`. Days compare as strings. */
export type LocalDate = string;

const DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day `year-month-day` (month 1–12), or null when the calendar has no such day (`2025-02-30`). */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (Number.isNaN(time) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  return match !== null && localDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Day of the week, 0 (Sunday) to 6 (Saturday). */
export function weekday(date: LocalDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}
