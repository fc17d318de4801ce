import type { Change, EventRecord } from "../../model/event.ts";
import { type OnceEach, onceEach } from "../bytes.ts";
import { withSafeLink } from "../source-link.ts";
import { recordLink } from "../text.ts";
import { venueOf } from "../venue.ts";

/** Renders events as JSON objects, each event object once. */
export function createJsonEvents(): OnceEach<EventRecord> {
  return onceEach((event) => JSON.stringify(publicEvent(event)));
}

/** The record as published: without links that are not http(s), and without the venue of an online-only event. */
export function publicEvent(event: EventRecord): EventRecord {
  const { venue: _, ...shown } = event;
  const { time, calendar } = event;
  const venue = venueOf(event);
  return {
    ...shown,
    ...(time !== undefined && { time: withSafeLink(time) }),
    ...(calendar !== undefined && { calendar: withSafeLink(calendar) }),
    ...(venue !== null && { venue }),
    url: recordLink(event.url),
    links: event.links.flatMap(({ text, url }) => {
      const link = recordLink(url);
      return link === null ? [] : { text, url: link };
    }),
    groups: event.groups.map((group) => ({ ...group, url: recordLink(group.url) })),
    listings: event.listings.map((listing) => ({ ...listing, url: recordLink(listing.url) })),
    history: event.history.map(publicChange),
  };
}

function publicChange(change: Change): Change {
  return change.field === "url" ? { ...change, from: recordLink(change.from), to: recordLink(change.to) } : change;
}
