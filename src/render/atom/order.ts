import { compare } from "../../model/compare.ts";
import type { EventRecord } from "../../model/event.ts";
import { changedAt } from "../updated.ts";

/** `events` in the order of feeds: most recent change first, then by start. */
export function newestFirst(events: readonly EventRecord[]): readonly EventRecord[] {
  return events.toSorted(
    (a, b) => compare(changedAt(b), changedAt(a)) || compare(a.start, b.start) || compare(a.id, b.id),
  );
}
