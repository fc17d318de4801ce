import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { CanonicalLink, KnownListing, Mode } from "../model/listing.ts";
import type { Place } from "../model/place.ts";
import { alikeness, distinctiveTitle, tellingTitle } from "./titles.ts";

/** What may tell that a listing and an event, or two listings, are one. */
export interface Traits {
  readonly start: LocalDate | null;
  readonly titles: readonly string[];
  /** Slugs of organisers and `meetup.com/GROUP` of the pages. */
  readonly groups: readonly string[];
  readonly cities: readonly string[];
  readonly mode: Mode | null;
}

/** An event as matching sees it. */
export interface Candidate extends Traits {
  readonly id: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** Canonical keys of every page it was listed with. */
  readonly links: readonly string[];
  /** Those that belong to one event, not to a series. */
  readonly pages: readonly string[];
  /** Its date is a slip of the pen, by the distance from the issue that first printed it. */
  readonly doubtful: boolean;
  /** It was moved far before. */
  readonly moved: boolean;
}

export type LinkOf = (url: string | null) => CanonicalLink | null;

/** How far (days) a date may lie before or after the issue that first prints it. */
const PAST = 7;
const AHEAD = 300;
/** A move by more days than this could as well be the next day of a series. */
const FAR = 7;

/** `traits` are those of the one listing of a new event, where they are known already. */
export function candidateOf(record: EventRecord, linkOf: LinkOf, traits?: Traits): Candidate {
  const links: string[] = [];
  const pages: string[] = [];
  for (const { url } of record.listings) {
    const link = linkOf(url);
    if (link !== null && !links.includes(link.key)) links.push(link.key);
    if (link?.kind === "event" && !pages.includes(link.key)) pages.push(link.key);
  }
  const old = record.history
    .filter(({ field, from }) => field === "title" && from !== null)
    .map(({ from }) => from ?? "");
  return {
    id: record.id,
    start: record.start,
    end: record.end,
    links,
    pages,
    titles: [record.title, ...old.reverse()],
    groups: traits?.groups ?? groupsOf(record.groups, links),
    cities: traits?.cities ?? citiesOf(record.places),
    mode: record.mode,
    moved: record.history.some(
      ({ field, from, to }) => field === "start" && Math.abs(daysBetween(from ?? "", to ?? "")) > FAR,
    ),
    doubtful: record.start < addDays(record.created, -PAST) || record.start > addDays(record.created, AHEAD),
  };
}

export function traitsOf(listing: KnownListing): Traits {
  return {
    start: listing.start,
    titles: [listing.title],
    groups: groupsOf(listing.organisers, listing.link === null ? [] : [listing.link.key]),
    cities: citiesOf(listing.resolved),
    mode: listing.mode,
  };
}

/** The best that any two of their titles reach: 2 same, 1 near-same, 0 neither. */
export function likeness(a: Traits, b: Traits): 0 | 1 | 2 {
  let found: 0 | 1 | 2 = 0;
  for (const one of a.titles) {
    for (const other of b.titles) {
      const alike = alikeness(one, other);
      if (alike === 2) return 2;
      if (alike > found) found = alike;
    }
  }
  return found;
}

/** Whether anything at all ties the two together, or too little is known to tell: asked first because it is cheap. */
export function mayBeRelated(a: Traits, b: Traits): boolean {
  if ((online(a) && online(b)) || meet(a.groups, b.groups) || meet(a.cities, b.cities)) return true;
  return (a.groups.length === 0 || b.groups.length === 0) && (a.cities.length === 0 || b.cities.length === 0);
}

/** Whether one group or one city stands behind both, and nothing speaks against it. */
export function related(a: Traits, b: Traits): boolean {
  const apart = a.cities.length > 0 && b.cities.length > 0 && !meet(a.cities, b.cities);
  if (meet(a.groups, b.groups)) return !apart || (online(a) && online(b));
  if (apart) return false;
  const strangers = a.groups.length > 0 && b.groups.length > 0;
  const distinctive = a.titles.some(distinctiveTitle) && b.titles.some(distinctiveTitle);
  if (!meet(a.cities, b.cities)) return !strangers && distinctive;
  return !strangers || distinctive || (a.titles.some(tellingTitle) && likeness(a, b) === 2);
}

/** Whether one of them tells neither group nor city, so that the title alone has to do. */
export function nameless(a: Traits, b: Traits): boolean {
  return a.cities.length + b.cities.length === 0 && (a.groups.length === 0 || b.groups.length === 0);
}

export function sharesGroup(a: Traits, b: Traits): boolean {
  return meet(a.groups, b.groups);
}

export function online(traits: Traits): boolean {
  return traits.mode === "virtual" || traits.mode === "hybrid";
}

/** `meetup.com/GROUP` of any page of that group on Meetup. */
export function hostOf(key: string): string | null {
  return key.startsWith("meetup.com/")
    ? (/^meetup\.com\/(?!(?:find|events)(?:\/|$))[^/]+/.exec(key)?.[0] ?? null)
    : null;
}

function groupsOf(groups: readonly { readonly slug: string }[], links: readonly string[]): readonly string[] {
  const found = groups.map(({ slug }) => slug);
  for (const key of links) {
    const host = hostOf(key);
    if (host !== null && !found.includes(host)) found.push(host);
  }
  return found;
}

function citiesOf(places: readonly Place[]): readonly string[] {
  const cities: string[] = [];
  for (const { city, country } of places) if (city !== null) cities.push(`${city} ${country}`);
  return cities;
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((item) => b.includes(item));
}
