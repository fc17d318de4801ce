import { daysBetween, type LocalDate } from "../model/date.ts";
import type { CanonicalLink, KnownListing, Link } from "../model/listing.ts";
import { meetupGroupOf, recurringDay } from "../model/meetup.ts";
import {
  type Candidate,
  CROWD,
  isDoubtful,
  likeness,
  mayBeRelated,
  nameless,
  online,
  related,
  sharesCity,
  sharesGroup,
  sharesOrganiser,
} from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";
import { hasPastedPage } from "./pasted.ts";
import { sameEdition, sharesSubject } from "./titles.ts";

/** What is moved within this many days is the same event, whether its day had passed or not. */
export const SHORT_MOVE = 7;

/**
 * The same page on the same day is the same event, whatever else is printed. A page of a series may hold two that day: the
 * title must agree, unless this issue prints the page once only and no listing is known of the event.
 */
export function bySamePage(arrival: Arrival, known: Known): Candidate | null {
  const { listing, key, day } = arrival;
  if (key === null) return null;
  const start = day ?? listing.start;
  if (start === null) return null;
  const onPage = known.withLink(key);
  let found: Candidate | null = null;
  let several = false;
  for (const event of onPage.on(start)) {
    if (event.start !== start) continue;
    several = found !== null;
    found = event;
    if (several) break;
  }
  const own = listing.link?.kind === "event";
  if (found === null || (own && !several)) return found;
  const once = known.prints(key, start) < 2;
  return best(onPage.likely(arrival.traits, start), (event) => {
    if (event.start !== start) return 0;
    return Number(own || (once && !event.taken)) + 2 * likeness(arrival.traits, event.traits);
  });
}

/**
 * The same day, a near-same title and one group or place, with another page: a mirror, a corrected link. Where this issue
 * prints both pages on that day, only with equal titles, and not if each is a session of its own. What two groups list is
 * one if both are online and their titles share their subject.
 */
export function bySameDay(arrival: Arrival, known: Known): Candidate | null {
  const { listing, key, day } = arrival;
  if (day === null || known.onDay(day).size === 0) return null;
  const { traits } = arrival;
  const events = known.onDay(day).likely(traits);
  const only = (event: Candidate) =>
    !event.taken && events.every((other) => other === event || likeness(traits, other.traits) < 2);
  return best(events, (event) => {
    const other = event.traits;
    const like = mayBeRelated(traits, other) ? likeness(traits, other) : 0;
    if (like === 0 || (like < 2 && isOther(arrival, event, known))) return 0;
    if (online(traits) && online(other) && elsewhere(key, event) && sharesSubject(traits.titles[0]!, other.titles[0]!))
      return like;
    if (like < 2 && printsBoth(listing.link, event, known)) return 0;
    if (isOtherSession(arrival, event)) return 0;
    if (!related(traits, other)) {
      const one = (nameless(traits, other) && only(event)) || isNamesake(arrival, event);
      return like === 2 && one ? 1 : 0;
    }
    return like + (sharesGroup(traits, other) ? 2 : 0);
  });
}

/**
 * The same day and group, and one of the two names the other's page among its further links, whatever the titles say. A
 * site's front page is that of all that happens there.
 */
export function byFurtherLink(arrival: Arrival, { onDay, linkOf }: Known): Candidate | null {
  const { listing, key, day, traits } = arrival;
  const events = day === null ? [] : onDay(day).likely(traits);
  const names = (links: readonly Link[], pages: readonly string[]) =>
    links.some(({ url }) => {
      const link = linkOf(url);
      return link?.kind === "event" && link.key.includes("/") && pages.includes(link.key);
    });
  return best(events, (event) => {
    const links = event.record.links.slice(0, CROWD);
    if (listing.links.length + links.length === 0 || !sharesGroup(traits, event.traits)) return 0;
    return names(listing.links, event.pages) || (key !== null && names(links, [key])) ? 1 : 0;
  });
}

/**
 * The day that Meetup planned for a repeating event of the group, or one within a week of it; the event's page gave way to
 * one with a number of its own.
 */
export function byPlannedDay({ key, day, traits }: Arrival, known: Known): Candidate | null {
  if (key === null || day === null || known.onDay(day).size === 0 || !/^meetup\.com\/.*\/\d+$/.test(key)) return null;
  return best(known.onDay(day).likely(traits), (event) => {
    if (event.taken || meetupGroupOf(event.links.at(-1) ?? "") !== meetupGroupOf(key)) return 0;
    return event.links.some((page) => isPlannedNear(page, day) && known.prints(page, day) === 0) ? 1 : 0;
  });
}

function isPlannedNear(page: string, day: LocalDate): boolean {
  const planned = recurringDay(page);
  return planned !== null && Math.abs(daysBetween(planned, day)) <= SHORT_MOVE;
}

/**
 * Same day and group with another title and page: one of the two pages was borrowed from another day of that group, however
 * long ago, or the event's from another group.
 */
