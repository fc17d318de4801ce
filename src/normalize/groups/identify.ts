import type { LocalDate } from "../../model/date.ts";
import type { CanonicalLink, EventGroup, PrintedGroup } from "../../model/listing.ts";
import type { Rule } from "../../model/rule.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { cleanUrl } from "../link.ts";
import { hostOf, pageOfGroup } from "./group-page.ts";
import { claim, type GroupEntry, type GroupIndex, isOnMeetup, learn, namesOf, numbered } from "./known-groups.ts";
import { akin, cleanName, distinctive, namesRust, slugify, speaksOf, squash, titleOf } from "./names.ts";

/** A group as a listing prints it. */
interface Print {
  readonly index: GroupIndex;
  /** `""` for none. */
  readonly name: string;
  readonly url: string | null;
  /** Key of the group's own page. */
  readonly own: string | null;
  /** Key of the Meetup group or the site that hosts the event's page, where no page of the group is printed. */
  readonly host: string | null;
  /** The key that will lead to the group. */
  readonly key: string | null;
}

/** What tells which group is meant; null where it does not. */
interface GroupRule extends Rule {
  readonly find: (print: Print) => GroupEntry | null;
}

const JOINED: GroupRule = {
  rule: "group-joined",
  says: "A group that was joined to another by hand.",
  example: ["Rust Oslo, and `join` in data/overrides.json", "Oslo Rust"],
  find({ index: { bySlug, joins }, name, key }) {
    const [slug = ""] = slugsFor(name, key);
    const group = bySlug.get(joins.get(slug) ?? slug);
    // Where a part of it came first, it has that slug itself.
    return group !== undefined && (joins.has(slug) || group.aliases.size > 0) ? group : null;
  },
};

/** The surest first. A group that none of them finds is a new one. */
export const GROUP_RULES: readonly GroupRule[] = [
  {
    rule: "group-by-link",
    says: "A group whose page was printed before, whatever it is called.",
    example: ["Ferris Fans, meetup.com/rust-x", "the group of meetup.com/rust-x"],
    find: ({ index, own }) => index.byLink.get(own ?? "") ?? null,
  },
  {
    rule: "group-by-name",
    says: "A group of that name whose page is known, if the printed page may be another of it.",
    example: ["Rust Girona, lu.ma/rust-girona", "Rust Girona, meetup.com/rust-girona"],
    find: (print) => namesake(print, ({ links }) => links.size > 0),
  },
  {
    rule: "group-by-host",
    says: "The Meetup group or the site that hosts the event's page, if the name speaks of it, or of Rust where it has none.",
    example: ["Columbus Rust, meetup.com/columbus-rs/events/1", "the group of meetup.com/columbus-rs"],
    find({ index, name, host }) {
      const group = index.byLink.get(host ?? "");
      if (group === undefined) return null;
      const isNameless = group.names.size === 0 && namesRust(name, host ?? "");
      return isNameless || speaksOfOne(name, group) ? group : null;
    },
  },
  {
    rule: "group-by-name-alone",
    says: "A group of that name, of which no page is known.",
    example: ["Rust Bergen", "Rust Bergen"],
    find: (print) => namesake(print, ({ links }) => links.size === 0),
  },
  JOINED,
];

/** The names of a group that are compared with another one, at most. */
const MOST_NAMES = 100;

/**
 * Finds the organisers of one listing, or makes them known: by link first, then by name. Where none is printed, it is the
 * Meetup group that hosts the event's page, or the group whose site it is. `issue` is the date of the issue, not older than any before.
 */
export function identifyGroups(
  index: GroupIndex,
  printed: readonly PrintedGroup[],
  issue: LocalDate,
  link: CanonicalLink | null,
  trace: Trace = NO_TRACE,
): readonly EventGroup[] {
  const page = hostOf(link);
  const prints = printed
    .map((group) => printOf(index, group, printed.length === 1 ? page : null))
    .filter(({ name, own }) => name !== "" || own !== null);
  if (prints.length === 0 && page !== null && (isOnMeetup(page) || index.byLink.has(page)))
    prints.push(printOf(index, { name: "", url: `https://${isOnMeetup(page) ? "www." : ""}${page}` }, null));
  const organisers = prints.map((print) => {
    const group = identify(print, issue, trace);
    return { slug: group.slug, name: print.name || group.name, url: print.url ?? group.url };
  });
  return organisers.filter(({ slug }, at) => organisers.findIndex((other) => other.slug === slug) === at);
}

function printOf(index: GroupIndex, { name: printed, url }: PrintedGroup, page: string | null): Print {
  const name = cleanName(printed);
  const own = url === null ? null : pageOfGroup(url);
  const host = own === null ? page : null;
  const isPageOf =
    host !== null &&
    !index.byLink.has(host) &&
    (speaksOf(name, titleOf(host)) || (isOnMeetup(host) && namesRust(name, host)));
  return { index, name, url: url === null ? null : cleanUrl(url), own, host, key: isPageOf ? host : own };
}

function find(print: Print): readonly [GroupRule, GroupEntry] | readonly [null, null] {
  for (const rule of GROUP_RULES) {
    const group = rule.find(print);
    if (group !== null) return [rule, group];
  }
  return [null, null];
}

function identify(print: Print, issue: LocalDate, trace: Trace): GroupEntry {
  const { index, name, url, key } = print;
  const [rule, known] = find(print);
  const group = known ?? mint(print, issue);
  if (rule !== null) trace(rule.rule, [name, key].filter(Boolean).join(", "));
  const [slug = ""] = slugsFor(name, key);
  if (index.joins.get(slug) === group.slug) group.aliases.add(slug);
  learn(index, group, name, url, key);
  if (rule === null) claim(index, namesOf(group), group);
  group.lastSeen = issue;
  return group;
}

/** The group that was the first to carry the name, if it `isOne`; not one of another page that does not speak of the name. */
function namesake({ index, name, own }: Print, isOne: (group: GroupEntry) => boolean): GroupEntry | null {
  const group = name === "" ? undefined : index.byName.get(squash(name));
  if (group === undefined || !isOne(group)) return null;
  if (own === null) return group;
  if (distinctive(name).length === 0) return group.links.size === 0 ? group : null;
  return isOnMeetup(own) && group.onMeetup && !akin(name, titleOf(own)) ? null : group;
}

/** Whether the name speaks of one of the group's. */
function speaksOfOne(name: string, group: GroupEntry): boolean {
  let left = MOST_NAMES;
  for (const known of namesOf(group)) {
    if (left-- === 0) return false;
    if (speaksOf(name, known)) return true;
  }
  return false;
}

/** The slugs that a group may have, the best first. */
function slugsFor(name: string, key: string | null): readonly string[] {
  const tail = titleOf(key ?? "");
  return [slugify(name || tail), slugify(tail)].filter((slug) => slug !== "");
}

function mint({ index, name, url, key }: Print, issue: LocalDate): GroupEntry {
  const wanted = slugsFor(name, key);
  const slug =
    index.joins.get(wanted[0] ?? "") ??
    wanted.find((candidate) => !index.bySlug.has(candidate)) ??
    numbered(index, wanted[0] ?? "group");
  const sets = { aliases: new Set<string>(), names: new Set<string>(), links: new Set<string>() };
  const called = name || titleOf(key ?? "");
  const group = { slug, ...sets, name: called, url, firstSeen: issue, lastSeen: issue, onMeetup: false };
  index.bySlug.set(slug, group);
  return group;
}
