import type { Rule } from "../../model/rule.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { oneTypoApart } from "../../model/typo.ts";
import { rewrite } from "../rewrite.ts";
import { groupRule, isOneEvent, likeLink } from "./group-name.ts";
import { NAME_TYPOS } from "./typos.ts";

/** A line without its date and place. */
interface Titled {
  readonly title: string;
  /** What stands between dashes. */
  readonly segments: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly url: string | null;
  readonly place: string | null;
  /** Whether the last part is what only a title can be. */
  readonly endsTitle: boolean;
}

/** Title and organiser of a line. */
interface Split {
  readonly title: string;
  readonly group: string;
}

interface OrganiserRule extends Rule {
  readonly find: (line: Titled) => Split | null;
}

/** What tells one gathering of several: `9th Edition`, `Part 2 of 3`, `Talks #12`. */
const OCCASION = /\b(?:edition|kick-?off|session|(?:part|day) (?:\d+|[ivx]+)|\d+(?:st|nd|rd|th))\b|#\d/i;
/** Words of a running title, which no organiser's name has: `Talk on Rust and its ecosystem`. */
const SENTENCE = /\b(?:on|its|now|an?|to|from|with|how|your|what|why)\b|(?:\S+\s+){8}/i;
/** `Rust Fjords Discord`: where people meet. */
const CHAT = /\b(?:discord|zulip|slack|telegram|community)$/i;

const lastOf = ({ segments, last }: Titled): Split => ({ title: segments.slice(0, -1).join(" - "), group: last });
const firstOf = ({ segments, first }: Titled): Split => ({ title: segments.slice(1).join(" - "), group: first });
const isGroup = (name: string, url: string | null) => groupRule(name, url) !== undefined;

/** From 2020-12 on, when groups stood last. */
export const ORGANISERS_LAST: readonly OrganiserRule[] = [
  {
    rule: "group-behind-bar",
    says: "A group behind a bar or a long dash, where no other dash is printed.",
    example: ["A runtime reflection system—Rust Linz", "Rust Linz"],
    find({ title, segments, url }) {
      const [, before, group] = /^(.{3,200}\S)\s?[—|]\s?(\S.{2,60})$/.exec(segments.length > 1 ? "" : title) ?? [];
      return before !== undefined && group !== undefined && isGroup(group, url) ? { title: before, group } : null;
    },
  },
  {
    rule: "group-last",
    says: "A name of a group in the last part.",
    example: ["Mid-month Rustful - Rust Linz", "Rust Linz"],
    find: (line) =>
      line.segments.length > 1 && (isGroup(line.last, line.url) || /^\p{Lu}\S+ Rust$/u.test(line.last))
        ? lastOf(line)
        : null,
  },
  {
    rule: "group-first",
    says: "The link's group in the first part, or a chat where the last part is no group.",
    example: ["Rust Fjords Discord - How to hike", "Rust Fjords Discord"],
    find(line) {
      const { first, url, endsTitle } = line;
      const isFirst = /^name-like/.test(groupRule(first, url) ?? "") || likeLink(first, url);
      return line.segments.length > 1 && (isFirst || (endsTitle && CHAT.test(first))) ? firstOf(line) : null;
    },
  },
  {
    rule: "group-before-colon",
    says: "The link's group before a colon or a long dash.",
    example: ["Rust NYC: Lightning talks, https://www.meetup.com/rust-nyc/events/1/", "Rust NYC"],
    find({ title, url }) {
      const [, group, rest] = /^([^:—]{2,60}?)(?::\s+|\s?—\s?)(\S.{2,})$/s.exec(title) ?? [];
      return group !== undefined && rest !== undefined && likeLink(group, url) ? { title: rest, group } : null;
    },
  },
  {
    rule: "group-last-by-default",
    says: "The last part, if it is not what only a title can be.",
    example: ["Hack night - Fjords", "Fjords"],
    find: (line) => (line.segments.length > 1 && !line.endsTitle ? lastOf(line) : null),
  },
];

