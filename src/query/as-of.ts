import type { FactsThen } from "../model/changes.ts";
import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { Change, EventRecord } from "../model/event.ts";
import type { Status } from "../model/listing.ts";

/** The start of `event` after issue `asOf` and the readings of that day. */
export function startAsOf({ history, start }: EventRecord, asOf: LocalDate): LocalDate {
  const undone = history.find((change) => change.field === "start" && change.issue > asOf);
  return (undone && before(undone, history)) ?? start;
}

/** `event` after issue `asOf`: later changes in its history are undone. */
export function factsAsOf(event: EventRecord, asOf: LocalDate): FactsThen {
  let { title, url, start, end, status } = event;
  const later = event.history.filter(({ issue }) => issue > asOf).reverse();
  for (const [at, change] of later.entries()) {
    const { issue, field, source } = change;
    const from = before(change, event.history);
    if (field === "title") title = from ?? title;
    else if (field === "url") url = from;
    else if (field === "status") status = (from ?? status) as Status;
    else if (field === "end") end = from ?? end;
    else if (field === "start" && from !== null) {
      // A change of only the start also moves the end.
      const ended = later
        .slice(0, at)
        .some((other) => other.field === "end" && other.issue === issue && other.source === source);
      if (!ended) end = addDays(end, daysBetween(start, from));
      start = from;
    }
  }
  return { title, url, start, end: end < start ? start : end, status };
}

/**
 * The value before `change`. Newsletter and organiser each have their own sequence of values, so if the other one made the
 * previous change of this field, that change has the value, not `change.from`.
 */
function before(change: Change, history: readonly Change[]): string | null {
  const last = history.slice(0, history.indexOf(change)).findLast(({ field }) => field === change.field);
  return last === undefined || last.source === change.source ? change.from : last.to;
}
