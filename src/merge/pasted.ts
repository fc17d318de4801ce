import type { EventGroup } from "../model/listing.ts";
import { meetupGroupOf } from "../model/meetup.ts";
import { type Candidate, likeness, sharesCity, sharesOrganiser } from "./candidate.ts";
import type { Arrival, Known } from "./known.ts";

/**
 * Another group's line under the row of a group that has one event that day: the row's day, group and place decide, and the
 * event's own line names the page. Such a line is there twice, under its own row as well, or stands where the event's own
 * line stood before.
 */
export function byRow(arrival: Arrival, known: Known): Candidate | null {
  const { key, day, listing } = arrival;
  if (key === null || day === null || listing.link?.kind !== "event" || known.onDay(day).size === 0) return null;
  if (isOwn(key, listing.organisers, known)) return null;
  const { traits } = arrival;
  const own = known
    .onDay(day)
    .likely(traits)
    .filter((event) => event.start === day && sharesOrganiser(event.record.groups, listing.organisers));
  const [event] = own;
  const page = known.linkOf(event?.record.url ?? null)?.key;
  if (event === undefined || own.length > 1 || page === undefined || page === key) return null;
  if (likeness(traits, event.traits) > 0 || !sharesCity(traits, event.traits)) return null;
  if (!isOthers(key, listing.organisers, known) || isOthers(page, listing.organisers, known)) return null;
  const replaced = event.links.every((link) => link === key || known.prints(link, day) === 0);
  return replaced || isCopied(arrival, known) ? event : null;
}

/** Whether this issue prints the line under another group's row as well. */
export function isCopied({ key, listing }: Arrival, known: Known): boolean {
  if (key === null || listing.link?.kind !== "event" || listing.organisers.length === 0) return false;
  return known
    .printed(key)
    .some(
      ({ listing: other }) =>
        other.title === listing.title &&
        other.organisers.length > 0 &&
        !sharesOrganiser(other.organisers, listing.organisers),
    );
}

/** Whether the event's page is that of an event of other groups: a line of theirs that was pasted under its row. */
export function hasPastedPage({ id, record, traits }: Candidate, { linkOf, withLink }: Known): boolean {
  const link = linkOf(record.url);
  if (link?.kind !== "event" || record.groups.length === 0) return false;
  return withLink(link.key)
    .likely(traits)
    .some(
      (other) =>
        other.id !== id && other.record.groups.length > 0 && !sharesOrganiser(other.record.groups, record.groups),
    );
}

/** Whether a page lies below the address that one of the groups is printed with. */
function isOwn(key: string, groups: readonly EventGroup[], { linkOf }: Known): boolean {
  const place = meetupGroupOf(key) ?? key;
  return groups.some(({ url }) => {
    const own = linkOf(url)?.key;
    return own !== undefined && (own === place || key.startsWith(`${own}/`));
  });
}

/** Whether a page, or others of its Meetup group, are known as those of other groups alone. */
function isOthers(key: string, groups: readonly EventGroup[], known: Known): boolean {
  const owners = known.owners(meetupGroupOf(key) ?? key).filter(({ record }) => record.groups.length > 0);
  return owners.length > 0 && !owners.some(({ record }) => sharesOrganiser(record.groups, groups));
}
