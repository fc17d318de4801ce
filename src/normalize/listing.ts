import type { LocalDate } from "../model/date.ts";
import type { CanonicalLink, Listing, Mode } from "../model/listing.ts";
import type { PrintedPlace } from "../model/place.ts";
import type { PrintedContent, PrintedDate, PrintedIssue, PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import type { Region } from "../model/region.ts";
import { daysOf } from "./days.ts";
import { lineParts, groupStandsLast as standsLast } from "./line.ts";
import { canonicalLink } from "./link.ts";
import { modeOf, statusOf, withoutStatus, withoutStrike } from "./mode.ts";
import { checkDates } from "./slips.ts";

/** How place columns are read; `places/` provides it. */
export interface PlaceReader {
  /** A place column as printed, `Hybrid (Berlin, DE)`, split into mode and places. */
  split(column: string): { readonly mode: Mode | null; readonly places: readonly PrintedPlace[] };
  /** Whether a text is a place and nothing else. */
  isPlace(text: string): boolean;
}

/** A listing with what its date went through, and where its link leads. */
export interface NormalListing extends Listing {
  readonly suspicious: boolean;
  readonly link: CanonicalLink | null;
}

/** What a listing says, understood: all that does not depend on the issue it stands in. */
type Content = Pick<NormalListing, "mode" | "places" | "groups" | "title" | "url" | "link" | "links" | "status">;

/** What a listing was found to say under that heading. */
interface Understood {
  readonly region: Region | null;
  readonly groupLast: boolean;
  readonly content: Content;
}

/** Understands listings; equal ones of different issues once. */
export type ListingNormalizer = (printed: PrintedIssue) => {
  readonly listings: readonly NormalListing[];
  readonly problems: readonly Problem[];
};

/**
 * A normalizer with an empty memory. What the bullets of one issue mean: days, mode, places, groups and title of
 * each listing. Only the issue itself is looked at, so that an issue always gives the same listings whatever came before.
 */
export function createListingNormalizer(places: PlaceReader): ListingNormalizer {
  const known = new Map<PrintedContent, Understood[]>();
  const days = new Map<PrintedDate, ReturnType<typeof daysOf>>();
  const whichDays = (date: PrintedDate, issue: LocalDate) => {
    if (date.from.year === null) return daysOf(date, issue);
    const found = days.get(date) ?? daysOf(date, issue);
    days.set(date, found);
    return found;
  };
  const understood = ({ region, content }: PrintedListing, issue: LocalDate): Content => {
    const groupLast = content.form === "line" && standsLast(issue);
    const kept = known.get(content) ?? [];
    const before = kept.find((one) => one.region === region && one.groupLast === groupLast);
    if (before !== undefined) return before.content;
    const found = contentOf(content, region, groupLast, places);
    kept.push({ region, groupLast, content: found });
    if (kept.length === 1) known.set(content, kept);
    return found;
  };
  return (printed) => normalizeListings(printed, understood, whichDays);
}

function normalizeListings(
  { issue, listings: printed }: PrintedIssue,
  understood: (listing: PrintedListing, issue: LocalDate) => Content,
  whichDays: typeof daysOf,
) {
  const problems: Problem[] = [];
  const dated = printed.map((listing) => {
    const { date, url, text } = listing.content;
    const { days, rule } = date ? whichDays(date, issue) : { days: null, rule: null };
    if (rule) problems.push(dateProblem(issue, listing, rule, days && spanText(days.start, days.end)));
    return { days, yearPrinted: date?.from.year != null, region: listing.region, url, title: text };
  });
  const checked = checkDates(dated, issue);
  const listings = printed.map((listing, index): NormalListing => {
    const { days = null, rule = null, suspicious = false } = checked[index] ?? {};
    if (rule) problems.push(dateProblem(issue, listing, rule, days && spanText(days.start, days.end)));
    const { mode, places, groups, title, url, link, links, status } = understood(listing, issue);
    if (!title) problems.push(problem(issue, listing, "title-missing", "a listing without a title", null));
    const { line, sub, region } = listing;
    const where = sub === undefined ? { issue, line, region } : { issue, line, sub, region };
    const start = days?.start ?? null;
    const end = days?.end ?? null;
    return { ...where, start, end, mode, places, groups, title, url, links, status, suspicious, link };
  });
  return { listings, problems };
}

function contentOf(printed: PrintedContent, region: Region | null, groupLast: boolean, places: PlaceReader): Content {
  const { url, links, note } = printed;
  const { place, remote, title, groups } =
    printed.form === "columns"
      ? { place: printed.place, remote: false, title: printed.text, groups: printed.groups }
      : lineParts(printed.text, groupLast, url, places.isPlace);
  const column = place === null ? null : places.split(withoutStatus(place));
  const mode = remote ? "virtual" : modeOf({ region, column: column?.mode ?? null, place, title, url });
  return {
    mode,
    places: column?.places ?? [],
    groups,
    title: withoutStrike(title),
    url,
    link: canonicalLink(url),
    links,
    status: statusOf(title, [note, place ?? ""]),
  };
}

const DATE_RULES: Readonly<Record<string, string>> = {
  "date-impossible": "the calendar has no such day",
  "date-reversed": "the last day lies before the first",
  "date-span-too-long": "a span of more than 120 days",
  "date-year-slip": "the year is a slip of the pen",
  "date-month-slip": "the month is a slip of the pen: the next one fits between its neighbours",
  "date-other-elsewhere": "long past, and the same issue lists the same page with another date",
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
  const printed = listing.content.date?.text ?? null;
  const words = printed === null ? message : `${message}: “${printed}”${used === null ? "" : `, read as ${used}`}`;
  return { rule, severity: "warning", issue, line: listing.line, message: words, printed, used };
}

function spanText(start: LocalDate, end: LocalDate): string {
  return start === end ? start : `${start} – ${end}`;
}
