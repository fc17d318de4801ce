import { compare } from "../../model/compare.ts";
import type { EventRecord } from "../../model/event.ts";
import { changedAt } from "../lasting.ts";

/** `events` as feed readers want them: the newest change first, and those of one day by their start. */
export function newestFirst(events: readonly EventRecord[]): readonly EventRecord[] {
  return events.toSorted(
    (a, b) => compare(changedAt(b), changedAt(a)) || compare(a.start, b.start) || compare(a.id, b.id),
  );
}
