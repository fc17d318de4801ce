import type { LocalDate } from "../model/date.ts";
import type { PrintedGroup } from "../model/listing.ts";
import { memo } from "../model/memo.ts";
import { STATUS_WORD } from "../model/status.ts";
import { saysNoStatus } from "./mode.ts";
import { organiserAtEnd, organiserInTitle } from "./organiser.ts";
import { FULL_STOP, placeWithin, withoutFullStop } from "./place-within.ts";

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
/** `Virtual (Oslo, NO) - Boats`: a place column of later years. */
const MODE_WITH_PLACE =
  /^(?:remote|online|virtual|hybrid|in[- ]person)(?: ?(?:[&+/]|and) ?(?:online|virtual|in[- ]person))? ?\([^()]{2,50}\)$/i;
/** Words for everywhere that stand before a comma instead of a dash: `Global, RustFest Global`, not `Various cities, NO - Title`. */
const SCOPE = /^(online|virtual|remote|global|worldwide|various[^,-]{0,30})\s*,\s*(?![a-z]{2}\s+[-–—]\s)(?=\S)/i;
/** Where the place ends: `Delhi, IN- Rust workshop`, `Paris -- Rust Paris`, `Cologne / Germany: Anniversary`. */
const AFTER_PLACE = [/(?:\s+[-–—]{1,2}){1,2}\s+/, /(?<=\w)-\s+|\s+-(?=\S)/, /:\s+/, FULL_STOP];
/** `Rust Bergen, NO - Boats`: who meets, told by no more than the town. */
const RUST_IN = /^Rust (?=[^,]{2,40}, ?[^,]{2,30}$)/;
/** `(Oslo) Boats and Rust`. */
const FIRST_BRACKET = /^\(([^()]{3,40})\):? +(\S.*)$/s;
/** A town with the code of its area, its country or both. */
const CODED = `([^,]{2,40}(?:, ?[A-Z]{2}){1,2})`;
/** A title, which begins with no sign and no further code. */
const TITLE = String.raw`((?!(?:US|USA|CA|AU|UK|us|usa|ca|au|uk)\b|[A-Za-z]{2}(?: *[,:.|_=–—-]|$))[^\s,:.|_=–—-].`;
/** `Brno, CZ | Rust meetup`, `Brno, CZ-Rust meetup`, `Brno, CZ, Rust meetup`, `Brno, CZ Rust meetup`: another sign for the dash, or none. */
const AFTER_CODE = [
  new RegExp(String.raw`^${CODED}(?:\s*[|_=]\s*|,?\s*[-–—]\s*|\.\s+)${TITLE}{3,})$`),
  new RegExp(`^${CODED}, +${TITLE}{9,})$`),
  new RegExp(String.raw`^${CODED} +(?=[A-ZÀ-Þ\d])${TITLE}{5,})$`),
];

/** A mark before the place, `CANCELLED: Oslo, NO - Title`, `~~Oslo, NO - Title~~`, one behind all, `(postponed)`, and a part that is no more than one. */
const MARK_FIRST = new RegExp(String.raw`^(?:~~|[[(]?${STATUS_WORD}\b[\])]?(?:\s?[:–-])?\s+)`, "i");
const MARK_LAST = new RegExp(String.raw`\s[[(]\s?${STATUS_WORD}\s?[\])]$`, "i");
const MARK = new RegExp(String.raw`^[\W_]{0,3}${STATUS_WORD}[\W_]{0,3}$`, "i");

/** A text without its organiser, which the link helps to tell. */
interface Cut extends Omit<LineParts, "groups"> {
  /** What stands between dashes; the place, `Remote` and marks for the status are left out. */
  readonly segments: readonly string[];
  /** Marks for the status around the title, of which they stay a part. */
  readonly marks: readonly [before: string, after: string];
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
    const { place, remote, title, segments, marks } = cutOnce(text);
    const marked = (bare: string) => `${marks[0]}${bare}${marks[1]}`;
    if (!groupLast) {
      const group = organiserInTitle(title, url, place);
      return { place, remote, title: marked(title), groups: group === null ? NO_GROUPS : [{ name: group, url: null }] };
    }
    const split = organiserAtEnd(segments, title, url);
    if (split === null) return { place, remote, title: marked(title), groups: NO_GROUPS };
    const groups = [{ name: withoutFullStop(split.group), url: null }];
    return { place, remote, title: marked(withoutFullStop(split.title)), groups };
  };
}

