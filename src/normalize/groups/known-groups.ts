import type { LocalDate } from "../../model/date.ts";
import type { GroupRecord } from "../../model/event.ts";
import { squash, titleOf } from "./names.ts";

/** Every group known so far, found by link or name. It has one owner, and `identifyGroups` adds to it. */
export interface GroupIndex {
  readonly bySlug: Map<string, GroupEntry>;
  readonly byLink: Map<string, GroupEntry>;
  readonly byName: Map<string, GroupEntry>;
  /** Slugs of groups that are parts of another one, and that one's. */
  readonly joins: ReadonlyMap<string, string>;
  /** For slugs that several groups would have, the number of the next one. */
  readonly numbers: Map<string, number>;
}

/** A group as it is known so far. */
export interface GroupEntry {
  readonly slug: string;
  readonly aliases: Set<string>;
  readonly names: Set<string>;
  readonly links: Set<string>;
  readonly firstSeen: LocalDate;
  /** Whether a link of it leads to Meetup. */
  onMeetup: boolean;
  /** The name that was printed for the first time last; without one, that of its address. */
  name: string;
  url: string | null;
  /** The newest issue that printed it. */
  lastSeen: LocalDate;
}

/** An index over groups as they are stored: equal to the one that grew while they were found. `joins` were made by hand. */
export function createGroupIndex(
  records: readonly GroupRecord[] = [],
  joins: ReadonlyMap<string, string> = new Map(),
): GroupIndex {
  const maps = { bySlug: new Map(), byLink: new Map(), byName: new Map(), numbers: new Map() };
  const index: GroupIndex = { ...maps, joins };
  for (const { aliases = [], names, links, ...record } of records) {
    const sets = { aliases: new Set(aliases), names: new Set(names), links: new Set(links) };
    const group = { ...record, ...sets, name: names.at(-1) ?? record.name, onMeetup: links.some(isOnMeetup) };
    index.bySlug.set(record.slug, group);
    for (const key of links) index.byLink.set(key, group);
    claim(index, namesOf(group), group);
  }
  return index;
}

/** The groups of an index, sorted by slug. */
export function groupRecords(index: GroupIndex): readonly GroupRecord[] {
  return [...index.bySlug.values()].map(recordOf).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function recordOf({ slug, aliases, name, url, names, links, firstSeen, lastSeen }: GroupEntry): GroupRecord {
  const also = aliases.size === 0 ? {} : { aliases: [...aliases] };
  return { slug, ...also, name, url, names: [...names], links: [...links], firstSeen, lastSeen };
}

/** The first of `slug`, `slug-2`, `slug-3` and so on that no group has. */
export function numbered({ bySlug, numbers }: GroupIndex, slug: string): string {
  let n = numbers.get(slug) ?? 2;
  while (bySlug.has(`${slug}-${n}`)) n++;
  numbers.set(slug, n + 1);
  return `${slug}-${n}`;
}

/** What a listing says of its group: the newest name and the last address count, names and links are all kept. */
export function learn(
  index: GroupIndex,
  group: GroupEntry,
  name: string,
  url: string | null,
  key: string | null,
): void {
  const news: string[] = [];
  if (name !== "" && !group.names.has(name)) {
    news.push(name);
    group.names.add(name);
    group.name = name;
  }
  if (key !== null && !group.links.has(key) && isOnMeetup(key)) news.push(titleOf(key));
  if (key !== null) {
    group.links.add(key);
    group.onMeetup ||= isOnMeetup(key);
    if (!index.byLink.has(key)) index.byLink.set(key, group);
  }
  group.url = name === "" ? (group.url ?? url) : (url ?? group.url);
  claim(index, news, group);
}

/** The names that lead to a group: printed ones, and those that its addresses on Meetup spell. */
export function* namesOf({ name, names, links, onMeetup }: GroupEntry): Generator<string> {
  yield* names;
  for (const key of links) if (isOnMeetup(key)) yield titleOf(key);
  if (names.size === 0 && !onMeetup) yield name;
}

/** A name that two groups carry leads to the one that was there first, whichever order they are read in. */
export function claim({ byName }: GroupIndex, names: Iterable<string>, group: GroupEntry): void {
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
