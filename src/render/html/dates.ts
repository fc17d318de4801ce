import { html } from "hono/html";
import { type LocalDate, weekday } from "../../model/date.ts";
import type { Html } from "./markup.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `Wednesday, 8 July`. */
export function dayText(date: LocalDate): string {
  return `${WEEKDAYS[weekday(date)]}, ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** `Wednesday, 8 July 2026`. */
export function fullDayText(date: LocalDate): string {
  return `${dayText(date)} ${date.slice(0, 4)}`;
}

/** `8 July 2026`. */
export function dateText(date: LocalDate): string {
  return fullDayText(date).replace(/^\w+, /, "");
}

/** `July 2026`. */
export function monthText(date: LocalDate): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** The day for people and, in `datetime`, for programs. */
export function time(date: LocalDate, text: (date: LocalDate) => string): Html {
  return html`<time datetime="${date}">${text(date)}</time>`;
}
