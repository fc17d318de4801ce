import type { LocalDate } from "../model/date.ts";
import type { KnownListing, Listing } from "../model/listing.ts";
import type { PrintedPlace, ResolvedPlace } from "../model/place.ts";
import type { PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { mayStandUnder } from "../model/region.ts";
import type { Rule } from "../model/rule.ts";
import type { Trace } from "../model/trace.ts";
import { CORRECTIONS } from "./dates/corrections.ts";
import { type Days, IMPOSSIBLE, ODD_DATES, SPAN_RULES } from "./dates/days.ts";
import type { Incomplete } from "./incomplete.ts";
import type { Said } from "./listing.ts";

const SAYS = new Map([IMPOSSIBLE, ...SPAN_RULES, ...ODD_DATES, ...CORRECTIONS].map(({ rule, says }) => [rule, says]));
const SEVERITY = new Map([...ODD_DATES, ...CORRECTIONS].map(({ rule, severity = "warning" }) => [rule, severity]));

/** What is odd about a listing's date, and the days that it was read as. */
export function dateProblem(issue: LocalDate, listing: PrintedListing, rule: string, days: Days | null): Problem {
  const used = days && (days.start === days.end ? days.start : `${days.start} – ${days.end}`);
  const found = problem(issue, listing, rule, SAYS.get(rule) ?? rule, used);
  return { ...found, severity: SEVERITY.get(rule) ?? found.severity };
}

export function titleMissing(issue: LocalDate, listing: PrintedListing): Problem {
  return problem(issue, listing, "title-missing", "a listing without a title", null);
}

/** What a listing lacks that every other one of its time has. */
export function incompleteProblems(issue: LocalDate, listing: PrintedListing, said: Said, trace: Trace): Problem[] {
  const isOfTime = ({ since, until }: Incomplete) => issue >= since && (until === undefined || issue < until);
  return said.lacks.filter(isOfTime).map(({ rule, says, severity }) => {
    trace(rule, said.title);
    return { ...problem(issue, listing, rule, says, null), severity };
  });
}

export const HEADING_CONTRADICTED: Rule = {
  rule: "heading-contradicted",
  says: "the heading is another part of the world than the place, which counts",
  example: ["Copenhagen, DK", "North America"],
};

/** A heading under which none of the listing's places lies. */
export function headingProblems({ region, resolved, issue, line }: KnownListing, trace: Trace): Problem[] {
  const countries = resolved.flatMap(({ country }) => country ?? []);
  if (region === null || region === "Virtual" || countries.length === 0) return [];
  if (countries.some((country) => mayStandUnder(region, country))) return [];
  const { rule, says } = HEADING_CONTRADICTED;
  const used = resolved.map(placeName).join("; ");
  trace(rule, used);
  const message = `${says}: “${region}”, read as ${used}`;
  return [{ rule, severity: "warning", issue, line, message, printed: region, used }];
}

function placeName({ city, area, country }: PrintedPlace): string {
  return [city, area, country].filter(Boolean).join(", ");
}

/** A place that was guessed, or not found. */
export function placeProblem(rule: string, { issue, line, places }: Listing, place: ResolvedPlace): Problem {
  const printed = places.map(placeName).join("; ");
  const used = placeName(place) || null;
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
