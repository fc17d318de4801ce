import type { LocalDate } from "../model/date.ts";
import type { GroupRecord } from "../model/event.ts";
import type { CanonicalLink, EventGroup, PrintedGroup } from "../model/listing.ts";
import { meetupGroupOf } from "../model/meetup.ts";
import { memo } from "../model/memo.ts";
import { akin, cleanName, distinctive, slugify, speaksOf, squash, titleOf } from "./group-names.ts";
import { canonicalLink } from "./link.ts";

/** Every group known so far, found by link or name. It has one owner, and {@link identifyGroups} adds to it. */
export interface GroupIndex {
  readonly bySlug: Map<string, Known>;
  readonly byLink: Map<string, Known>;
  /** Slugs of groups that are parts of another one, and that one's. */
  readonly joins: ReadonlyMap<string, string>;
  /** What a printed link told, with the name beside it: most listings repeat both. */
  readonly before: Map<string, Found>;
  /** Made when first asked for: most groups are found by their links. */
  byName: Map<string, Known> | null;
}

/** A group as it is known so far. */
interface Known {
  record: GroupRecord;
  /** The newest issue that printed it: all that changes of most groups from issue to issue. */
  lastSeen: LocalDate;
}

/** A group as one listing prints it, alone in a list, so that all listings that print it so can share it. */
interface Found {
  /** As printed. */
  readonly name: string;
  readonly group: Known;
  /** What was known of the group then: what is printed again tells nothing new as long as that is all. */
  readonly record: GroupRecord;
  readonly organisers: readonly [EventGroup];
}

/** An index over groups as they are stored: equal to the one that grew while they were found. `joins` were made by hand. */
export function createGroupIndex(
  records: readonly GroupRecord[] = [],
  joins: ReadonlyMap<string, string> = new Map(),
): GroupIndex {
  const index: GroupIndex = { bySlug: new Map(), byLink: new Map(), joins, before: new Map(), byName: null };
  for (const record of records) {
    const group = { record, lastSeen: record.lastSeen };
    index.bySlug.set(record.slug, group);
    for (const key of record.links) index.byLink.set(key, group);
  }
  return index;
}

function named(index: GroupIndex, name: string): Known | undefined {
  if (index.byName === null) {
    index.byName = new Map();
    for (const group of index.bySlug.values()) claimNames(index.byName, group);
  }
  return index.byName.get(squash(name));
}

/** The groups of an index, sorted by slug. */
export function groupRecords(index: GroupIndex): readonly GroupRecord[] {
  const records = [...index.bySlug.values()].map(({ record, lastSeen }) =>
    lastSeen === record.lastSeen ? record : { ...record, lastSeen },
  );
  return records.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

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
  let organisers: readonly EventGroup[] = [];
  for (const group of printed) {
    const found = repeated(index, group, issue) ?? identify(index, group, printed.length === 1 ? link : null, issue);
    if (organisers.length === 0) organisers = found;
    else if (!organisers.some(({ slug }) => slug === found[0]?.slug)) organisers = [...organisers, ...found];
  }
  const host = organisers.length === 0 && link !== null ? meetupGroupOf(link.key) : null;
  if (host === null) return organisers;
  const url = `https://www.${host}`;
  return [organiserOf(see(index, "", url, host, null, issue), "", url)];
}

/** A group that is printed with a link as it was before. */
function repeated(index: GroupIndex, { name, url }: PrintedGroup, issue: LocalDate): readonly [EventGroup] | null {
  const before = url === null ? undefined : index.before.get(url);
  if (before === undefined || before.name !== name || before.group.record !== before.record) return null;
  before.group.lastSeen = issue;
  return before.organisers;
}

/** `page` is that of the group's event, where no other group is printed. */
function identify(
  index: GroupIndex,
  printed: PrintedGroup,
  page: CanonicalLink | null,
  issue: LocalDate,
): readonly EventGroup[] {
  const { url } = printed;
  const name = cleanName(printed.name);
  const own = url === null ? null : groupKey(url);
  if (name === "" && own === null) return [];
  const group = see(index, name, url, own, own === null && page !== null ? meetupGroupOf(page.key) : null, issue);
  const organisers = [organiserOf(group, name, url)] as const;
  // A link, once known, leads to its group for ever.
  if (own !== null && url !== null)
    index.before.set(url, { name: printed.name, group, record: group.record, organisers });
  return organisers;
}

