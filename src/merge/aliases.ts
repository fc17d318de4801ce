import type { EventRecord, ListingRef } from "../model/event.ts";
import { idsOf } from "../model/event-ids.ts";

/** The event with an id and the ids that lead to it besides, each once, sorted. */
export function named(event: EventRecord, id: string, others: Iterable<string>): EventRecord {
  const { id: _, aliases: __, ...rest } = event;
  const aliases = [...new Set(others)].filter((other) => other !== id).sort();
  return aliases.length === 0 ? { id, ...rest } : { id, aliases, ...rest };
}

/** The event with the listings and ids of another that turned out to be a part of it. */
export function joined(event: EventRecord, part: EventRecord): EventRecord {
  const created = part.created < event.created ? part.created : event.created;
  const listings = [...event.listings, ...part.listings].sort(inOrder);
  return named({ ...event, created, listings }, event.id, [...idsOf(event), ...idsOf(part)]);
}

function inOrder(a: ListingRef, b: ListingRef): number {
  if (a.issue !== b.issue) return a.issue < b.issue ? -1 : 1;
  return a.line - b.line || (a.sub ?? 0) - (b.sub ?? 0);
}
