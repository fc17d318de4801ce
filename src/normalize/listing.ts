import type { LocalDate } from "../model/date.ts";
import type { CanonicalLink, Link, Mode, PrintedGroup, Status } from "../model/listing.ts";
import type { PrintedPlace, ResolvedPlace } from "../model/place.ts";
import type { PrintedContent } from "../model/printed.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { type Dated, daysOf } from "./dates/days.ts";
import { INCOMPLETE, type Incomplete } from "./incomplete.ts";
import { withoutFullStop } from "./lines/full-stop.ts";
import { type LineParts, lineReader, groupStandsLast as standsLast } from "./lines/line.ts";
import { canonicalLink } from "./link.ts";
import { modeInTitle, modeOf } from "./mode.ts";
import { mentionsStatus, statusOf, withoutStrike } from "./status.ts";

/** A place column, understood. */
export interface Column {
  readonly mode: Mode | null;
  /** The mode that a word of it says: a place alone is in person, but not under the heading Virtual. */
  readonly said: Mode | null;
  readonly places: readonly PrintedPlace[];
  /** The places on the map, as far as that can be told without knowing where else the group met. */
  readonly resolved: readonly ResolvedPlace[];
  /** Whether knowing that could change nothing, and nothing of it is doubtful. */
  readonly certain: boolean;
}

/** What a listing without a place column has for one. */
const NO_COLUMN: Column = { mode: null, said: null, places: [], resolved: [], certain: true };

/** How places are read; `places/` provides it. */
export interface PlaceReader {
  /** A place column as printed, `Hybrid (Berlin, DE)`. */
  column(printed: string): Column;
  /** Whether a text is a place and nothing else. */
  isPlace(text: string): boolean;
  /** Whether a text is a city with a typo in its name, and what the city lies in: `Dotmund, Germany`. */
  isMisspelt(text: string): boolean;
}

/** What a listing says, understood: all that depends neither on the issue nor on the heading that it stands under. */
export interface Said {
  readonly column: Column;
  readonly mode: Mode | null;
  /** The mode under the heading Virtual. */
  readonly modeUnderVirtual: Mode;
  readonly groups: readonly PrintedGroup[];
  readonly title: string;
  readonly url: string | null;
  readonly link: CanonicalLink | null;
  readonly links: readonly Link[];
  readonly status: Status;
  /** Null where the date tells no year: then its days depend on the issue. */
  readonly dated: Dated | null;
  /** What it lacks, whatever the issue. */
  readonly lacks: readonly Incomplete[];
  /** Whether it was read as of an issue in which groups stand last. */
  readonly groupLast: boolean;
}

/** Understands what a listing of an issue of that day says; listings of equal content once. */
export type ListingReader = (content: PrintedContent, issue: LocalDate) => Said;

/** A reader with an empty memory. */
export function createListingReader(places: PlaceReader, trace: Trace = NO_TRACE): ListingReader {
  const known = new Map<PrintedContent, Said>();
  const partsOf = lineReader(places.isPlace, trace, places.isMisspelt);
  return (content, issue) => {
    const groupLast = content.form === "line" && standsLast(issue);
    const before = known.get(content);
    if (before !== undefined && before.groupLast === groupLast) return before;
    const printed = content.form === "line" ? partsOf(content.text, groupLast, content.url) : columnsOf(content);
    const behind = titleBehind(content, printed);
    const parts = behind === null ? printed : { ...printed, title: behind };
    const column = parts.place === null ? NO_COLUMN : places.column(parts.place);
    const said = understood(content, parts, column, groupLast, issue, trace);
    known.set(content, said);
    return said;
  };
}

/** What stands behind a link and is no title: `Hosted by the university`, `Their first evening`. */
const REMARK =
  /^(?:hosted|organi[sz]ed|sponsored|their|they|we|with|topics?|subject|free|at|in|on|a|an|the|this|registration|tickets?|rsvp|details|more)\b/i;

/** What a title has, and a note such as `Doors open at six` has not. */
const TITLE = /\brust\b|\bmeetup\b|#\d|:\s|["'“‘]\S|\b(?:conf|days?|fest|camp)\b/i;

/** `[5/27. Oslo](…). Fjord Meetup #4: Rust & boats`: the title stands behind a link that holds no more than the place. */
function titleBehind({ form, note }: PrintedContent, { place, title }: LineParts): string | null {
  if (form !== "line" || place === null || title !== withoutFullStop(place)) return null;
  const text = withoutFullStop(note.replace(/^[\s–—-]+/, ""));
  return /^["'“‘]?[\p{Lu}\p{N}]/u.test(text) && TITLE.test(text) && !REMARK.test(text) && !mentionsStatus(text)
    ? text
    : null;
}

function columnsOf({ place, text, groups }: PrintedContent): LineParts {
  return { place, remote: false, title: text, groups };
}

function understood(
  { date, url, links, note }: PrintedContent,
  { place, remote, title, groups }: LineParts,
  column: Column,
  groupLast: boolean,
  issue: LocalDate,
  trace: Trace,
): Said {
  const said = remote ? "virtual" : (column.said ?? modeInTitle(title, trace));
  const mode = said ?? modeOf(column.mode, title, url);
  const dated = date === null || date.from.year === null ? null : daysOf(date, issue);
  return {
    column,
    mode,
    modeUnderVirtual: said ?? "virtual",
    groups,
    title: withoutStrike(title),
    url,
    link: canonicalLink(url),
    links,
    status: statusOf(title, [note, place ?? ""], trace),
    dated,
    lacks: INCOMPLETE.filter(({ isFound }) =>
      isFound({ mode, places: column.places, groups, title, url, days: dated?.days ?? null }),
    ),
    groupLast,
  };
}
