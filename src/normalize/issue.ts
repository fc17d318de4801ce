import type { LocalDate } from "../model/date.ts";
import type { EventGroup, KnownListing } from "../model/listing.ts";
import type { ResolvedPlace } from "../model/place.ts";
import type { PrintedIssue, PrintedListing } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import type { Region } from "../model/region.ts";
import { placeReader } from "./column.ts";
import { END_BESIDE, withEndBeside } from "./dates/beside.ts";
import { checkDates } from "./dates/check.ts";
import { type Dated, type Days, daysOf } from "./dates/days.ts";
import { identifyGroups } from "./groups/identify.ts";
import type { GroupIndex } from "./groups/known-groups.ts";
import { type Column, createListingReader, type ListingReader, type Said } from "./listing.ts";
import type { Position } from "./places/candidates.ts";
import type { Gazetteer } from "./places/gazetteer.ts";
import { placeDoubt, resolvePlaces } from "./places/resolve.ts";
import { dateProblem, headingProblems, incompleteProblems, placeProblem, titleMissing } from "./problems.ts";

/** What normalizing needs to know of the world and of the issues before. */
export interface NormalizeContext {
  readonly gazetteer: Gazetteer;
  /** All groups known so far; it grows while the issue is read. */
  readonly groups: GroupIndex;
  /** Where a group met of late; tells which Arlington is meant. */
  readonly nearOf: (slug: string) => readonly Position[];
}

/** What was understood with one gazetteer, remembered as long as it lives. */
const readers = new WeakMap<Gazetteer, ListingReader>();

function readerOf(gazetteer: Gazetteer): ListingReader {
  const known = readers.get(gazetteer);
  if (known !== undefined) return known;
  const made = createListingReader(placeReader(gazetteer), gazetteer.trace);
  readers.set(gazetteer, made);
  return made;
}

/** The listings of one issue with all that merging needs, and what was odd about them. */
export function normalizeIssue(
  { issue, listings: bullets }: PrintedIssue,
  context: NormalizeContext,
): { listings: readonly KnownListing[]; problems: readonly Problem[] } {
  // An issue without a date lists nothing.
  if (bullets.length === 0) return { listings: [], problems: [] };
  const reader = readerOf(context.gazetteer);
  const problems: Problem[] = [];
  const said: Said[] = [];
  const days: (Days | null)[] = [];
  for (const bullet of bullets) {
    const { content } = bullet;
    const one = reader(content, issue);
    said.push(one);
    const dated = one.dated ?? (content.date === null ? UNDATED : daysOf(content.date, issue));
    const read = dated.days && withEndBeside(content, dated.days, issue);
    if (read !== dated.days) context.gazetteer.trace(END_BESIDE.rule, content.beside?.text ?? "");
    days.push(read);
    if (dated.rule === null) continue;
    context.gazetteer.trace(dated.rule, content.date?.text ?? "");
    problems.push(dateProblem(issue, bullet, dated.rule, dated.days));
  }
  const checked = checkDates({ issue, listings: bullets, days }, context.gazetteer.trace);
  const doubts: Problem[] = [];
  const listings = bullets.map((bullet, index) => {
    const one = said[index]!;
    const odd = checked[index] ?? null;
    if (odd !== null) problems.push(dateProblem(issue, bullet, odd.rule, odd.days));
    if (one.title === "") problems.push(titleMissing(issue, bullet));
    problems.push(...incompleteProblems(issue, bullet, one, context.gazetteer.trace));
    const organisers = identifyGroups(context.groups, one.groups, issue, one.link, context.gazetteer.trace);
    const { column } = one;
    const resolved = column.certain ? column.resolved : resolvedAmong(column, bullet.region, organisers, context);
    const when = odd === null ? days[index]! : odd.days;
    const listing = listingOf(issue, bullet, one, when, odd?.suspicious === true, organisers, resolved);
    if (!column.certain) doubts.push(...doubtsOf(listing));
    problems.push(...headingProblems(listing, context.gazetteer.trace));
    return listing;
  });
  return { listings, problems: [...problems, ...doubts].sort((a, b) => a.line - b.line) };
}

const UNDATED: Dated = { days: null, rule: null };

function listingOf(
  issue: LocalDate,
  { line, sub, region }: PrintedListing,
  said: Said,
  days: Days | null,
  suspicious: boolean,
  organisers: readonly EventGroup[],
  resolved: readonly ResolvedPlace[],
): KnownListing {
  const listing = {
    issue,
    line,
    region,
    start: days === null ? null : days.start,
    end: days === null ? null : days.end,
    mode: region === "Virtual" ? said.modeUnderVirtual : said.mode,
    places: said.column.places,
    groups: said.groups,
    title: said.title,
    url: said.url,
    links: said.links,
    status: said.status,
    suspicious,
    resolved,
    organisers,
    link: said.link,
  };
  return sub === undefined ? listing : { ...listing, sub };
}

/** The places of a column on the map, where the heading and the group's other places may tell which of several is meant. */
function resolvedAmong(
  { places }: Column,
  heading: Region | null,
  organisers: readonly EventGroup[],
  { gazetteer, nearOf }: NormalizeContext,
): readonly ResolvedPlace[] {
  const near = organisers.flatMap(({ slug }) => nearOf(slug));
  return places.flatMap((place) => resolvePlaces(gazetteer, place, { near, heading }));
}

function doubtsOf(listing: KnownListing): Problem[] {
  return listing.resolved.flatMap((place) => {
    const rule = placeDoubt(place.how);
    return rule === null ? [] : [placeProblem(rule, listing, place)];
  });
}
