import type { LocalDate } from "../model/date.ts";
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
    title: keep(
      listings.map(({ title }) => title).filter((title) => title !== "" && !(old && isStatusAlone(title))),
      old?.title,
      "",
    ),
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

/** Provenance of one listing; `number` is that of its issue, `draft` is there when that is a draft. */
export function refOf(
  listing: KnownListing,
  { number, draft }: { readonly number: number | null; readonly draft?: object | undefined },
): ListingRef {
  const { issue, line, sub, url } = listing;
  const ref = sub === undefined ? { issue, number, line, url } : { issue, number, line, sub, url };
  return draft === undefined ? ref : { ...ref, draft: true };
}

/** Days that cannot be trusted count for nothing as long as there are others. */
function daysOf(listings: readonly KnownListing[], old: EventRecord | null): { start: LocalDate; end: LocalDate } {
  const trusted = listings.filter(({ start, suspicious }) => start !== null && !suspicious);
  if (trusted.length === 0 && old !== null) return old;
  const dated = trusted.length > 0 ? trusted : listings;
  const start = dated[0]?.start ?? "";
  const ends = dated.filter((listing) => listing.start === start).map(({ end }) => end ?? start);
  return { start, end: ends.reduce((last, end) => (end > last ? end : last), start) };
}

/** Listed as hybrid, or as online under one heading and on site under another. */
function modeOf(listings: readonly KnownListing[]): Mode | null {
  const [first] = listings;
  const printed = (mode: Mode) => listings.some((listing) => listing.mode === mode);
  if (listings.length === 1 && first !== undefined) return first.mode;
  if (printed("hybrid") || (printed("virtual") && printed("in-person"))) return "hybrid";
  return printed("virtual") ? "virtual" : printed("in-person") ? "in-person" : null;
}

/** The known value as long as it is still printed, else the first printed one. */
function keep(printed: readonly string[], known: string | undefined, otherwise: string): string {
  if (known !== undefined && (printed.length === 0 || printed.includes(known))) return known;
  return printed[0] ?? otherwise;
}

/** The first page, the known one as long as it is printed in any spelling. */
function urlOf(listings: readonly KnownListing[], old: EventRecord | null, linkOf: LinkOf): string | null {
  const printed = listings.filter(({ link, url }) => url !== null && link !== null);
  const known = linkOf(old?.url ?? null)?.key;
  if (old !== null && (printed.length === 0 || printed.some(({ link }) => link?.key === known))) return old.url;
  return printed[0]?.url ?? null;
}

/** Further links, and the pages of listings that print another than the event's. */
function linksOf(listings: readonly KnownListing[], url: string | null, linkOf: LinkOf): readonly Link[] {
  const links: Link[] = [];
  const seen = [linkOf(url)?.key];
  const add = (link: Link) => {
    const key = linkOf(link.url)?.key;
    if (key === undefined || seen.includes(key)) return;
    seen.push(key);
    links.push(link);
  };
  for (const listing of listings) {
    if (listing.url !== null && listing.url !== url) add({ text: listing.title, url: listing.url });
    for (const link of listing.links) add(link);
  }
  return links;
}

function statusOf(listings: readonly KnownListing[]): Status {
  const marked = listings.map(({ status }) => status);
  return marked.includes("cancelled") ? "cancelled" : marked.includes("postponed") ? "postponed" : "confirmed";
}

/** Places where people meet come first; one that a more exact one lies in is left out. None printed: the known ones. */
function placesOf(listings: readonly KnownListing[], old: EventRecord | null): readonly Place[] {
  const away = ({ mode }: KnownListing) => Number(mode === "virtual");
  const inOrder = listings.length > 1 ? [...listings].sort((a, b) => away(a) - away(b)) : listings;
  const found = inOrder.flatMap(({ resolved }) => resolved).filter(isSomewhere);
  if (found.length === 0 && old !== null) return old.places;
  const kept = found.length > 1 ? found.filter((place, at) => !isCovered(place, at, found)) : found;
  return old !== null && sameLists(kept, old.places, samePlace) ? old.places : kept.map(asPlace);
}

export function isSomewhere({ city, area, country }: Place): boolean {
  return city !== null || area !== null || country !== null;
}

/** Whether another place is as exact and stands before it, or is more exact and lies in it. */
function isCovered(place: Place, at: number, all: readonly Place[]): boolean {
  return all.some((other, index) => (samePlace(other, place) ? index < at : within(other, place)));
}

/** Without the rule by which it was found. */
export function asPlace({ city, area, country, latitude, longitude, timeZone }: Place): Place {
  return { city, area, country, latitude, longitude, timeZone };
}

/** Whether `inner` lies in the country or area `outer`. */
function within(inner: Place, outer: Place): boolean {
  if (outer.city !== null || inner.country !== outer.country) return false;
  return outer.area === null
    ? inner.area !== null || inner.city !== null
    : inner.area === outer.area && inner.city !== null;
}

/** The organisers of all listings, each once: known ones with the address that is known, as long as it is printed in any spelling. */
function groupsOf(listings: readonly KnownListing[], old: EventRecord | null, linkOf: LinkOf): readonly EventGroup[] {
  const known = (group: EventGroup) =>
    old?.groups.find(
      ({ slug, name, url }) =>
        slug === group.slug && name === group.name && linkOf(url)?.key === linkOf(group.url)?.key,
    );
  const groups: EventGroup[] = [];
  for (const { organisers } of listings)
    for (const group of organisers)
      if (!groups.some(({ slug }) => slug === group.slug)) groups.push(known(group) ?? group);
  return groups.length === 0 && old !== null ? old.groups : groups;
}

/** Zone of the first place; where none is printed, of the organiser's home. */
export function zoneOf(
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
