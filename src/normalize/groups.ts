import type { LocalDate } from "../model/date.ts";
import type { GroupRecord } from "../model/event.ts";
import type { CanonicalLink, EventGroup, PrintedGroup } from "../model/listing.ts";
import { memo } from "../model/memo.ts";
import { akin, cleanName, distinctive, slugify, speaksOf, squash, titleOf } from "./group-names.ts";
import { canonicalLink } from "./link.ts";

/**
 * Every group known so far, found by link or name. It has one owner: {@link identifyGroups} adds to it and hands it
 * back, what was passed in must not be used again.
 */
export interface GroupIndex {
  readonly records: Map<string, GroupRecord>;
  /** The newest issue that printed each, by slug: all that changes of most groups from issue to issue. */
  readonly lastSeen: Map<string, LocalDate>;
  readonly byLink: Map<string, string>;
  /** What was found for the groups of one listing, which are the same object each time that it is printed. */
  readonly before: Map<readonly PrintedGroup[], Found>;
  /** Made when first asked for: most groups are found by their links. */
  byName: Map<string, string> | null;
}

/** Organisers that their own links told, and their records at that time. */
interface Found {
  readonly organisers: readonly EventGroup[];
  readonly records: readonly GroupRecord[];
}

/** An index over groups as they are stored: equal to the one that grew while they were found. */
export function createGroupIndex(records: readonly GroupRecord[] = []): GroupIndex {
  const index: GroupIndex = {
    records: new Map(),
    lastSeen: new Map(),
    byLink: new Map(),
    before: new Map(),
    byName: null,
  };
  for (const record of records) {
    index.records.set(record.slug, record);
    index.lastSeen.set(record.slug, record.lastSeen);
    for (const key of record.links) index.byLink.set(key, record.slug);
  }
  return index;
}

function named(index: GroupIndex, name: string): string | undefined {
  if (index.byName === null) {
    index.byName = new Map();
    for (const record of index.records.values()) claimNames(index, index.byName, record);
  }
  return index.byName.get(squash(name));
}

