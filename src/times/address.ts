import type { EventRecord } from "../model/event.ts";
import { canonicalLink } from "../normalize/link.ts";

/**
 * The id of an event, from the address of its page; the same for all spellings of the address. On Meetup it does not contain
 * the group, which may be renamed. Null for a page of a series, and for an invalid address.
 *
 * `https://www.meetup.com/de-DE/rust-berlin/events/399900101/` → `meetup.com/events/399900101`
 */
export function eventId(url: string | null): string | null {
  const link = canonicalLink(url);
  if (link === null || link.kind === "series") return null;
  return link.key.replace(/^meetup\.com\/[^/]+\/events\//, "meetup.com/events/");
}

/** The ids of the current pages of an event: its own, then those of its other links. */
export function currentIds({ url, links }: EventRecord): readonly string[] {
  return [eventId(url), ...links.map((link) => eventId(link.url))].filter((id) => id !== null);
}

/** The ids of the pages that its listings had. */
export function formerIds({ listings }: EventRecord): readonly string[] {
  return listings.map(({ url }) => eventId(url)).filter((id) => id !== null);
}
