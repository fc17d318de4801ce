import { isAnnounced } from "../model/announced.ts";
import type { EventRecord, ListingRef } from "../model/event.ts";
import type { EventGroup, KnownListing, Link, Mode, Status } from "../model/listing.ts";
import type { Place } from "../model/place.ts";
import { isStatusAlone } from "../model/status.ts";
import type { LinkOf } from "./candidate.ts";
import { regionsOf } from "./regions.ts";
import { sameLists, samePlace } from "./same.ts";

/** What the listings of one issue say of one event, without what follows from the rest. */
export type Facts = Pick<
  EventRecord,
  "title" | "url" | "links" | "mode" | "status" | "start" | "end" | "timeZone" | "regions" | "places" | "groups"
>;

/**
 * What is known of an event after `listings`, all of one issue, in printed order. `old` is what was known before, null
 * for a new event; `home` tells the zone of a group's usual place. Where listings differ, or a title only says what became
 * of the event, what was known stays.
 */
export function factsOf(
  listings: readonly KnownListing[],
  old: EventRecord | null,
  linkOf: LinkOf,
  home: (slug: string) => string | null,
): Facts {
  const { start, end } = daysOf(listings, old);
  const mode = modeOf(listings) ?? old?.mode ?? null;
  const places = placesOf(listings, old);
  const groups = groupsOf(listings, old, linkOf);
  const url = urlOf(listings, old, linkOf);
  return {
    title: titleOf(listings, old),
    url,
    links: linksOf(listings, url, linkOf),
    mode,
    status: statusOf(listings),
    start,
    end,
    timeZone: zoneOf(places, groups, home),
    regions: regionsOf(
      [...(old?.regions ?? []), ...listings.map(({ region }) => region)],
      mode,
      places.map(({ country }) => country),
    ),
    places,
    groups,
  };
}

/** What a listing's row says, without the page and title below it. */
export function rowOf(listing: KnownListing): KnownListing {
  return { ...listing, title: "", url: null, link: null, links: [] };
}

/** Provenance of one listing; `number` is that of its issue, `draft` is there when that is a draft. */
export function refOf(
  listing: KnownListing,
  { number, draft }: { readonly number: number | null; readonly draft?: object | undefined },
): ListingRef {
  const { issue, line, sub, url, call } = listing;
  const ref = sub === undefined ? { issue, number, line, url } : { issue, number, line, sub, url };
  if (draft === undefined && call === undefined) return ref;
  return { ...ref, ...(draft && { draft: true }), ...(call && { call }) };
}

/** Days that cannot be trusted count for nothing as long as there are others; a day alone does not cut a known span, unless only calls printed that. */
function daysOf(listings: readonly KnownListing[], old: EventRecord | null): Pick<Facts, "start" | "end"> {
  const trusted = listings.filter(({ start, suspicious }) => start !== null && !suspicious);
  if (trusted.length === 0 && old !== null) return old;
  const dated = trusted.length > 0 ? trusted : listings;
  const start = dated[0]?.start ?? "";
  let last = start;
  for (const { start: from, end } of dated) if (from === start && end !== null && end > last) last = end;
  const isWithin = old !== null && !isAnnounced(old) && start === last && old.start <= start && start <= old.end;
  return isWithin ? old : { start, end: last };
}

/** Listed as hybrid, or as online under one heading and on site under another. */
function modeOf(listings: readonly KnownListing[]): Mode | null {
  const [first] = listings;
  const printed = (mode: Mode) => listings.some((listing) => listing.mode === mode);
  if (listings.length === 1 && first !== undefined) return first.mode;
  if (printed("hybrid") || (printed("virtual") && printed("in-person"))) return "hybrid";
  return printed("virtual") ? "virtual" : printed("in-person") ? "in-person" : null;
}

/** The known title as long as it is still printed, else the first printed one. */
function titleOf(listings: readonly KnownListing[], old: EventRecord | null): string {
  let first: string | null = null;
  for (const { title } of listings) {
    if (title === "" || (old !== null && isStatusAlone(title))) continue;
    if (title === old?.title) return title;
    first ??= title;
  }
  return first ?? old?.title ?? "";
}

