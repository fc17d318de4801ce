import { kindOf } from "../../kinds/kind.ts";
import type { Change, EventRecord } from "../../model/event.ts";
import type { Kind } from "../../model/kind.ts";
import { type OnceEach, onceEach } from "../bytes.ts";
import { withSafeLink } from "../source-link.ts";
import { recordLink } from "../text.ts";
import { venueOf } from "../venue.ts";

/** Renders events as JSON objects, each event object once. */
export function createJsonEvents(): OnceEach<EventRecord> {
  return onceEach((event) => JSON.stringify(publicEvent(event)));
}

/** An event as it is served: with its kind, which is not stored. */
export interface PublicEvent extends EventRecord {
  readonly kind: Kind;
}

/** The record as published: without links that are not http(s), and without the venue of an online-only event. */
export function publicEvent(event: EventRecord): PublicEvent {
  const { venue: _, ...shown } = event;
  const { time, calendar } = event;
  const venue = venueOf(event);
  return {
    ...shown,
    kind: kindOf(event),
    ...(event.call !== undefined && { call: { ...event.call, url: recordLink(event.call.url) } }),
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
