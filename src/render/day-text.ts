import { type LocalDate, weekday } from "../model/date.ts";
import { oneLine } from "./text.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `Monday, 9 March 2026`; text that is not a date is returned unchanged, as by the other functions here. */
export function fullDayText(date: LocalDate): string {
  return withWeekday(date, dateText(date));
}

/** `Monday, 9 March`. */
export function dayText(date: LocalDate): string {
  return withWeekday(date, dateText(date).replace(/ \d+$/, ""));
}

/** `9 March 2026`. */
export function dateText(date: LocalDate): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? oneLine(date) : `${day} ${name} ${year}`;
}

/** `March 2026`. */
export function monthText(date: LocalDate): string {
  return dateText(date).replace(/^\d+ /, "");
}

function withWeekday(date: LocalDate, text: string): string {
  return text === oneLine(date) ? text : `${DAYS[weekday(date)]}, ${text}`;
}
