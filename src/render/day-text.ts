import { type LocalDate, weekday } from "../model/date.ts";
import { oneLine } from "./text.ts";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** `Monday, 9 March 2026`; what is no date stays as it is. */
export function dayText(date: LocalDate): string {
  const named = dateText(date);
  return named === oneLine(date) ? named : `${DAYS[weekday(date)]}, ${named}`;
}

/** `9 March 2026`; what is no date stays as it is. */
export function dateText(date: LocalDate): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return name === undefined ? oneLine(date) : `${day} ${name} ${year}`;
}