function organiserOf({ record }: Known, name: string, url: string | null): EventGroup {
  return { slug: record.slug, name: name === "" ? record.name : name, url: url ?? record.url };
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
  const old = known?.record ?? null;
  const said = old === null ? mint(index, name, url, key, issue) : update(old, name, url, key, issue);
  const record = index.joins.has(wanted) ? withAlias(said, wanted) : said;
  const group = known ?? { record, lastSeen: issue };
  group.lastSeen = issue;
  if (record === old) return group;
  group.record = record;
  if (known === null) index.bySlug.set(record.slug, group);
  if (key !== null && !index.byLink.has(key)) index.byLink.set(key, group);
  const learnt = record.names !== old?.names || record.links !== old.links;
  if (learnt && index.byName !== null) claimNames(index.byName, group);
  return group;
}

/** The group of the link, else of the name; a name without any link behind it may be one of the group that hosts the page. */
function find(index: GroupIndex, name: string, own: string | null, lent: string | null): Known | null {
  const linked = own === null ? undefined : index.byLink.get(own);
  if (linked !== undefined) return linked;
  const namesake = name === "" ? undefined : named(index, name);
  const known = namesake !== undefined && !contradicts(namesake.record, name, own) ? namesake : null;
  if (known !== null && known.record.links.length > 0) return known;
  const host = lent === null ? undefined : index.byLink.get(lent);
  const hosts = host !== undefined && namesOf(host.record).some((known) => speaksOf(name, known));
  return hosts ? host : known;
}

/** The known group that by hand holds what would be one of the slug `wanted`; where a part of it came first, it has that slug itself. */
function joined(index: GroupIndex, wanted: string): Known | null {
  const holder = index.bySlug.get(index.joins.get(wanted) ?? wanted);
  return holder !== undefined && (index.joins.has(wanted) || holder.record.aliases !== undefined) ? holder : null;
}

/** A known name with another Meetup group behind it is another group, unless that group's address speaks of the name too. */
function contradicts(record: GroupRecord, name: string, own: string | null): boolean {
  if (own === null) return false;
  if (distinctive(name).length === 0) return record.links.length > 0;
  if (!own.startsWith("meetup.com/") || !record.links.some((key) => key.startsWith("meetup.com/"))) return false;
  return !akin(name, titleOf(own));
}

/** The slugs that a group may have, the best first. */
function slugsFor(name: string, key: string | null): readonly string[] {
  const tail = titleOf(key ?? "");
  return [slugify(name === "" ? tail : name), slugify(tail)].filter((slug) => slug !== "");
}

function withAlias({ slug, aliases = [], ...rest }: GroupRecord, alias: string): GroupRecord {
  return { slug, aliases: aliases.includes(alias) ? aliases : [...aliases, alias], ...rest };
}

function mint(index: GroupIndex, name: string, url: string | null, key: string | null, issue: LocalDate): GroupRecord {
  const called = name === "" ? titleOf(key ?? "") : name;
  const wanted = slugsFor(name, key);
  let slug = index.joins.get(wanted[0] ?? "") ?? wanted.find((candidate) => !index.bySlug.has(candidate));
  for (let n = 2; slug === undefined; n++) {
    const candidate = `${wanted[0] ?? "group"}-${n}`;
    if (!index.bySlug.has(candidate)) slug = candidate;
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
  return { ...old, name: called, url: address, names, links, lastSeen: issue };
}

/** The names that lead to a group: printed ones, and those that its addresses on Meetup spell. */
function namesOf(record: GroupRecord): readonly string[] {
  const names = [...record.names, ...record.links.filter((key) => key.startsWith("meetup.com/")).map(titleOf)];
  return names.length === 0 ? [record.name] : names;
}

/** A name that two groups carry leads to the one that was there first, whichever order they are read in. */
function claimNames(byName: Map<string, Known>, group: Known): void {
  const { firstSeen, slug } = group.record;
  for (const name of namesOf(group.record)) {
    const key = squash(name);
    const holder = byName.get(key)?.record;
    const first =
      holder === undefined || firstSeen < holder.firstSeen || (firstSeen === holder.firstSeen && slug < holder.slug);
    if (first) byName.set(key, group);
  }
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
