import type { LocalDate } from "../../model/date.ts";
import type { PrintedGroup } from "../../model/listing.ts";
import { STATUS_WORD } from "../../model/status.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { oneTypoApart } from "../../model/typo.ts";
import { withoutFullStop } from "./full-stop.ts";
import { organiserAtEnd, organiserInTitle } from "./organiser.ts";
import { type IsPlace, placeFirst } from "./place-first.ts";
import { PLACE_MISSPELT, placeWithin } from "./place-within.ts";

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

const REMOTE = ["remote", "online", "virtual"];
const isRemote = (text: string) => REMOTE.some((word) => oneTypoApart(word, text.toLowerCase()));
/** Marks for the status: `~~Oslo, NO - Title~~`, `CANCELLED: Oslo, NO - Title`, one behind all, one that is a part. */
const STRUCK = /^~~[^~]*~~$/;
const STATUS_FIRST = new RegExp(String.raw`^[[(]?${STATUS_WORD}\b[\])]?(?:\s?[:–-])?\s+`, "i");
const STATUS_LAST = new RegExp(String.raw`\s[[(]\s?${STATUS_WORD}\s?[\])]$`, "i");
const STATUS_PART = new RegExp(String.raw`^[\W_]{0,3}${STATUS_WORD}[\W_]{0,3}$`, "i");

/**
 * Takes apart what follows the date in one-line listings.
 *
 *     . Madrid, ES - Segundo meetup de MadRust                         2018 – 2020: place - title
 *     . Dallas, TX, US - Dallas Rust - Last Tuesday                     the group stays in the title
 *     , Washington, DC, US - Mid-month Rustful - Rust DC                2020-12 – 2021: the group is last
 *
 * `groupLast` says which, `isPlace` whether a text is a place and nothing else, `isMisspelt` whether it is one but for a typo. Marks for the status stay in the title.
 */
export function lineReader(
  isPlace: IsPlace,
  trace: Trace = NO_TRACE,
  isMisspelt: IsPlace = () => false,
): (text: string, groupLast: boolean, url: string | null) => LineParts {
  return (line, groupLast, url) => {
    const text = line.replace(/^\s{0,3}(?:[.,:;|–—-](?!\/)\s{0,3}|\/\s){0,2}/, "");
    const struck = STRUCK.test(text) ? ["~~"] : null;
    const [firstMark = ""] = struck ?? STATUS_FIRST.exec(text) ?? [];
    const [lastMark = ""] = struck ?? STATUS_LAST.exec(text) ?? [];
    const marksOff = text.slice(firstMark.length, text.length - lastMark.length);
    // `[Oct 8. slo, NO - Boats]`
    const bare = marksOff.replace(/^\p{Ll}(?=[^,-]{2,30}, [A-Z]{2}\b)/u, (letter) => letter.toUpperCase());
    const first = placeFirst(bare, isPlace);
    const sure = first.place === null ? placeWithin(first.after, isPlace) : first;
    const begin = sure === null ? placeFirst(bare, (text) => /[,/]/.test(text) && isMisspelt(text)) : first;
    const found = sure ?? (begin.place === null ? placeWithin(begin.after, isMisspelt, [PLACE_MISSPELT]) : begin);
    if (found?.rule != null) trace(found.rule, bare);
    const place = found?.place ?? null;

    // `Remote- Oslo Rust`
    const spaced = begin.after.replace(/^(\w+)(?: (?:--?|=) ?|- )/, (whole, word) =>
      isRemote(word) ? `${word} - ` : whole,
    );
    const all = spaced.split(/\s+[-–]\s+/).map((segment) => segment.trim());
    const remote = all.length > 1 && isRemote(all[0]!);
    const segments = remote ? all.slice(1) : all;
    const from = segments.length > 1 && STATUS_PART.test(segments[0]!) ? 1 : 0;
    const to = segments.length - from > 1 && STATUS_PART.test(segments.at(-1)!) ? -1 : segments.length;
    const kept = segments.slice(from, to);
    const title = withoutFullStop(remote || kept.length < segments.length ? kept.join(" - ") : begin.after);
    const marked = (title: string) => {
      const inner = [...segments.slice(0, from), title, ...segments.slice(to === -1 ? -1 : segments.length)].join(
        " - ",
      );
      return `${firstMark}${inner}${lastMark}`;
    };
    if (!groupLast) {
      const name = organiserInTitle(title, url, place, trace);
      return { place, remote, title: marked(title), groups: name === null ? [] : [{ name, url: null }] };
    }
    const split = organiserAtEnd(kept, title, url, trace);
    if (split === null) return { place, remote, title: marked(title), groups: [] };
    const groups = [{ name: withoutFullStop(split.group), url: null }];
    return { place, remote, title: marked(withoutFullStop(split.title)), groups };
  };
}
