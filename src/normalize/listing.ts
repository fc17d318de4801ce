import type { LocalDate } from "../model/date.ts";
import type { Listing, Mode } from "../model/listing.ts";
import type { PrintedPlace } from "../model/place.ts";
import type { PrintedIssue, PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { daysOf } from "./days.ts";
import { lineParts } from "./line.ts";
import { modeOf, statusOf } from "./mode.ts";
import { checkDates } from "./slips.ts";

/** How place columns are read; `places/` provides it. */
export interface PlaceReader {
  /** A place column as printed, `Hybrid (Berlin, DE)`, split into mode and places. */
  split(column: string): { readonly mode: Mode | null; readonly places: readonly PrintedPlace[] };
  /** Whether a text is a place and nothing else. */
  isPlace(text: string): boolean;
}

/** A listing with what its date went through. */
export interface NormalListing extends Listing {
  readonly suspicious: boolean;
}

/**
 * What the bullets of one issue mean: days, mode, places, groups and title of each listing. Only the issue
 * itself is looked at, so that an issue always gives the same listings whatever came before.
 */
export function normalizeListings(
  printed: PrintedIssue,
  places: PlaceReader,
): { listings: readonly NormalListing[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { issue } = printed;
  const dated = printed.listings.map((listing) => {
    const { days, rule } = listing.date ? daysOf(listing.date, issue) : { days: null, rule: null };
    if (rule) problems.push(dateProblem(issue, listing, rule, days && spanText(days.start, days.end)));
    const yearPrinted = listing.date?.from.year != null;
    return { days, yearPrinted, region: listing.region, url: listing.url, title: listing.text };
  });
  const checked = checkDates(dated, issue);
  const listings = printed.listings.map((listing, index): NormalListing => {
    const { days = null, rule = null, suspicious = false } = checked[index] ?? {};
    if (rule) problems.push(dateProblem(issue, listing, rule, days && spanText(days.start, days.end)));
    const parts = partsOf(listing, issue, places);
    const column = parts.place === null ? null : places.split(parts.place);
    if (!parts.title) problems.push(problem(issue, listing, "title-missing", "a listing without a title", null));
    return {
      issue,
      line: listing.line,
      ...(listing.sub === undefined ? {} : { sub: listing.sub }),
      region: listing.region,
      start: days?.start ?? null,
      end: days?.end ?? null,
      mode: parts.remote
        ? "virtual"
        : modeOf({
            region: listing.region,
            column: column?.mode ?? null,
            place: parts.place,
            title: parts.title,
            url: listing.url,
          }),
      places: column?.places ?? [],
      groups: parts.groups,
      title: parts.title,
      url: listing.url,
      links: listing.links,
      status: statusOf(parts.title, listing.note),
      suspicious,
    };
  });
  return { listings, problems };
}

function partsOf(listing: PrintedListing, issue: LocalDate, places: PlaceReader) {
  if (listing.form === "columns") {
    return { place: listing.place, remote: false, title: listing.text, groups: listing.groups };
  }
  return lineParts(listing.text, issue, listing.url, places.isPlace);
}

const DATE_RULES: Readonly<Record<string, string>> = {
  "date-impossible": "the calendar has no such day",
  "date-reversed": "the last day lies before the first",
  "date-span-too-long": "a span of more than 120 days",
  "date-year-slip": "the year is a slip of the pen",
  "date-month-slip": "the month is a slip of the pen: the next one fits between its neighbours",
  "date-day-slip": "a digit of the day is lost: one only fits between its neighbours",
  "date-not-in-series": "the date breaks the sort order and the link's own date keeps it",
  "date-suspicious": "far from the issue's date, and nothing tells the right one",
};

function dateProblem(issue: LocalDate, listing: PrintedListing, rule: string, used: string | null): Problem {
  return problem(issue, listing, rule, DATE_RULES[rule] ?? rule, used);
}

function problem(
  issue: LocalDate,
  listing: PrintedListing,
  rule: string,
  message: string,
  used: string | null,
): Problem {
  const printed = listing.date?.text ?? null;
  const words = printed === null ? message : `${message}: “${printed}”${used === null ? "" : `, read as ${used}`}`;
  return { rule, severity: "warning", issue, line: listing.line, message: words, printed, used };
}

function spanText(start: LocalDate, end: LocalDate): string {
  return start === end ? start : `${start} – ${end}`;
}
