import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import { type Candidate, isDoubtful, likeness, sharesGroup, type Traits, wasMoved } from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";
import { best, isOneOff, SHORT_MOVE } from "./match.ts";
import { distinctiveTitle, namesEdition, otherEdition, sameEdition, talkTitle } from "./titles.ts";

/** Beyond this many days even the same edition is another event. */
const LONG_MOVE = 100;

/** The same page on another day: the event was moved, if its title stayed and nothing tells of two occurrences. */
export function byMove(arrival: Arrival, known: Known): Candidate | null {
  const { listing, key, day } = arrival;
  if (key === null || day === null || listing.link?.kind !== "event") return null;
  if (known.withLink(key).size === 0) return null;
  const { traits } = arrival;
  const events = known.withLink(key).likely(traits);
  return best(events, (event) => {
    const shift = Math.abs(daysBetween(event.start, day));
    if (shift === 0 || event.taken || known.prints(key, event.start) > 0) return 0;
    if (!isOneOff(key) && isNextInSeries(traits, event, day, known)) return 0;
    if (shift > SHORT_MOVE && repeats(event, events) && !sameEdition(traits.titles[0]!, event.traits.titles[0]!))
      return 0;
    return moved(traits, event, shift, key, known.issue) ? 1000 / shift : 0;
  });
}

/**
 * Whether the group met under a near-same title as long before the event as the new day lies after it: the next of a series,
 * printed with the page of the one before.
 */
function isNextInSeries(traits: Traits, event: Candidate, day: LocalDate, known: Known): boolean {
  const before = addDays(event.start, -daysBetween(event.start, day));
  return (
    day > event.start &&
    known
      .onDay(before)
      .likely(traits)
      .some((last) => sharesGroup(traits, last.traits) && likeness(traits, last.traits) > 0)
  );
}

/** Whether the page has served several days already: it belongs to a series, whatever its address looks like. */
function repeats(event: Candidate, events: readonly Candidate[]): boolean {
  return wasMoved(event) || events.some(({ start }) => start !== event.start);
}

function moved(traits: Traits, event: Candidate, shift: number, key: string, issue: LocalDate): boolean {
  const [title = ""] = traits.titles;
  const [old = ""] = event.traits.titles;
  const ahead = event.end >= issue;
  if (likeness(traits, event.traits) === 0) return ahead && shift <= SHORT_MOVE && isOneOff(key);
  if (ahead || isDoubtful(event)) return true;
  if (shift <= SHORT_MOVE) return !otherEdition(title, old);
  return shift <= LONG_MOVE && sameEdition(title, old);
}

/**
 * A one-off page that after its day is printed with the same title for a later one: it was postponed when no issue could say
 * so before. The title is that of one talk; of another one the new day lies within two weeks and on another day of the week.
 * A title that the group uses for other days, or a page that served several, is that of a series.
 */
export function byPostponed({ key, day, traits }: Arrival, known: Known): Candidate | null {
  if (key === null || day === null || !isOneOff(key) || known.withLink(key).size === 0) return null;
  const [title = ""] = traits.titles;
  if (!distinctiveTitle(title)) return null;
  const events = known.withLink(key).likely(traits);
  return best(events, (event) => {
    const { start, end, record, taken } = event;
    const shift = daysBetween(start, day);
    if (taken || end >= known.issue || day <= end) return 0;
    if (shift > LONG_MOVE || repeats(event, events) || known.prints(key, start) > 0) return 0;
    if (likeness(traits, event.traits) < 2 || otherEdition(title, record.title)) return 0;
    if (!talkTitle(title) && (shift >= 14 || shift % 7 === 0)) return 0;
    // Left out before its day it may be another event's page by now, unless the next issue has it.
    const listed = daysBetween(record.listings.at(-1)?.issue ?? "", start);
    const isNext = start >= addDays(known.issue, -SHORT_MOVE);
    const series = known
      .titled(title)
      .some((other) => other.start !== start && sharesGroup(other.traits, event.traits));
    return series || listed > (isNext ? 2 : 1) * SHORT_MOVE ? 0 : 1;
  });
}

/**
 * A one-off page with the edition in its title that earlier issues printed on two days, and this one on the later only: the
 * older event was moved, and the other is a part of it.
 */
export function byOlderLine(arrival: Arrival, known: Known): Candidate | null {
  const { key, day } = arrival;
  if (key === null || day === null || known.withLink(key).size < 2 || !isOneOff(key)) return null;
  const { traits } = arrival;
  const there = laterOf(arrival, known);
  if (there === null) return null;
  return best(known.withLink(key).likely(traits), (event) => {
    const shift = Math.abs(daysBetween(event.start, day));
    if (shift === 0 || shift > LONG_MOVE || event.taken || event.start < addDays(known.issue, -SHORT_MOVE)) return 0;
    if (event.record.created >= there.record.created || known.prints(key, event.start) > 0) return 0;
    const one =
      sameEdition(traits.titles[0]!, event.record.title) && sameEdition(there.record.title, event.record.title);
    return one && listedTogether(event, there) ? 1 / shift : 0;
  });
}

/** The event that has the listing's page on its day, by an earlier issue and by no listing of this one. */
export function laterOf({ key, day, traits }: Arrival, known: Known): Candidate | null {
  const events = key === null ? [] : known.withLink(key).likely(traits);
  return events.find(({ start, fresh, taken }) => start === day && !fresh && !taken) ?? null;
}

function listedTogether({ record }: Candidate, other: Candidate): boolean {
  const issues = new Set(record.listings.map(({ issue }) => issue));
  return other.record.listings.some(({ issue }) => issues.has(issue));
}

/**
 * Another page on a day within a week, with the group and the title of an event that is ahead and was listed until now, and
 * the title names its edition (`June Talks`): moved, and its page with it.
 */
export function byNewPage({ listing, day, traits }: Arrival, known: Known): Candidate | null {
  const { title, link } = listing;
  if (day === null || link?.kind !== "event") return null;
  return best(known.gone(title), (event) => {
    if (event.taken || event.pages.length === 0 || !namesEdition(title)) return 0;
    const shift = Math.abs(daysBetween(event.start, day));
    return shift > 0 && shift <= SHORT_MOVE && sharesGroup(traits, event.traits) ? 1 / shift : 0;
  });
}
