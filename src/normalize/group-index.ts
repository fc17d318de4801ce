import type { LocalDate } from "../model/date.ts";
import type { GroupRecord } from "../model/event.ts";
import { squash, titleOf } from "./group-names.ts";

/** Every group known so far, found by link or name. It has one owner, and `identifyGroups` adds to it. */
export interface GroupIndex {
  readonly bySlug: Map<string, Known>;
  readonly byLink: Map<string, Known>;
  /** Slugs of groups that are parts of another one, and that one's. */
  readonly joins: ReadonlyMap<string, string>;
  /** For slugs that several groups would have, the number of the next one. */
  readonly numbers: Map<string, number>;
  /** Made when first asked for: most groups are found by their links. */
  byName: Map<string, Known> | null;
}

/** A group as it is known so far. */
export interface Known {
  readonly slug: string;
  readonly aliases: Set<string>;
  readonly names: Set<string>;
  readonly links: Set<string>;
  readonly firstSeen: LocalDate;
  /** Whether a link of it leads to Meetup. */
  onMeetup: boolean;
  name: string;
  url: string | null;
  /** The newest issue that printed it. */
  lastSeen: LocalDate;
  /** Its record as it was stored; null as soon as it is another. */
  stored: GroupRecord | null;
}

/** An index over groups as they are stored: equal to the one that grew while they were found. `joins` were made by hand. */
export function createGroupIndex(
  records: readonly GroupRecord[] = [],
  joins: ReadonlyMap<string, string> = new Map(),
): GroupIndex {
  const index: GroupIndex = { bySlug: new Map(), byLink: new Map(), joins, numbers: new Map(), byName: null };
  for (const stored of records) {
    const { aliases = [], names, links } = stored;
    const sets = { aliases: new Set(aliases), names: new Set(names), links: new Set(links) };
    const group = { ...stored, ...sets, onMeetup: links.some(isOnMeetup), stored };
    index.bySlug.set(stored.slug, group);
    for (const key of links) index.byLink.set(key, group);
  }
  return index;
}

/** The groups of an index, sorted by slug. */
export function groupRecords(index: GroupIndex): readonly GroupRecord[] {
  return [...index.bySlug.values()].map(recordOf).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function recordOf({ slug, aliases, name, url, names, links, firstSeen, lastSeen, stored }: Known): GroupRecord {
  if (stored !== null) return stored.lastSeen === lastSeen ? stored : { ...stored, lastSeen };
  const also = aliases.size === 0 ? {} : { aliases: [...aliases] };
  return { slug, ...also, name, url, names: [...names], links: [...links], firstSeen, lastSeen };
}

/** The group that was the first to carry a name. */
export function named(index: GroupIndex, name: string): Known | undefined {
  if (index.byName === null) {
    index.byName = new Map();
    for (const group of index.bySlug.values()) claim(index.byName, namesOf(group), group);
  }
  return index.byName.get(squash(name));
}

/** The first of `slug-2`, `slug-3` and so on that no group has. */
export function numbered({ bySlug, numbers }: GroupIndex, slug: string): string {
  let n = numbers.get(slug) ?? 2;
  while (bySlug.has(`${slug}-${n}`)) n++;
  numbers.set(slug, n + 1);
  return `${slug}-${n}`;
}

/**
 * What a listing tells of its group: the last name and address count, names and links are all kept. The names that lead to
 * it from now on.
 */
export function learn(
  group: Known,
  name: string,
  url: string | null,
  key: string | null,
  alias: string | null,
): readonly string[] {
  const news: string[] = [];
  const { name: called, url: address } = group;
  const known = group.names.size + group.links.size + group.aliases.size;
  if (name !== "" && !group.names.has(name)) {
    group.names.add(name);
    news.push(name);
  }
  if (key !== null && !group.links.has(key)) {
    group.links.add(key);
    group.onMeetup ||= isOnMeetup(key);
    if (isOnMeetup(key)) news.push(titleOf(key));
  }
  if (alias !== null) group.aliases.add(alias);
  if (name !== "") group.name = name;
  group.url = name === "" ? (group.url ?? url) : (url ?? group.url);
  const learnt = group.names.size + group.links.size + group.aliases.size > known;
  if (learnt || group.name !== called || group.url !== address) group.stored = null;
  return news;
}

/** The names that lead to a group: printed ones, and those that its addresses on Meetup spell. */
export function* namesOf({ name, names, links, onMeetup }: Known): Generator<string> {
  yield* names;
  for (const key of links) if (isOnMeetup(key)) yield titleOf(key);
  if (names.size === 0 && !onMeetup) yield name;
}

/** A name that two groups carry leads to the one that was there first, whichever order they are read in. */
export function claim(byName: Map<string, Known>, names: Iterable<string>, group: Known): void {
  const { firstSeen, slug } = group;
  for (const name of names) {
    const key = squash(name);
    const holder = byName.get(key);
    const first =
      holder === undefined || firstSeen < holder.firstSeen || (firstSeen === holder.firstSeen && slug < holder.slug);
    if (first) byName.set(key, group);
  }
}

export function isOnMeetup(key: string): boolean {
  return key.startsWith("meetup.com/");
}
