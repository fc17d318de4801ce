/** A calendar day without time or zone, `YYYY-MM-DD`. Days compare as strings. */
export type LocalDate = string;

const DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date `year-month-day` (month 1–12); null if it does not exist (`2025-02-30`). */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && year >= 0 && year <= 9999;
  if (!valid || !Number.isInteger(year + month + day)) return null;
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether `text` is an existing date in the form `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  return match !== null && localDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The date `days` later; earlier if negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** Number of days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Number of days from 1970-01-01 to `date`. */
export function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(date) / DAY);
}

function dateOf(number: number): LocalDate {
  const date = new Date(number * DAY);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return localDate(year, month, day) ?? date.toISOString().slice(0, 10);
}

/** Day of the week, 0 (Sunday) to 6 (Saturday). */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}
