import type { LocalDate } from "../model/date.ts";
import type { CanonicalLink, EventGroup, PrintedGroup } from "../model/listing.ts";
import { meetupGroupOf } from "../model/meetup.ts";
import { memo } from "../model/memo.ts";
import { claim, type GroupIndex, isOnMeetup, type Known, learn, named, namesOf, numbered } from "./group-index.ts";
import { akin, cleanName, distinctive, slugify, speaksOf, titleOf } from "./group-names.ts";
import { canonicalLink } from "./link.ts";

/** The names of a group that are compared with another one, at most. */
const MOST_NAMES = 100;

/**
 * Finds the organisers of one listing, or makes them known: by link first, then by name. Where none is printed, the
 * Meetup group that hosts the event's page is the organiser. `issue` is the date of the issue, not older than any before.
 */
export function identifyGroups(
  index: GroupIndex,
  printed: readonly PrintedGroup[],
  issue: LocalDate,
  link: CanonicalLink | null,
): readonly EventGroup[] {
  const organisers: EventGroup[] = [];
  for (const group of printed) {
    const found = identify(index, group, printed.length === 1 ? link : null, issue);
    if (found !== null && !organisers.some(({ slug }) => slug === found.slug)) organisers.push(found);
  }
  const host = organisers.length === 0 && link !== null ? meetupGroupOf(link.key) : null;
  if (host === null) return organisers;
  const url = `https://www.${host}`;
  return [organiserOf(see(index, "", url, host, null, issue), "", url)];
}

/** `page` is that of the group's event, where no other group is printed. */
function identify(
  index: GroupIndex,
  printed: PrintedGroup,
  page: CanonicalLink | null,
  issue: LocalDate,
): EventGroup | null {
  const { url } = printed;
  const name = cleanName(printed.name);
  const own = url === null ? null : groupKey(url);
  if (name === "" && own === null) return null;
  const lent = own === null && page !== null ? meetupGroupOf(page.key) : null;
  return organiserOf(see(index, name, url, own, lent, issue), name, url);
}

function organiserOf(group: Known, name: string, url: string | null): EventGroup {
  return { slug: group.slug, name: name === "" ? group.name : name, url: url ?? group.url };
}

/** `own`: key of the group's printed link; `lent`: key of the page that hosts its event. */
function see(
  index: GroupIndex,
  name: string,
  url: string | null,
  own: string | null,
  lent: string | null,
  issue: LocalDate,
): Known {
  const key = own ?? (lent !== null && !index.byLink.has(lent) && speaksOf(name, titleOf(lent)) ? lent : null);
  const found = find(index, name, own, lent);
  const [wanted = ""] = found === null ? slugsFor(name, key) : [];
  const known = found ?? joined(index, wanted);
  const group = known ?? mint(index, name, url, key, issue);
  if (known === null) index.bySlug.set(group.slug, group);
  const news = learn(group, name, url, key, index.joins.has(wanted) ? wanted : null);
  group.lastSeen = issue;
  if (key !== null && !index.byLink.has(key)) index.byLink.set(key, group);
  if (index.byName !== null) claim(index.byName, known === null ? namesOf(group) : news, group);
  return group;
}

/** The group of the link, else of the name; a name without any link behind it may be one of the group that hosts the page. */
function find(index: GroupIndex, name: string, own: string | null, lent: string | null): Known | null {
  const linked = own === null ? undefined : index.byLink.get(own);
  if (linked !== undefined) return linked;
  const namesake = name === "" ? undefined : named(index, name);
  const known = namesake !== undefined && !contradicts(namesake, name, own) ? namesake : null;
  if (known !== null && known.links.size > 0) return known;
  const host = lent === null ? undefined : index.byLink.get(lent);
  return host !== undefined && speaksOfOne(name, host) ? host : known;
}

/** Whether the name speaks of one of the group's. */
function speaksOfOne(name: string, group: Known): boolean {
  let left = MOST_NAMES;
  for (const known of namesOf(group)) {
    if (left-- === 0) return false;
    if (speaksOf(name, known)) return true;
  }
  return false;
}

/** The known group that by hand holds what would be one of the slug `wanted`; where a part of it came first, it has that slug itself. */
function joined(index: GroupIndex, wanted: string): Known | null {
  const holder = index.bySlug.get(index.joins.get(wanted) ?? wanted);
  return holder !== undefined && (index.joins.has(wanted) || holder.aliases.size > 0) ? holder : null;
}

/** A known name with another Meetup group behind it is another group, unless that group's address speaks of the name too. */
function contradicts({ links, onMeetup }: Known, name: string, own: string | null): boolean {
  if (own === null) return false;
  if (distinctive(name).length === 0) return links.size > 0;
  if (!isOnMeetup(own) || !onMeetup) return false;
  return !akin(name, titleOf(own));
}

/** The slugs that a group may have, the best first. */
function slugsFor(name: string, key: string | null): readonly string[] {
  const tail = titleOf(key ?? "");
  return [slugify(name === "" ? tail : name), slugify(tail)].filter((slug) => slug !== "");
}

function mint(index: GroupIndex, name: string, url: string | null, key: string | null, issue: LocalDate): Known {
  const called = name === "" ? titleOf(key ?? "") : name;
  const wanted = slugsFor(name, key);
  const slug =
    index.joins.get(wanted[0] ?? "") ??
    wanted.find((candidate) => !index.bySlug.has(candidate)) ??
    numbered(index, wanted[0] ?? "group");
  const none = { aliases: new Set<string>(), names: new Set<string>(), links: new Set<string>() };
  return { slug, ...none, name: called, url, firstSeen: issue, lastSeen: issue, onMeetup: false, stored: null };
}

/** Key of a group's own page; null for forms, tickets and rooms, which tell nothing of the group. */
const groupKey = memo((url) => {
  const link = canonicalLink(url);
  if (link === null) return null;
  const host = meetupGroupOf(link.key);
  if (host !== null) return host;
  const organisation = /^(hasgeek\.com\/[^/]+|kommunity\.com\/[^/]+|guild\.host\/[^/]+)/.exec(link.key)?.[1];
  if (organisation !== undefined) return organisation;
  const page =
    /^(eventbrite\.com\/e\/|docs\.google\.|forms\.gle|calendar\.app\.|lecture\.senfcall|meet\.jit)|\/events?\/[^/]*\d/;
  return page.test(link.key) || /^luma\.com\/[a-z0-9]{8}$/.test(link.key) ? null : link.key;
});
