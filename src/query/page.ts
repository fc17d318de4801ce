import { compare } from "../model/compare.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { startAsOf } from "./as-of.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";

/** A part of the events that a query finds. */
export interface Page {
  readonly events: readonly EventRecord[];
  /** How many the query finds in all. */
  readonly total: number;
  /** Value of `cursor` that gives the next part; null after the last. */
  readonly next: string | null;
}

/** What the first of several pages was made of. */
export interface Moment {
  readonly newestIssue: LocalDate | null;
  readonly today: LocalDate;
}

/** Later than any issue: nothing is undone. */
const NO_ISSUE: LocalDate = "9999-12-31";

/**
 * The part of `found` (sorted by start, then id, within the window of `query`) that its `limit` and `cursor` ask for; all
 * of it without them. The parts neither skip nor repeat an event when issues after the first part's are taken in or days
 * pass meanwhile: an event that moved since keeps the place it had then, which its history tells; one that came to be found
 * later is given when its place is still ahead. Issues that were edited afterwards may change the past without a trace.
 */
export function pageOf(found: readonly EventRecord[], query: EventQuery, moment: Moment): Page {
  const total = found.length;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
  // Days that pass change nothing where the query names its first day: the same bytes tomorrow.
  const day = after?.day ?? query.from ?? moment.today;
  const rest = after === null ? found : following(found, after);
  const events = query.limit === undefined ? rest : rest.slice(0, query.limit);
  const last = events.at(-1);
  const more = last !== undefined && events.length < rest.length;
  if (!more) return { events, total, next: null };
  const asOf = after?.asOf ?? latest(found, moment.newestIssue ?? NO_ISSUE);
  return { events, total, next: encodeCursor({ asOf, day, start: startAsOf(last, asOf), id: last.id }) };
}

/** The newest issue, or the draft of the one to come where that changed something. */
function latest(found: readonly EventRecord[], newest: LocalDate): LocalDate {
  return found.reduce((day, { updated }) => (updated > day ? updated : day), newest);
}

function following(found: readonly EventRecord[], after: Cursor): EventRecord[] {
  return found
    .map((event) => ({ event, start: startAsOf(event, after.asOf) }))
    .filter(({ event, start }) => start > after.start || (start === after.start && event.id > after.id))
    .sort((a, b) => compare(a.start, b.start) || compare(a.event.id, b.event.id))
    .map(({ event }) => event);
}