/** Before 2020-12, when the title began or ended with the group and kept it. */
export const ORGANISERS_IN_TITLE: readonly OrganiserRule[] = [
  {
    rule: "link-in-title",
    says: "The link's group in the first or the last part.",
    example: ["Hack night - Rust NYC, https://www.meetup.com/rust-nyc/events/1/", "Rust NYC"],
    find: ({ first, last, url, title }) => {
      const rules = [first, last].map((name) => ({
        name,
        rule: groupRule(name, url),
      }));
      const found =
        rules.find(({ rule }) => rule === "name-like-link") ?? rules.find(({ rule }) => rule === "name-like-domain");
      return found === undefined ? null : { title, group: found.name };
    },
  },
  {
    rule: "rust-and-printed-town",
    says: "Rust and the town that is printed, in the first or the last part.",
    example: ["Berlin - Boats - Rust Berlin Meetup", "Rust Berlin Meetup"],
    find({ first, last, place, title, url }) {
      const town = place?.split(",")[0] ?? "";
      // A Meetup group's own name is surer than `Oslo Rust`.
      const names = url?.includes("meetup.com/")
        ? /^Rust (.+?)(?: Meetup)?$/i
        : /^(?:Rust (.+?)(?: Meetup)?|(.+) Rust)$/i;
      for (const name of [last, first]) {
        const called = names.exec(name)?.slice(1).join("") ?? "";
        if (called !== "" && (called === town || (town.length > 4 && oneTypoApart(called, town))))
          return { title, group: name.replace(called, town) };
      }
      return null;
    },
  },
  {
    rule: "group-first-in-title",
    says: "A name of a group in the first part.",
    example: ["Columbus Rust Society - Monthly Meeting", "Columbus Rust Society"],
    find: ({ first, url, title }) => (isGroup(first, url) ? { title, group: first } : null),
  },
];

function firstFound(rules: readonly OrganiserRule[], line: Titled, trace: Trace): Split | null {
  for (const { rule, find } of rules) {
    const split = find(line);
    if (split === null) continue;
    trace(rule, line.title);
    trace(groupRule(split.group, line.url) ?? rule, split.group);
    return split;
  }
  return null;
}

/** Title and organiser of a line in which groups stand last; null where none is printed. */
export function organiserAtEnd(
  segments: readonly string[],
  title: string,
  url: string | null,
  trace: Trace,
): Split | null {
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  // One gathering, and not the conference whose page it is: `RustFjord 2017`.
  const isOccasion = (OCCASION.test(last) || isOneEvent(last)) && !likeLink(last.replace(/\s*\b20\d\d\b/, ""), url);
  const endsTitle = SENTENCE.test(last) || isOccasion;
  return firstFound(ORGANISERS_LAST, { title, segments, first, last, url, place: null, endsTitle }, trace);
}

/**
 * An organiser that is unmistakably a part of the title: `Rust NYC: Hack & Learn`, `Columbus Rust Society - Monthly Meeting`.
 * The place helps where one is printed: `Fjord Rust Oslo, Norway - Boats`, `Boats - Rust Oslo`. Where none is found, typos
 * are mended.
 */
export function organiserInTitle(title: string, url: string | null, place: string | null, trace: Trace): string | null {
  const bare = place !== null && /[,/]/.test(place) ? title.replace(` ${place}`, "") : title;
  const found = organiserBetween(bare, url, place, trace);
  const mended = found === null ? rewrite(NAME_TYPOS, bare, NO_TRACE, null) : bare;
  return mended === bare ? found : organiserBetween(mended, url, place, trace);
}

function organiserBetween(title: string, url: string | null, place: string | null, trace: Trace): string | null {
  const segments = title.split(/\s+[-–—]\s+|(?<=\S)—(?=\S)|:\s+/);
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  const line = { title, segments, first, last, url, place, endsTitle: false };
  return segments.length < 2 ? null : (firstFound(ORGANISERS_IN_TITLE, line, trace)?.group ?? null);
}