export function byBorrowedPage(arrival: Arrival, known: Known): Candidate | null {
  const { listing, key, day } = arrival;
  if (key === null || day === null || listing.link?.kind !== "event") return null;
  if (known.onDay(day).size === 0) return null;
  const { traits } = arrival;
  const lent = (page: string) =>
    known
      .withLink(page)
      .likely(traits)
      .some((other) => other.start !== day && sharesGroup(other.traits, traits)) ||
    known.before(page).some(({ groups }) => sharesOrganiser(groups, listing.organisers));
  return best(known.onDay(day).likely(traits), (event) => {
    if (!sharesGroup(traits, event.traits) || event.taken) return 0;
    return lent(key) || event.pages.some(lent) || hasPastedPage(event, known) ? 1 : 0;
  });
}

/** The same page, where the listing's own day cannot be trusted. */
export function byPageAlone({ listing, traits, key }: Arrival, known: Known): Candidate | null {
  if (key === null) return null;
  return best(known.withLink(key).likely(traits), (event) => {
    const like = likeness(traits, event.traits);
    if (event.end < known.issue && !isDoubtful(event) && !event.taken) return 0;
    if (like === 0 && (listing.link?.kind !== "event" || !isOneOff(key))) return 0;
    return 1 + like + 1 / (1 + Math.abs(daysBetween(known.issue, event.start)));
  });
}

/** No page to go by and no day to trust: the next event of that name, group or place. */
export function byNameAlone(
  { listing, traits, key }: Arrival,
  known: Known,
  upcoming: readonly Candidate[],
): Candidate | null {
  const ownPage = key !== null && isOneOff(key);
  if (listing.start !== null) {
    return best(known.onDay(listing.start).likely(traits), (event) => {
      const apart = ownPage && event.pages.some(isOneOff);
      return !apart && related(traits, event.traits) && likeness(traits, event.traits) === 2 ? 1 : 0;
    });
  }
  return best(upcoming, (event) => {
    const fits = event.end >= known.issue && related(traits, event.traits) && likeness(traits, event.traits) > 0;
    return fits ? 1 / (1 + daysBetween(known.issue, event.end)) : 0;
  });
}

/** A page that its host makes for one event alone: a numbered Meetup event, a Luma event. */
export function isOneOff(key: string): boolean {
  return /^meetup\.com\/.*\/events\/\d+$|^luma\.com\/[a-z0-9]{8}$/.test(key);
}

/** Whether one of the two has no page, and this issue prints the event's own title on that day as well: another bullet is it. */
function isOther(arrival: Arrival, event: Candidate, known: Known): boolean {
  const pageless = arrival.key === null || event.links.length === 0;
  return pageless && known.names(event.traits.titles, event.start, arrival);
}

/** Whether this issue prints on that day the listing's page and another one of the event's; a group's front page is no other page. */
function printsBoth(link: CanonicalLink | null, event: Candidate, known: Known): boolean {
  if (link === null) return false;
  const others =
    link.kind === "series" && event.pages.length > 0 ? [] : link.kind === "event" ? event.pages : event.links;
  return others.some((page) => page !== link.key && known.prints(page, event.start) > 0);
}

/**
 * Whether the event is listed under the same heading with another page, and both pages are made for one event alone: two
 * sessions of a group, one printed on a wrong day. Twins of a hybrid event stand under two headings.
 */
export function isOtherSession({ listing, key, traits }: Arrival, event: Candidate): boolean {
  if (!event.taken || key === null || listing.region === null || !isOneOff(key)) return false;
  const other = ({ region, link }: KnownListing) =>
    region === listing.region && link !== null && link.key !== key && isOneOff(link.key);
  return event.found.slice(0, CROWD).some(other) && sharesGroup(traits, event.traits);
}

/**
 * Whether two groups of one city mean one event: it can be attended online, both titles name its edition (`June Talks`),
 * and at most one of the two has a page of its own.
 */
function isNamesake({ listing, traits }: Arrival, event: Candidate): boolean {
  const other = event.traits;
  if (!online(traits) || !online(other) || !sharesCity(traits, other)) return false;
  if (listing.link?.kind === "event" && event.pages.length > 0) return false;
  return sameEdition(traits.titles[0]!, other.titles[0]!);
}

/** Whether the listing's page belongs to another group than the event's pages. */
function elsewhere(key: string | null, event: Candidate): boolean {
  return !event.links.some((page) => meetupGroupOf(page) === meetupGroupOf(key ?? ""));
}

/** The candidate of the highest score above 0; of equal ones the first by id. */
export function best(candidates: readonly Candidate[], score: (event: Candidate) => number): Candidate | null {
  let found: Candidate | null = null;
  let highest = 0;
  for (const event of candidates) {
    const value = score(event);
    const better = value > highest || (value === highest && found !== null && event.id < found.id);
    if (value <= 0 || !better) continue;
    found = event;
    highest = value;
  }
  return found;
}
