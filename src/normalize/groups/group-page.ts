import type { CanonicalLink } from "../../model/listing.ts";
import { meetupGroupOf } from "../../model/meetup.ts";
import { memo } from "../../model/memo.ts";
import { canonicalLink } from "../link.ts";

/** Hosts on which the first part of a path is an organisation. */
const ORGANISATION = /^(?:hasgeek\.com|kommunity\.com|guild\.host)\/[^/]+/;
/** Forms, tickets, rooms and pages of one event, which say nothing of the group. */
const NO_GROUP =
  /^(?:eventbrite\.com\/e\/|docs\.google\.|forms\.gle|calendar\.app\.|lecture\.senfcall|meet\.jit|luma\.com\/[a-z0-9]{8}$)|\/events?\/[^/]*\d/;

/** Key of a group's own page, `meetup.com/rust-oslo`; null where a link tells none. */
export const pageOfGroup = memo((url) => {
  const key = canonicalLink(url)?.key ?? null;
  if (key === null) return null;
  return meetupGroupOf(key) ?? ORGANISATION.exec(key)?.[0] ?? (NO_GROUP.test(key) ? null : key);
});

/**
 * Key of the page that stands behind an event's page: its Meetup group; a site's front page, printed as the event's, itself.
 * Null where it tells none.
 */
export function hostOf(link: CanonicalLink | null): string | null {
  if (link === null) return null;
  return meetupGroupOf(link.key) ?? (link.kind === "event" && /^[a-z\d.-]+$/.test(link.key) ? link.key : null);
}
