import type { LocalDate } from "../model/date.ts";
import type { Listing } from "../model/listing.ts";
import type { ResolvedPlace } from "../model/place.ts";
import type { PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import type { Trace } from "../model/trace.ts";
import { CORRECTIONS } from "./dates/corrections.ts";
import { type Days, IMPOSSIBLE, SPAN_RULES } from "./dates/days.ts";
import { INCOMPLETE } from "./incomplete.ts";
import type { Said } from "./listing.ts";

const SAYS = new Map([IMPOSSIBLE, ...SPAN_RULES, ...CORRECTIONS].map(({ rule, says }) => [rule, says]));

/** What is odd about a listing's date, and the days that it was read as. */
export function dateProblem(issue: LocalDate, listing: PrintedListing, rule: string, days: Days | null): Problem {
  const used = days && (days.start === days.end ? days.start : `${days.start} – ${days.end}`);
  const found = problem(issue, listing, rule, SAYS.get(rule) ?? rule, used);
  return rule === "date-disorder" ? { ...found, severity: "info" } : found;
}

export function titleMissing(issue: LocalDate, listing: PrintedListing): Problem {
  return problem(issue, listing, "title-missing", "a listing without a title", null);
}

/** What a listing lacks that every other one of its time has. */
export function incompleteProblems(issue: LocalDate, listing: PrintedListing, said: Said, trace: Trace): Problem[] {
  return INCOMPLETE.filter(({ since, isFound }) => issue >= since && isFound(said)).map(({ rule, says, severity }) => {
    trace(rule, said.title);
    return { ...problem(issue, listing, rule, says, null), severity };
  });
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