/** The groups of an index, sorted by slug. */
export function groupRecords(index: GroupIndex): readonly GroupRecord[] {
  const records = [...index.records.values()].map((record) => {
    const lastSeen = index.lastSeen.get(record.slug) ?? record.lastSeen;
    return lastSeen === record.lastSeen ? record : { ...record, lastSeen };
  });
  return records.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * Finds the organisers of one listing, or makes them known: by link first, then by name. Where none is printed, the
 * Meetup group that hosts the event's page is the organiser. `issue` is the date of the issue, not older than any before.
 */
export function identifyGroups(
  known: GroupIndex,
  printed: readonly PrintedGroup[],
  issue: LocalDate,
  link: CanonicalLink | null,
): { readonly organisers: readonly EventGroup[]; readonly known: GroupIndex } {
  const before = known.before.get(printed);
  if (before?.records.every((record) => known.records.get(record.slug) === record)) {
    for (const { slug } of before.organisers) known.lastSeen.set(slug, issue);
    return { organisers: before.organisers, known };
  }
  const host = hostOf(link);
  const found: EventGroup[] = [];
  let linked = true;
  for (const group of printed) {
    const name = cleanName(group.name);
    const own = group.url === null ? null : groupKey(group.url);
    if (name === "" && own === null) continue;
    if (own === null) linked = false;
    const lent = own === null && printed.length === 1 ? host : null;
    const seen = see(known, name, group.url, own, lent, issue);
    if (found.length === 0 || !found.some(({ slug }) => slug === seen.slug)) found.push(seen);
  }
  if (found.length === 0 && host !== null) found.push(see(known, "", `https://www.${host}`, host, null, issue));
  // A link, once known, leads to its group for ever: only a record that has changed could tell anything new.
  else if (linked && found.length > 0)
    known.before.set(printed, { organisers: found, records: found.map(({ slug }) => known.records.get(slug)!) });
  return { organisers: found, known };
}

/** `own`: key of the group's printed link; `lent`: key of the page that hosts its event. */
function see(
  index: GroupIndex,
  name: string,
  url: string | null,
  own: string | null,
  lent: string | null,
  issue: LocalDate,
): EventGroup {
  const slug = find(index, name, own, lent);
  const old = slug === null ? null : (index.records.get(slug) ?? null);
  const key = own ?? (lent !== null && !index.byLink.has(lent) && speaksOf(name, titleOf(lent)) ? lent : null);
  const record = old === null ? mint(index, name, url, key, issue) : update(old, name, url, key, issue);
  index.lastSeen.set(record.slug, issue);
  if (record !== old) {
    index.records.set(record.slug, record);
    if (key !== null && !index.byLink.has(key)) index.byLink.set(key, record.slug);
    const learnt = record.names !== old?.names || record.links !== old.links;
    if (learnt && index.byName !== null) claimNames(index, index.byName, record);
  }
  return { slug: record.slug, name: name === "" ? record.name : name, url: url ?? record.url };
}

function find(index: GroupIndex, name: string, own: string | null, lent: string | null): string | null {
  const linked = own === null ? undefined : index.byLink.get(own);
  if (linked !== undefined) return linked;
  const namesake = name === "" ? undefined : named(index, name);
  if (namesake !== undefined && !contradicts(index.records.get(namesake), name, own)) return namesake;
  const hosted = lent === null ? undefined : index.byLink.get(lent);
  const host = hosted === undefined ? undefined : index.records.get(hosted);
  return host !== undefined && namesOf(host).some((known) => speaksOf(name, known)) ? host.slug : null;
}

/** A known name with another Meetup group behind it is another group, unless that group's address speaks of the name too. */
function contradicts(record: GroupRecord | undefined, name: string, own: string | null): boolean {
  if (record === undefined || own === null) return false;
  if (distinctive(name).length === 0) return record.links.length > 0;
  if (!own.startsWith("meetup.com/") || !record.links.some((key) => key.startsWith("meetup.com/"))) return false;
  return !akin(name, titleOf(own));
}

function mint(index: GroupIndex, name: string, url: string | null, key: string | null, issue: LocalDate): GroupRecord {
  const called = name === "" ? titleOf(key ?? "") : name;
  const wanted = [slugify(called), ...(key === null ? [] : [slugify(titleOf(key))])].filter((slug) => slug !== "");
  let slug = wanted.find((candidate) => !index.records.has(candidate));
  for (let n = 2; slug === undefined; n++) {
    const candidate = `${wanted[0] ?? "group"}-${n}`;
    if (!index.records.has(candidate)) slug = candidate;
  }
  const names = name === "" ? [] : [name];
  return { slug, name: called, url, names, links: key === null ? [] : [key], firstSeen: issue, lastSeen: issue };
}

function update(old: GroupRecord, name: string, url: string | null, key: string | null, issue: LocalDate): GroupRecord {
  const names = name === "" || old.names.includes(name) ? old.names : [...old.names, name];
  const links = key === null || old.links.includes(key) ? old.links : [...old.links, key];
  const called = name === "" ? old.name : name;
  const address = name === "" ? (old.url ?? url) : (url ?? old.url);
  const same = names === old.names && links === old.links && called === old.name && address === old.url;
  if (same) return old;
  return { slug: old.slug, name: called, url: address, names, links, firstSeen: old.firstSeen, lastSeen: issue };
}

/** The names that lead to a group: printed ones, and those that its addresses on Meetup spell. */
function namesOf(record: GroupRecord): readonly string[] {
  const names = [...record.names, ...record.links.filter((key) => key.startsWith("meetup.com/")).map(titleOf)];
  return names.length === 0 ? [record.name] : names;
}

/** A name that two groups carry leads to the one that was there first, whichever order they are read in. */
function claimNames(index: GroupIndex, byName: Map<string, string>, record: GroupRecord): void {
  for (const name of namesOf(record)) {
    const key = squash(name);
    const holder = index.records.get(byName.get(key) ?? "");
    const first =
      holder === undefined ||
      record.firstSeen < holder.firstSeen ||
      (record.firstSeen === holder.firstSeen && record.slug < holder.slug);
    if (first) byName.set(key, record.slug);
  }
}

/** Key of a group's own page; null for forms, tickets and rooms, which tell nothing of the group. */
const groupKey = memo((url) => {
  const link = canonicalLink(url);
  if (link === null) return null;
  const host = hostOf(link);
  if (host !== null) return host;
  const organisation = /^(hasgeek\.com\/[^/]+|kommunity\.com\/[^/]+|guild\.host\/[^/]+)/.exec(link.key)?.[1];
  if (organisation !== undefined) return organisation;
  const page =
    /^(eventbrite\.com\/e\/|docs\.google\.|forms\.gle|calendar\.app\.|lecture\.senfcall|meet\.jit)|\/events?\/[^/]*\d/;
  return page.test(link.key) || /^luma\.com\/[a-z0-9]{8}$/.test(link.key) ? null : link.key;
});

/** `meetup.com/GROUP` of any page of that group on Meetup. */
function hostOf(link: CanonicalLink | null): string | null {
  if (link === null || !link.key.startsWith(MEETUP)) return null;
  const end = link.key.indexOf("/", MEETUP.length);
  const host = end < 0 ? link.key : link.key.slice(0, end);
  return host === `${MEETUP}find` || host === `${MEETUP}events` ? null : host;
}

const MEETUP = "meetup.com/";
