import type { CanonicalLink, EventGroup } from "../model/listing.ts";
import { memo } from "../model/memo.ts";
import { wordsOf } from "../model/words.ts";
import {
  type Candidate,
  CROWD,
  likeness,
  online,
  related,
  sharesCity,
  sharesGroup,
  sharesOrganiser,
} from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";
import { best, isOneOff, isOtherSession } from "./match.ts";
import { otherEdition, otherMonth, sameWords, squashedTitle, subjectOf } from "./titles.ts";

/** What is printed twice in one issue, each time with a page of its own, and is one event all the same. */
type Fits = (arrival: Arrival, event: Candidate, known: Known) => boolean;

function onItsDay(fits: Fits) {
  return (arrival: Arrival, known: Known): Candidate | null => {
    const { day, traits } = arrival;
    if (day === null || known.onDay(day).size === 0) return null;
    return best(known.onDay(day).likely(traits), (event) => (fits(arrival, event, known) ? 1 : 0));
  };
}

/** One group's hybrid event with a page for each heading: the titles hold the same words in another order. */
export const byWordOrder = onItsDay((arrival, event) => {
  const { traits } = arrival;
  if (!online(traits) && !online(event.traits)) return false;
  if (!sharesGroup(traits, event.traits) || !related(traits, event.traits)) return false;
  return sameWords(arrival.listing.title, event.record.title) && !isOtherSession(arrival, event);
});

const CONFERENCE = /conf|fest|summit|congress/i;
/** What takes place beside a conference, and is announced on its site. */
const BESIDE = /workshop|training|tutorial|party|hack|social|dinner|tour|meetup|announce|unconf|ticket/i;

/** A conference by two pages of its group's own site: days, city and title agree. */
export const byOwnSite = onItsDay(({ listing, traits }, event, { linkOf }) => {
  const { title, end, link, organisers } = listing;
  const other = event.record.title;
  if (link?.kind !== "event" || end !== event.end || !sharesGroup(traits, event.traits)) return false;
  const host = hostOf(link);
  const own = organisers.some(({ url }) => hostOf(linkOf(url)) === host);
  if (!own || !event.links.some((page) => hostOf({ key: page }) === host)) return false;
  if (end === listing.start && !CONFERENCE.test(title) && !CONFERENCE.test(other)) return false;
  if (BESIDE.test(title) !== BESIDE.test(other) || otherEdition(title, other)) return false;
  const [one, another] = [squashedTitle(title), squashedTitle(other)];
  const alike = one.startsWith(another) || another.startsWith(one) || likeness(traits, event.traits) > 0;
  return alike && sharesCity(traits, event.traits);
});

function hostOf(link: Pick<CanonicalLink, "key"> | null): string {
  return link?.key.split(/[/?]/, 1)[0] ?? "";
}

/** One group's meetup on Meetup and on Luma: place and title agree, and the group has no second one that day. */
export const byPlatform = onItsDay((arrival, event, known) => {
  const { key, listing, traits } = arrival;
  const pages = event.links;
  if (key === null || !isOneOff(key) || !pages.every(isOneOff)) return false;
  if (pages.length === 0 || pages.some((page) => hostOf({ key: page }) === hostOf({ key }))) return false;
  if (!sharesOrganiser(listing.organisers, event.record.groups) || !related(traits, event.traits)) return false;
  if (likeness(traits, event.traits) === 0 || otherMonth(listing.title, event.record.title)) return false;
  return isOnly(event, listing.organisers, [key], known);
});

/**
 * Two organisers' rows for one gathering that can be attended online: one says `with Rust Dortmund`, which has one event
 * that day; or each names the other.
 */
export const byPartner = onItsDay(({ listing, key, traits }, event, known) => {
  const [ours, theirs] = [listing.organisers, event.record.groups];
  if (!online(traits) && !online(event.traits)) return false;
  if (ours.length === 0 || theirs.length === 0 || sharesOrganiser(ours, theirs)) return false;
  const [row, other] = [spaced(listing.title), spaced(event.record.title)];
  const mutual = names(row, theirs) && names(other, ours);
  const pages = key === null ? [] : [key];
  if (mutual || (online(traits) && names(row, theirs, WITH))) return isOnly(event, theirs, pages, known);
  return online(event.traits) && names(other, ours, WITH) && isOnly(event, ours, pages, known);
});

/** Two organisers' rows for one online gathering: the titles begin alike, with the name of one of the two. */
export const bySubject = onItsDay(({ listing, traits }, event) => {
  const [ours, theirs] = [listing.organisers, event.record.groups];
  if (!online(traits) || !online(event.traits) || sharesOrganiser(ours, theirs)) return false;
  const subject = subjectOf(listing.title);
  if (subject === null || subject.squashed !== subjectOf(event.record.title)?.squashed) return false;
  const named = [...ours, ...theirs].flatMap(({ name }) => wordsOf(name));
  return ours.length > 0 && theirs.length > 0 && subject.words.some((word) => named.includes(word));
});

const WITH = [" with", " with the", " mit", " avec", " con"];

/** ` monthly call with rust fjord `: the words of a text, with a space before and behind each. */
const spaced = memo((text) => ` ${wordsOf(text).join(" ")} `);

/** Whether spaced words name one of the groups, all its words and more than one, with one of `before` in front. */
function names(title: string, groups: readonly EventGroup[], before: readonly string[] = [""]): boolean {
  return groups.some(({ name }) => {
    const words = spaced(name);
    return words.indexOf(" ", 1) < words.length - 1 && before.some((one) => title.includes(one + words));
  });
}

/** Whether the groups have no event that day but `event` and what this issue prints with `pages`. */
function isOnly(event: Candidate, groups: readonly EventGroup[], pages: readonly string[], known: Known): boolean {
  const day = event.start;
  // Of a crowd nobody looks through all.
  if (known.onDay(day).size >= CROWD || known.rows(day).length >= CROWD) return false;
  const own = (key: string | null) => key !== null && (pages.includes(key) || event.links.includes(key));
  for (const other of known.onDay(day).on(day))
    if (
      other !== event &&
      other.start === day &&
      sharesOrganiser(other.record.groups, groups) &&
      !other.links.every(own)
    )
      return false;
  return known.rows(day).every(({ key, listing }) => own(key) || !sharesOrganiser(listing.organisers, groups));
}
