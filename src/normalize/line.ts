import type { LocalDate } from "../model/date.ts";
import type { PrintedGroup } from "../model/listing.ts";
import { memo } from "../model/memo.ts";

/** What the text of a one-line listing holds, each part as printed. */
export interface LineParts {
  /** `Madrid, ES`, `Online`; null when none is printed. */
  readonly place: string | null;
  /** True for `Johannesburg, ZA - Remote - Title`. */
  readonly remote: boolean;
  readonly title: string;
  readonly groups: readonly PrintedGroup[];
}

/** Whether the group stands last in one-line listings of this issue and is no part of the title: from 2020-12 on. */
export function groupStandsLast(issue: LocalDate): boolean {
  return issue >= "2020-12-01";
}

const REMOTE = /^(?:remote|online|virtual)$/i;
/** Words for everywhere that stand before a comma instead of a dash: `Global, RustFest Global`. */
const SCOPE = /^(online|virtual|remote|global|worldwide|various[^,-]{0,30})\s*,\s*(?=\S)/i;
const GROUP_WORD =
  /\b(?:society|user group|users? group|usergroup|meetup|meet-up|rustaceans|community|group|club|school|guild|foundation|reading group)$/i;
/** Words of one gathering, no group: `Rust Workshop`, `RustFest 2017`, `San Diego Rust May Meetup`. */
const ONE_EVENT =
  /^rust (?:workshop|meetup|day|conference|talks?|activate)$|\b20\d\d\b|\b(?:anniversary|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Words of a running title, which no organiser's name has: `Talk on Rust and its ecosystem`. */
const SENTENCE = /\b(?:on|its|now|an?|to|from|with|how|your|what|why)\b|(?:\S+\s+){8}/i;

/** Where the place ends: `Delhi, IN- Rust workshop`, `Paris - Rust Paris`, `Cologne / Germany: Anniversary`. */
const AFTER_PLACE = [/\s+[-–—]\s+/, /(?<=\w)-\s+|\s+-(?=\S)/, /:\s+/, /\.\s+/];
/** `Brno, CZ, Rust meetup at the university`: a comma for the dash. */
const COMMA_AFTER_PLACE = /^([^,]{2,40}, ?[A-Z]{2}), +(\S.{9,})$/;

/** A text without its organiser, which the link helps to tell. */
interface Cut extends Omit<LineParts, "groups"> {
  /** What stands between dashes, the place and `Remote` left out. */
  readonly segments: readonly string[];
}

/**
 * Takes apart what follows the date in one-line listings, each text once.
 *
 *     . Madrid, ES - Segundo meetup de MadRust                         2018 – 2020: place - title
 *     . Dallas, TX, US - Dallas Rust - Last Tuesday                     the group stays in the title
 *     , Washington, DC, US - Mid-month Rustful - Rust DC                2020-12 – 2021: the group is last
 *
 * `groupLast` says which, `isPlace` whether a text is a place and nothing else.
 */
export function lineReader(
  isPlace: (text: string) => boolean,
): (text: string, groupLast: boolean, url: string | null) => LineParts {
  const cutOnce = memo((text) => cut(text, isPlace));
  return (text, groupLast, url) => {
    const { place, remote, title, segments } = cutOnce(text);
    if (!groupLast) {
      const group = groupInTitle(title, url);
      return { place, remote, title, groups: group === null ? NO_GROUPS : [{ name: group, url: null }] };
    }
    const split = groupAtEnd(segments, title, url);
    if (split === null) return { place, remote, title, groups: NO_GROUPS };
    return { place, remote, title: withoutFullStop(split.title), groups: [{ name: split.group, url: null }] };
  };
}

const NO_GROUPS: readonly PrintedGroup[] = [];

function cut(text: string, isPlace: (text: string) => boolean): Cut {
  const rest = text.replace(/^\s{0,3}[.,:;|–—-]?\s{0,3}/, "");
  const first = placeFirst(rest, isPlace);
  const { after } = first;
  const place = first.place ?? placeWithin(after, isPlace);
  const segments = after.split(/\s+[-–]\s+/).map((segment) => segment.trim());
  const remote = segments.length > 1 && REMOTE.test(segments[0] ?? "");
  if (remote) segments.shift();
  return { place, remote, title: withoutFullStop(remote ? segments.join(" - ") : after), segments };
}

/** The place that a text begins with and what is after it; the whole text twice where it is a place. */
function placeFirst(text: string, isPlace: (text: string) => boolean): { place: string | null; after: string } {
  const scope = SCOPE.exec(text);
  if (scope?.[1]) return { place: scope[1], after: text.slice(scope[0].length) };
  for (const separator of AFTER_PLACE) {
    const match = separator.exec(text);
    const head = match ? text.slice(0, match.index).trim() : "";
    if (match && head.length < 80 && (isPlace(head) || REMOTE.test(head))) {
      return { place: head, after: text.slice(match.index + match[0].length) };
    }
  }
  const comma = COMMA_AFTER_PLACE.exec(text);
  if (comma?.[1] && comma[2] && isPlace(comma[1])) return { place: comma[1], after: comma[2] };
  const whole = withoutFullStop(text);
  return whole.length < 60 && !whole.includes(". ") && isPlace(whole)
    ? { place: whole, after: text }
    : { place: null, after: text };
}

/** `RustFest 2017 - Kyiv, Ukraine`, `Triangle Rustaceans - Durham, NC - Hack Night`: a part that is a town and its country. */
function placeWithin(text: string, isPlace: (text: string) => boolean): string | null {
  if (!text.includes(",")) return null;
  const parts = text
    .split(/\s+[-–—]\s+|\.\s+/)
    .slice(1)
    .map(withoutFullStop);
  return parts.find((part) => part.length < 60 && /^[^,]+,[^,]+(?:,[^,]+)?$/.test(part) && isPlace(part)) ?? null;
}

/** Title and organiser where the organiser is the last part, or the first if only that one is like the link. */
function groupAtEnd(
  segments: readonly string[],
  title: string,
  url: string | null,
): { title: string; group: string } | null {
  if (segments.length < 2) {
    // `How oso built a runtime reflection system—Rust DC`
    const dash = /^(.{3,200}\S)\s?—\s?(\S.{2,60})$/.exec(title);
    return dash?.[1] && dash[2] && isGroupName(dash[2], url) ? { title: dash[1], group: dash[2] } : null;
  }
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  const named = isGroupName(last, url) || /^\p{Lu}\S+ Rust$/u.test(last);
  if (!named && SENTENCE.test(last)) return null;
  if (!named && likeLink(first, url)) return { title: segments.slice(1).join(" - "), group: first };
  return { title: segments.slice(0, -1).join(" - "), group: withoutFullStop(last) };
}

/** An organiser that is unmistakably a part of its own: `Rust NYC: Hack & Learn`, `Columbus Rust Society - Monthly Meeting`. */
function groupInTitle(title: string, url: string | null): string | null {
  const segments = title.split(/\s+[-–—]\s+|(?<=\S)—(?=\S)|:\s+/);
  if (segments.length < 2) return null;
  const [first = "", last = ""] = [segments[0], segments.at(-1)];
  return (
    [first, last].find((name) => likeLink(name, url) && !ONE_EVENT.test(name)) ??
    (isGroupName(first, url) ? first : null)
  );
}

/** `Columbus Rust Society`, `Rust Lisbon`, `Indy Rust`: named like a group, if not after a topic (`Study Group`, `Embedded Rust`). */
function isGroupName(name: string, url: string | null): boolean {
  if (ONE_EVENT.test(name)) return false;
  if (likeLink(name, url)) return true;
  const words = name.split(" ").length;
  if (words > 5) return false;
  if (/^Rust \p{Lu}[\p{L}/-]+$/u.test(name) || (GROUP_WORD.test(name) && words > 2)) return true;
  const town = /^(\p{Lu}[\p{L}/-]{2,}) Rust$/u.exec(name)?.[1];
  return town !== undefined && (url?.toLowerCase().includes(town.toLowerCase().slice(0, 4)) ?? false);
}

/** Whether a name says the same as the organiser's part of a link: `Rust DC` and `meetup.com/RustDC/…`. */
function likeLink(name: string, url: string | null): boolean {
  const link =
    url === null ? null : /^https?:\/\/(?:www\.)?([^/?#]+)(?:\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?([^/?#]+))?/.exec(url);
  if (!link?.[1]) return false;
  const organiser = /(?:^|\.)meetup\.com$/.test(link[1]) ? (link[2] ?? "") : link[1].replace(/\.[a-z]+$/, "");
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [ours, theirs] = [words(name), words(decoded(organiser))];
  if (ours.join("") === theirs.join("")) return ours.length > 0;
  return (
    ours.length > 1 && ours.length === theirs.length && [...ours].sort().join(" ") === [...theirs].sort().join(" ")
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without the last full stop; `etc...` and `Inc.` inside stay. */
function withoutFullStop(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith(".") && !trimmed.endsWith("..") ? trimmed.slice(0, -1) : trimmed;
}