const NO_GROUPS: readonly PrintedGroup[] = [];
const NO_MARKS = ["", ""] as const;

function cut(text: string, isPlace: (text: string) => boolean): Cut {
  const rest = text.replace(/^\s{0,3}[.,:;|–—-]?\s{0,3}/, "");
  return saysNoStatus(rest) ? cutUnmarked(rest, isPlace) : cutMarked(rest, isPlace);
}

function cutUnmarked(text: string, isPlace: (text: string) => boolean): Cut {
  const first = placeFirst(text, isPlace);
  const { after } = first;
  const place = first.place ?? placeWithin(after, isPlace);
  const segments = after.split(/\s+[-–]\s+/).map((segment) => segment.trim());
  const remote = segments.length > 1 && REMOTE.test(segments[0] ?? "");
  if (remote) segments.shift();
  return { place, remote, title: withoutFullStop(remote ? segments.join(" - ") : after), segments, marks: NO_MARKS };
}

/** `Oslo, NO - CANCELLED - Fjord Rust - Talks`: the marks taken off, and kept for the title. */
function cutMarked(text: string, isPlace: (text: string) => boolean): Cut {
  const [mark = ""] = MARK_FIRST.exec(text) ?? [];
  const struck = mark === "~~" && text.indexOf("~~", 2) === text.length - 2;
  const marked = struck ? text.slice(2, -2) : mark === "~~" ? text : text.slice(mark.length);
  const [last = ""] = MARK_LAST.exec(marked) ?? [];
  const bare = marked.slice(0, marked.length - last.length);
  const { segments, ...found } = cutUnmarked(bare, isPlace);
  const from = segments.length > 1 && MARK.test(segments[0]!) ? 1 : 0;
  const to = segments.length - from > 1 && MARK.test(segments.at(-1)!) ? -1 : segments.length;
  const kept = segments.slice(from, to);
  const before = `${struck || mark !== "~~" ? mark : ""}${from === 1 ? `${segments[0]} - ` : ""}`;
  const after = `${to === -1 ? ` - ${segments.at(-1)}` : ""}${last}${struck ? mark : ""}`;
  const title = kept.length === segments.length ? found.title : withoutFullStop(kept.join(" - "));
  return { ...found, title, segments: kept, marks: [before, after] };
}

/** The place that a text begins with and what is after it; the whole text twice where it is a place. */
function placeFirst(text: string, isPlace: (text: string) => boolean): { place: string | null; after: string } {
  const scope = SCOPE.exec(text);
  if (scope?.[1]) return { place: scope[1], after: text.slice(scope[0].length) };
  for (const separated of AFTER_CODE) {
    const [, place, after] = separated.exec(text) ?? [];
    if (place && after && isPlace(place)) return { place, after };
  }
  for (const separator of AFTER_PLACE) {
    const match = separator.exec(text);
    const printed = match ? text.slice(0, match.index).trim() : "";
    const town = printed.replace(RUST_IN, "");
    const head = town !== printed && isPlace(town) ? town : printed;
    if (match && head.length < 80 && (isPlace(head) || REMOTE.test(head) || MODE_WITH_PLACE.test(head))) {
      return { place: head, after: text.slice(match.index + match[0].length) };
    }
  }
  const bracket = FIRST_BRACKET.exec(text);
  if (bracket?.[1] && bracket[2] && !REMOTE.test(bracket[1]) && isPlace(bracket[1])) {
    return { place: bracket[1], after: bracket[2] };
  }
  const whole = withoutFullStop(text);
  return whole.length < 60 && !FULL_STOP.test(whole) && isPlace(whole)
    ? { place: whole, after: text }
    : { place: null, after: text };
}
