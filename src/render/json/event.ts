import type { Change, EventRecord } from "../../model/event.ts";
import { type OnceEach, onceEach } from "../bytes.ts";
import { webLink } from "../text.ts";
import { venueOf } from "../venue.ts";

/** Renders events as JSON objects, each event object once. */
export function createJsonEvents(): OnceEach<EventRecord> {
  return onceEach((event) => JSON.stringify(publicEvent(event)));
}

/** The record as it may be shown: what looks like a link is http or https, everything else is dropped, and a venue where nobody goes. */
export function publicEvent(event: EventRecord): EventRecord {
  const { venue: _, ...shown } = event;
  const venue = venueOf(event);
  return {
    ...shown,
    ...(venue !== null && { venue }),
    url: safe(event.url),
    links: event.links.filter((link) => safe(link.url) !== null),
    groups: event.groups.map((group) => ({ ...group, url: safe(group.url) })),
    listings: event.listings.map((listing) => ({ ...listing, url: safe(listing.url) })),
    history: event.history.map(publicChange),
  };
}

function publicChange(change: Change): Change {
  return change.field === "url" ? { ...change, from: safe(change.from), to: safe(change.to) } : change;
}

function safe(address: string | null): string | null {
  return webLink(address) === null ? null : address;
}
