import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import { type Candidate, isDoubtful, likeness, sharesGroup, type Traits, wasMoved } from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";
import { best, isOneOff, SHORT_MOVE } from "./match.ts";
import { namesEdition, otherEdition, sameEdition } from "./titles.ts";

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
