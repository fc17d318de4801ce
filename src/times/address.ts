import type { EventRecord } from "../model/event.ts";
import { canonicalLink } from "../normalize/link.ts";

/**
 * The id of the one event whose page `url` is, equal for all its spellings; on Meetup without the group, which may be renamed.
 * Null for a page that serves many events, and for what is no address.
 *
 * `https://www.meetup.com/de-DE/rust-berlin/events/399900101/` → `meetup.com/events/399900101`
 */
export function eventId(url: string | null): string | null {
  const link = canonicalLink(url);
  if (link === null || link.kind === "series") return null;
  return link.key.replace(/^meetup\.com\/[^/]+\/events\//, "meetup.com/events/");
}

/** The ids of the pages that an event has now: its own, then those of its further links. */
export function currentIds({ url, links }: EventRecord): readonly string[] {
  return [eventId(url), ...links.map((link) => eventId(link.url))].filter((id) => id !== null);
}

/** The ids of the pages with which it was listed before. */
export function formerIds({ listings }: EventRecord): readonly string[] {
  return listings.map(({ url }) => eventId(url)).filter((id) => id !== null);
}
