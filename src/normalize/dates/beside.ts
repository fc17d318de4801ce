import { addDays, daysBetween, type LocalDate, weekday } from "../../model/date.ts";
import type { PrintedContent } from "../../model/printed.ts";
import type { Rule } from "../../model/rule.ts";
import { type Days, daysOf } from "./days.ts";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** For a listing that prints its last day elsewhere than in the date's column. */
export const END_BESIDE: Rule = {
  rule: "date-end-beside",
  says: "A span outside of the date's column that begins on its day tells the last day.",
  example: ["2025-06-12 | Oslo, NO | Fjord Rust / Boats (Jun 12-14)", "2025-06-12 – 2025-06-14"],
};

/** What the date outside of the column means; null where there is none. */
function besideOf({ beside }: PrintedContent, issue: LocalDate): Days | null {
  return beside === undefined ? null : daysOf(beside, issue).days;
}

/** Whether both dates begin on the same day of the year. */
function agree({ date, beside }: PrintedContent): boolean {
  return date?.from.month === beside?.from.month && date?.from.day === beside?.from.day;
}

/** The days of the column, as many as the span has that stands outside of it, when both begin on the same day. */
export function withEndBeside(content: PrintedContent, days: Days, issue: LocalDate): Days {
  const other = agree(content) ? besideOf(content, issue) : null;
  const length = other === null ? 0 : daysBetween(other.start, other.end);
  return length > daysBetween(days.start, days.end) ? { start: days.start, end: addDays(days.start, length) } : days;
}

/** The days that stand outside of the column and begin on another day than its own; null where there are none. */
export function contradicting(content: PrintedContent, days: Days, issue: LocalDate): Days | null {
  const other = agree(content) ? null : besideOf(content, issue);
  return other?.start === days.start ? null : other;
}

/** Whether the days are some of those outside of the column: an event within a longer one. */
export function isWithin({ start, end }: Days, other: Days): boolean {
  return other.start <= start && end <= other.end;
}

/** Whether the date outside of the column is printed with its weekday. */
export function hasWeekday({ beside }: PrintedContent, { start }: Days): boolean {
  return beside !== undefined && new RegExp(`^\\W*${WEEKDAYS[weekday(start)]}`, "i").test(beside.text);
}
