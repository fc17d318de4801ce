import type { LocalDate } from "../model/date.ts";
import type { Listing } from "../model/listing.ts";
import type { ResolvedPlace } from "../model/place.ts";
import type { PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import type { Days } from "./days.ts";

const DATE_RULES: Readonly<Record<string, string>> = {
  "date-impossible": "the calendar has no such day",
  "date-reversed": "the last day lies before the first",
  "date-span-too-long": "a span of more than 120 days",
  "date-year-slip": "the year is a slip of the pen",
  "date-month-slip": "the month is a slip of the pen: the next one fits between its neighbours",
  "date-other-elsewhere": "long past, and the same issue lists the same page with another date",
  "date-day-slip": "a digit of the day is lost: one only fits between its neighbours",
  "date-digit-slip": "a digit is a slip of the pen: with one other only, the date fits between its neighbours",
  "date-disorder": "the date stands behind a later one",
  "date-not-in-series": "the date breaks the sort order and the link's own date keeps it",
  "date-suspicious": "far from the issue's date, and nothing tells the right one",
};

/** What is odd about a listing's date, and the days that it was read as. */
export function dateProblem(issue: LocalDate, listing: PrintedListing, rule: string, days: Days | null): Problem {
  const used = days && (days.start === days.end ? days.start : `${days.start} – ${days.end}`);
  const found = problem(issue, listing, rule, DATE_RULES[rule] ?? rule, used);
  return rule === "date-disorder" ? { ...found, severity: "info" } : found;
}

export function titleMissing(issue: LocalDate, listing: PrintedListing): Problem {
  return problem(issue, listing, "title-missing", "a listing without a title", null);
}

/** A place that was guessed, or not found. */
export function placeProblem(rule: string, { issue, line, places }: Listing, place: ResolvedPlace): Problem {
  const printed = places.map(({ city, area, country }) => [city, area, country].filter(Boolean).join(", ")).join("; ");
  const used = [place.city, place.area, place.country].filter(Boolean).join(", ") || null;
  const message = rule === "place-guess" ? "a place was guessed" : "a place was not found";
  const words = `${message}: “${printed}”, read as ${used ?? "nowhere"}`;
  return { rule, severity: "warning", issue, line, message: words, printed, used };
}

function problem(
  issue: LocalDate,
  listing: PrintedListing,
  rule: string,
  message: string,
  used: string | null,
): Problem {
  const printed = listing.content.date?.text ?? null;
  const words = printed === null ? message : `${message}: “${printed}”${used === null ? "" : `, read as ${used}`}`;
  return { rule, severity: "warning", issue, line: listing.line, message: words, printed, used };
}
