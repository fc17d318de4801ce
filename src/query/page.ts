import { compare } from "../model/compare.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { startAsOf } from "./as-of.ts";
import { type Cursor, decodeCursor, encodeCursor } from "./cursor.ts";
import type { EventQuery } from "./filters.ts";

/** A page of the events that match a query. */
export interface Page {
  readonly events: readonly EventRecord[];
  /** Number of events on all pages. */
  readonly total: number;
  /** Value of `cursor` for the next page; null on the last page. */
  readonly next: string | null;
}

/** When a page is requested. */
export interface Moment {
  readonly newestIssue: LocalDate | null;
  readonly today: LocalDate;
}

/** Later than any issue, so that no change is undone. */
const NO_ISSUE: LocalDate = "9999-12-31";

/**
 * The page of `found` (sorted by start, then id, within the window of `query`) for its `limit` and `cursor`; everything without
 * them. Pages neither skip nor repeat an event if issues are added or days pass in between: an event that moved keeps its
 * previous position, which is in its history, and a new event is included if its position is not over yet. Only a rebuild from
 * edited issues can change positions without a trace.
 */
export function pageOf(found: readonly EventRecord[], query: EventQuery, moment: Moment): Page {
  const total = found.length;
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
  // With `from`, the cursor must not depend on the current day, so that the bytes are the same tomorrow.
  const day = after?.day ?? query.from ?? moment.today;
  const rest = after === null ? found : following(found, after);
  const events = query.limit === undefined ? rest : rest.slice(0, query.limit);
  const last = events.at(-1);
  const more = last !== undefined && events.length < rest.length;
  if (!more) return { events, total, next: null };
  const asOf = after?.asOf ?? latest(found, moment.newestIssue ?? NO_ISSUE);
  return { events, total, next: encodeCursor({ asOf, day, start: startAsOf(last, asOf), id: last.id }) };
}

/** The newest issue, or the draft of the next one if it changed an event. */
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
