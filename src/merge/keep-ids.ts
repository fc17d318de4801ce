import { addDays } from "../model/date.ts";
import type { EventRecord, ListingRef } from "../model/event.ts";
import { idsOf } from "../model/event-ids.ts";
import { visible } from "../model/visible.ts";
import { named } from "./aliases.ts";
import { freeId } from "./ids.ts";
import { refKey } from "./overrides.ts";

/** An event that is over for more days than this is in nobody's calendar program any more. */
const LONG_OVER = 365;

/**
 * `rebuilt` with the ids that `old` had already given to the same listings, so that no subscription sees an event vanish and
 * come back. Where events were joined the oldest id stays and the others are its aliases, where one was split it stays with
 * its first listing. Revision and update never go backwards until an event is long over; a visible difference is one revision
 * more. `newest` is the date of the newest issue.
 */
export function keepIds(
  old: readonly EventRecord[],
  rebuilt: readonly EventRecord[],
  newest: string,
): readonly EventRecord[] {
  const owner = ownersOf(rebuilt);
  const before = new Map<EventRecord, EventRecord>();
  const others = new Map<EventRecord, string[]>(rebuilt.map((event) => [event, [...(event.aliases ?? [])]]));
  for (const event of [...old].sort(older)) {
    const owners = event.listings.map(owner).filter((found) => found !== undefined);
    const heir = owners.find((found) => !before.has(found));
    if (heir !== undefined) before.set(heir, event);
    const into = heir ?? owners[0];
    if (into !== undefined) others.get(into)?.push(...(heir === undefined ? idsOf(event) : (event.aliases ?? [])));
  }
  const given = new Set([...before.values()].map(({ id }) => id));
  const taken = new Set([...given, ...old.flatMap(idsOf)]);
  const kept = rebuilt.map((event) => {
    const known = before.get(event);
    if (known !== undefined) return follow(known, event, newest);
    // What was an alias is an event of its own again.
    const id = given.has(event.id) ? freeId(`${event.id}\n${event.created}`, (id) => taken.has(id)) : event.id;
    given.add(id);
    taken.add(id);
    return { ...event, id };
  });
  return kept
    .map((event, at) =>
      named(
        event,
        event.id,
        (others.get(rebuilt[at]!) ?? []).filter((id) => !given.has(id)),
      ),
    )
    .sort((a, b) => (a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1));
}

/** Finds the event of a listing by issue and line; in a file whose lines were shifted since, by issue and page. */
function ownersOf(events: readonly EventRecord[]): (listing: ListingRef) => EventRecord | undefined {
  const [byLine, byPage] = [
    new Map<string, { event: EventRecord; url: string | null }>(),
    new Map<string, EventRecord | null>(),
  ];
  for (const event of events) {
    for (const listing of event.listings) {
      byLine.set(refKey(listing), { event, url: listing.url });
      const page = `${listing.issue} ${listing.url}`;
      const known = byPage.get(page);
      byPage.set(page, known === undefined || known === event ? event : null);
    }
  }
  return (listing) => {
    const found = byLine.get(refKey(listing));
    if (found !== undefined && found.url === listing.url) return found.event;
    return byPage.get(`${listing.issue} ${listing.url}`) ?? found?.event;
  };
}

/** The event first seen comes first, of equal ones the one listed most often. */
function older(a: EventRecord, b: EventRecord): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return b.listings.length - a.listings.length || (a.id < b.id ? -1 : 1);
}

function follow(known: EventRecord, event: EventRecord, newest: string): EventRecord {
  const { id } = known;
  const isLongOver = addDays(known.end > event.end ? known.end : event.end, LONG_OVER) < newest;
  // That it was moved may come to light; where it was said and is not true, subscribers are told.
  const asMoved = movedFrom(known) === undefined || movedFrom(known) === movedFrom(event);
  if (asMoved && seen(known) === seen(event)) {
    if (!isLongOver) return { ...event, id, revision: known.revision, updated: known.updated };
    const updated = event.updated < known.updated ? event.updated : known.updated;
    return { ...event, id, revision: Math.min(event.revision, known.revision), updated };
  }
  if (isLongOver) return { ...event, id };
  const updated = event.updated > known.updated ? event.updated : newest;
  return { ...event, id, revision: Math.max(event.revision, known.revision + 1), updated };
}

function movedFrom({ history }: EventRecord): string | null | undefined {
  return history.findLast(({ field }) => field === "start")?.from;
}

/** All that a subscriber sees of an event. */
function seen(event: EventRecord): string {
  const { title, url, links, mode, status, state, start, end, timeZone, regions, places, groups } = event;
  const gone = state === "unlisted";
  return visible(
    JSON.stringify([title, url, links, mode, status, gone, start, end, timeZone, regions, places, groups]),
  );
}
