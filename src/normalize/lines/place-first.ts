import type { Rule } from "../../model/rule.ts";
import { FULL_STOP, withoutFullStop } from "./full-stop.ts";

/** Whether a text is a place and nothing else. */
export type IsPlace = (text: string) => boolean;

/** A place that stands before a title. */
interface PlaceFirst extends Rule {
  /** Its groups are the place and what follows it. */
  readonly from: RegExp;
  /** Whether the first group may be the place where the patterns alone do not tell; `isPlace` by default. */
  readonly accepts?: (place: string, isPlace: IsPlace) => boolean;
}

const REMOTE = /^(?:remote|online|virtual)$/i;
/** `Virtual (Oslo, NO) - Boats`: a place column of later years. */
const MODE_WITH_PLACE =
  /^(?:remote|online|virtual|hybrid|in[- ]person)(?: ?(?:[&+/]|and) ?(?:online|virtual|in[- ]person))? ?\([^()]{2,50}\)$/i;
const HAS_FULL_STOP = new RegExp(FULL_STOP);
const LONGEST = 80;
const TYPOS = "typos that editors may make in lines: test/normalize/line.test.ts";
/** A town with the code of its area, its country or both. */
const CODED = `([^,]{2,40}(?:, ?[A-Z]{2}){1,2})`;
/** A title, which begins with no punctuation and no further code. */
const TITLE = String.raw`(?!(?:US|USA|CA|AU|UK|us|usa|ca|au|uk)\b|(?:[A-Za-z]{1,3}|[A-Z] [A-Z])(?: *[,:.|_=–—-]|$))[^\s,:.|_=–—-].`;

function beforeTitle(place: string, isPlace: IsPlace): boolean {
  return place.length < LONGEST && (isPlace(place) || REMOTE.test(place) || MODE_WITH_PLACE.test(place));
}

const isPlaceAlone = (place: string, isPlace: IsPlace) => isPlace(place);

/** Tried in their order. */
export const PLACES_FIRST: readonly PlaceFirst[] = [
  {
    rule: "scope-before-comma",
    says: "A word for everywhere, and a comma where a dash should be.",
    example: ["Global, RustFest Global", "Global"],
    from: /^(online|virtual|remote|global|worldwide|various[^,-]{0,30})\s*,\s*(?![a-z]{2}\s+[-–—]\s)(\S.*)$/is,
    accepts: () => true,
  },
  {
    rule: "punctuation-behind-code",
    says: "Another sign than a dash with spaces behind a country's code.",
    example: ["Brno, CZ | Rust meetup", "Brno, CZ"],
    from: new RegExp(String.raw`^${CODED}(?:\s*[|_=]\s*|,?\s*[-–—]\s*|\.\s+)(${TITLE}{3,})$`),
  },
  {
    rule: "comma-behind-code",
    says: "A comma behind a country's code, and a title of some length.",
    example: ["Brno, CZ, Rust meetup", "Brno, CZ"],
    from: new RegExp(`^${CODED}, +(${TITLE}{9,})$`),
  },
  {
    rule: "title-behind-code",
    says: "Nothing but a space between a country's code and a title with a capital.",
    example: ["Brno, CZ Rust meetup", "Brno, CZ"],
    outside: TYPOS,
    from: new RegExp(`^${CODED} +(?=[A-ZÀ-Þ\\d])(${TITLE}{5,})$`),
  },
  {
    rule: "rust-before-place",
    says: "Who meets, told by no more than the town.",
    example: ["Rust Bergen, NO: Boats", "Bergen, NO"],
    from: /^Rust ([^,]{2,40}, ?[^,]{2,30}?)(?:\s+[-–—]\s+|:\s+)(.*)$/s,
  },
  {
    rule: "dash-behind-place",
    says: "A dash between place and title.",
    example: ["Linz, AT -- Rust Linz", "Linz, AT"],
    from: /^(.*?)(?:\s+[-–—]{1,2}){1,2}\s+(.*)$/s,
    accepts: beforeTitle,
  },
  {
    rule: "dash-beside-space",
    says: "A dash with a space on one side.",
    example: ["Delhi- Rust workshop", "Delhi"],
    outside: TYPOS,
    from: /^(.*?)(?:(?<=\w)-\s+|\s+-(?=\S))(.*)$/s,
    accepts: beforeTitle,
  },
  {
    rule: "colon-behind-place",
    says: "A colon between place and title.",
    example: ["Cologne / Germany: Anniversary", "Cologne / Germany"],
    from: /^(.*?):\s+(.*)$/s,
    accepts: beforeTitle,
  },
  {
    rule: "full-stop-behind-place",
    says: "A full stop between place and title.",
    example: ["Berlin. OpenTechSchool", "Berlin"],
    outside: TYPOS,
    from: new RegExp(`^(.*?)${FULL_STOP}(.*)$`, "s"),
    accepts: beforeTitle,
  },
  {
    rule: "bracket-before-title",
    says: "The place in a bracket before the title.",
    example: ["(Berlin) Rust and boats", "Berlin"],
    from: /^\(([^()]{3,40})\):? +(\S.*)$/s,
    accepts: (place, isPlace) => !REMOTE.test(place) && isPlace(place),
  },
];

/** What a line begins with, and what is after it; the whole text is both where it is a place. */
export interface Begin {
  readonly place: string | null;
  readonly after: string;
  /** The rule that found the place. */
  readonly rule: string | null;
}

/** The place that a text begins with: `Madrid, ES - Title`. */
export function placeFirst(text: string, isPlace: IsPlace): Begin {
  for (const { rule, from, accepts = isPlaceAlone } of PLACES_FIRST) {
    const [, printed, after = ""] = from.exec(text) ?? [];
    const place = printed?.trim();
    if (place && accepts(place, isPlace)) return { place, after, rule };
  }
  const whole = withoutFullStop(text);
  const isWhole = whole.length < 60 && !HAS_FULL_STOP.test(whole) && isPlace(whole);
  return { place: isWhole ? whole : null, after: text, rule: null };
}