/** The first page, the known one as long as it is printed in any spelling; of its spellings a cleaner one. */
function urlOf(listings: readonly KnownListing[], old: EventRecord | null, linkOf: LinkOf): string | null {
  const known = linkOf(old?.url ?? null)?.key;
  let first: string | null = null;
  for (const { url, link } of listings) {
    if (url === null || link === null) continue;
    if (old !== null && link.key === known) return besides(url) < besides(old.url ?? "") ? url : old.url;
    first ??= url;
  }
  return first ?? old?.url ?? null;
}

/** How much an address says besides its page: the length of its query and fragment. */
function besides(url: string): number {
  return url.length - url.replace(/[?#].*$/s, "").length;
}

/** Further links, and the pages of listings that print another than the event's. */
function linksOf(listings: readonly KnownListing[], url: string | null, linkOf: LinkOf): readonly Link[] {
  const links: Link[] = [];
  const seen = new Set([linkOf(url)?.key]);
  const add = (link: Link) => {
    const key = linkOf(link.url)?.key;
    if (key === undefined || seen.has(key)) return;
    seen.add(key);
    links.push(link);
  };
  for (const listing of listings) {
    if (listing.url !== null && listing.url !== url) add({ text: listing.title, url: listing.url });
    for (const link of listing.links) add(link);
  }
  return links;
}

function statusOf(listings: readonly KnownListing[]): Status {
  const marked = (as: Status) => listings.some(({ status }) => status === as);
  return marked("cancelled") ? "cancelled" : marked("postponed") ? "postponed" : "confirmed";
}

/** Places where people meet come first; one that a more exact one lies in is left out. None printed: the known ones. */
function placesOf(listings: readonly KnownListing[], old: EventRecord | null): readonly Place[] {
  const away = ({ mode }: KnownListing) => Number(mode === "virtual");
  const inOrder = listings.length > 1 ? [...listings].sort((a, b) => away(a) - away(b)) : listings;
  const found: Place[] = [];
  for (const { resolved } of inOrder) for (const place of resolved) if (isSomewhere(place)) found.push(place);
  if (found.length === 0 && old !== null) return old.places;
  const kept = found.length > 1 ? exactOf(found) : found;
  return old !== null && sameLists(kept, old.places, samePlace) ? old.places : kept.map(asPlace);
}

function isSomewhere({ city, area, country }: Place): boolean {
  return city !== null || area !== null || country !== null;
}

/** Each place once, without countries and areas in which another one lies. */
function exactOf<P extends Place>(places: readonly P[]): readonly P[] {
  const once = new Map<string, P>();
  const around = new Set<string>();
  for (const place of places) {
    const { city, area, country } = place;
    const key = JSON.stringify([country, area, city]);
    if (!once.has(key)) once.set(key, place);
    if (area !== null || city !== null) around.add(JSON.stringify([country, null, null]));
    if (area !== null && city !== null) around.add(JSON.stringify([country, area, null]));
  }
  return [...once].flatMap(([key, place]) => (around.has(key) ? [] : [place]));
}

/** Without the rule by which it was found. */
function asPlace({ city, area, country, latitude, longitude, timeZone }: Place): Place {
  return { city, area, country, latitude, longitude, timeZone };
}

/** The organisers of all listings, each once: known ones with the address that is known, as long as it is printed in any spelling. */
function groupsOf(listings: readonly KnownListing[], old: EventRecord | null, linkOf: LinkOf): readonly EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const { organisers } of listings)
    for (const group of organisers) if (!groups.has(group.slug)) groups.set(group.slug, group);
  if (groups.size === 0 && old !== null) return old.groups;
  for (const known of old?.groups ?? []) {
    const now = groups.get(known.slug);
    if (now?.name === known.name && linkOf(now.url)?.key === linkOf(known.url)?.key) groups.set(known.slug, known);
  }
  return [...groups.values()];
}

/** Zone of the first place; where none is printed, of the organiser's home. */
function zoneOf(
  places: readonly Place[],
  groups: readonly EventGroup[],
  home: (slug: string) => string | null,
): string | null {
  if (places.length > 0) return places.find(({ timeZone }) => timeZone !== null)?.timeZone ?? null;
  for (const { slug } of groups) {
    const zone = home(slug);
    if (zone !== null) return zone;
  }
  return null;
}
