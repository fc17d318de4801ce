import type { EventRecord } from "../../model/event.ts";

/**
 * Adds the visitor's local time to each time on the page, if it differs: `19:00–21:30 · 20:00–22:30 your time`. The page is
 * complete without it.
 */
export const SCRIPT = `
const two = (number) => String(number).padStart(2, "0");
const clock = (time) => two(time.getHours()) + ":" + two(time.getMinutes());
const day = (time) => time.getFullYear() + "-" + two(time.getMonth() + 1) + "-" + two(time.getDate());
for (const hours of document.querySelectorAll(".hours")) {
  const told = Array.from(hours.querySelectorAll("time"), (element) => element.dateTime);
  const [start, end] = told.map((text) => new Date(text));
  if (told[0].slice(0, 16) === day(start) + "T" + clock(start)) continue;
  const on = told[0].slice(0, 10) === day(start) ? "" : start.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long" }) + ", ";
  hours.append(" · " + on + clock(start) + (end ? "–" + clock(end) : "") + " your time");
}
`;

/** Whether a page of `events` needs {@link SCRIPT}; never if no calendar was read. */
export function showsHours(timed: boolean | undefined, events: readonly EventRecord[]): boolean {
  return timed === true && events.some(({ time, startsAt }) => time !== undefined && startsAt !== null);
}
