import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { CanonicalLink, EventGroup, KnownListing, Mode } from "../model/listing.ts";
import { meetupGroupOf } from "../model/meetup.ts";
import type { Place } from "../model/place.ts";
import { alikeness, distinctiveTitle, tellingTitle } from "./titles.ts";

/** What may tell that a listing and an event, or two listings, are one. */
export interface Traits {
  readonly titles: readonly string[];
  /** Slugs of organisers and `meetup.com/GROUP` of the pages. */
  readonly groups: readonly string[];
  readonly cities: readonly string[];
  readonly mode: Mode | null;
}

export type LinkOf = (url: string | null) => CanonicalLink | null;

/**
 * A listing is compared with at most as many events of a day or a page, which in twelve years never had more than 22. Of a
 * crowd only those with an equal title are looked at, so that no issue takes more time than its length accounts for.
 */
export const CROWD = 100;
/** How far (days) a date may lie before or after the issue that first prints it. */
const PAST = 7;
const AHEAD = 300;
/** A move by more days than this could as well be the next day of a series. */
const FAR = 7;

/** An event that can still change, as matching sees it. Only the state that it stands in changes it. */
export class Candidate {
  readonly id: string;
  record: EventRecord;
  /** Whether nobody else has the record, so that it may be changed in place. */
  owned: boolean;
  /** Its days, as the issue that is being taken in leaves them. */
  start: LocalDate;
  end: LocalDate;
  /** Canonical keys of every page it was listed with. */
  keys: string[] = [];
  /** Those that tell what it is: all, but for the pages of a crowd. */
  links: string[] = [];
  /** Of these, those that belong to one event, not to a series. */
  pages: string[] = [];
  /** Its listings in the issue that is being taken in. */
  found: KnownListing[] = [];
  /** Whether that issue is the first to list it. */
  fresh = false;
  /** Null until they are asked for. */
  known: Traits | null;

  /** `traits` are those of the one listing of a new event. */
  constructor(record: EventRecord, owned: boolean, traits: Traits | null) {
    this.id = record.id;
    this.record = record;
    this.owned = owned;
    this.start = record.start;
    this.end = record.end;
    this.known = traits;
  }

  get traits(): Traits {
    this.known ??= traitsOfEvent(this);
    return this.known;
  }

  /** Whether a listing of the issue that is being taken in is known to be of it. */
  get taken(): boolean {
    return this.found.length > 0;
  }
}

/** Its date is a typo, by the distance from the issue that first printed it. */
export function isDoubtful({ start, record }: Pick<Candidate, "start" | "record">): boolean {
  return start < addDays(record.created, -PAST) || start > addDays(record.created, AHEAD);
}

/** It was moved far before. */
export function wasMoved({ record }: Candidate): boolean {
  return record.history.some(
    ({ field, from, to }) => field === "start" && Math.abs(daysBetween(from ?? "", to ?? "")) > FAR,
  );
}

function traitsOfEvent({ record, links }: Candidate): Traits {
  const titles = [record.title];
  for (let at = record.history.length - 1; at >= 0; at--) {
    const { field, from } = record.history[at]!;
    if (field === "title" && from !== null) titles.push(from);
  }
  const { mode } = record;
  return { titles, groups: groupsOf(record.groups, links), cities: citiesOf(record.places), mode };
}

export function traitsOf({ title, organisers, link, resolved, mode }: KnownListing): Traits {
  const groups = groupsOf(organisers, link === null ? [] : [link.key]);
  return { titles: [title], groups, cities: citiesOf(resolved), mode };
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

/** Whether one organiser stands in both, whatever pages say. */
export function sharesOrganiser(a: readonly EventGroup[], b: readonly EventGroup[]): boolean {
  return a.some(({ slug }) => b.some((other) => other.slug === slug));
}

export function sharesCity(a: Traits, b: Traits): boolean {
  return meet(a.cities, b.cities);
}

export function online(traits: Traits): boolean {
  return traits.mode === "virtual" || traits.mode === "hybrid";
}

function groupsOf(groups: readonly { readonly slug: string }[], links: readonly string[]): readonly string[] {
  const found = groups.slice(0, CROWD).map(({ slug }) => slug);
  for (const key of links) {
    const host = meetupGroupOf(key);
    if (host !== null && !found.includes(host)) found.push(host);
  }
  return found;
}

function citiesOf(places: readonly Place[]): readonly string[] {
  const cities: string[] = [];
  for (const { city, country } of places.slice(0, CROWD)) if (city !== null) cities.push(`${city} ${country}`);
  return cities;
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  for (const item of a) if (b.includes(item)) return true;
  return false;
}
