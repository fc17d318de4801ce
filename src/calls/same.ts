import type { CallListing, CallRecord } from "../model/call.ts";
import { daysBetween, type LocalDate } from "../model/date.ts";
import type { CanonicalLink } from "../model/listing.ts";
import type { Rule } from "../model/rule.ts";
import { oneTypoApart } from "../model/typo.ts";
import { seriesKey, wordsOfSeries } from "./name.ts";
import { yearsIn } from "./years.ts";

/** A call that may be printed again, and where its link leads. */
export interface KnownCall {
  readonly record: CallRecord;
  readonly link: CanonicalLink | null;
  readonly series: string;
}

/** Why a line prints a known call. */
export interface SameRule extends Rule {
  readonly match: (call: KnownCall, listing: CallListing) => boolean;
}

/** A call is printed again after so many days at most. */
const LONGEST_GAP = 200;
/** A conference moves by so many days at most and stays this edition; with the same link by more. */
const SHORT_MOVE = 60;
const LONG_MOVE = 240;

const sameLink = ({ link }: KnownCall, listing: CallListing) => link !== null && link.key === listing.link?.key;
const sameSeries = ({ series }: KnownCall, { name }: CallListing) => series === seriesKey(name);
const sameDays = ({ record }: KnownCall, { start }: CallListing) => start !== null && record.start === start;
const sameCity = ({ record }: KnownCall, { resolved, mode }: CallListing) =>
  resolved.length === 0
    ? mode === record.mode && record.places.length === 0
    : resolved.some(({ city }) => record.places.some((place) => place.city === city));

/** Tried in their order: the first that any known call of this edition fulfils. */
export const SAME_RULES: readonly SameRule[] = [
  {
    rule: "call-same-series-and-link",
    says: "The name but for its year, and the link.",
    example: ["EuroRust (…/eurorust-2026), EuroRust 2026 (…/eurorust-2026)", "one call"],
    match: (call, listing) => sameSeries(call, listing) && sameLink(call, listing),
  },
  {
    rule: "call-same-series",
    says: "The name but for its year.",
    example: ["NDC Techtown 2026 (…/oxidize), NDC Techtown (ndctechtown.com)", "one call"],
    match: sameSeries,
  },
  {
    rule: "call-same-link",
    says: "The link, and a word of the name or the days.",
    example: ["FOSDEM 2018: devroom (rust-fosdem.github.io), FOSDEM 2018 (rust-fosdem.github.io)", "one call"],
    match: (call, listing) => sameLink(call, listing) && (sharesWord(call, listing) || sameDays(call, listing)),
  },
  {
    rule: "call-same-days",
    says: "Days and place, and a word of the name or all but one letter.",
    example: [
      "Rust Summit (…/form1; 2025-06-07, Belgrade), Serbian Rust Summit (…/form2; 2025-06-07, Belgrade)",
      "one call",
    ],
    outside: "a call that moved to another form, under another name: test/calls/merge.test.ts",
    match: (call, listing) =>
      sameDays(call, listing) &&
      sameCity(call, listing) &&
      (sharesWord(call, listing) || oneTypoApart(call.series, seriesKey(listing.name))),
  },
];

/** Whether a line may print that edition of the conference. */
export function mayBeEdition(call: KnownCall, listing: CallListing): boolean {
  const { record } = call;
  if (record.start !== null && listing.start !== null) {
    const moved = Math.abs(daysBetween(record.start, listing.start));
    return moved <= SHORT_MOVE || (moved <= LONG_MOVE && sameLink(call, listing) && sameYear(record, listing));
  }
  return sameYear(record, listing) && daysBetween(record.lastListed, listing.issue) <= LONGEST_GAP;
}

function sameYear(one: Named, other: Named): boolean {
  const [a, b] = [yearOf(one), yearOf(other)];
  return a === null || b === null || a === b;
}

interface Named {
  readonly name: string;
  readonly url: string | null;
  readonly start: LocalDate | null;
}

/** The year of the edition: that of its days, else the one that its name or link tells. */
function yearOf({ name, url, start }: Named): number | null {
  return start === null ? ([...yearsIn(name), ...yearsIn(url ?? "")][0] ?? null) : Number(start.slice(0, 4));
}

/** Words that conferences of any kind have in their names. */
const COMMON = new Set([
  "rust",
  "conf",
  "days",
  "day",
  "summit",
  "fest",
  "meetup",
  "week",
  "camp",
  "in",
  "and",
  "of",
  "for",
]);

function sharesWord({ record }: KnownCall, { name }: CallListing): boolean {
  const words = new Set(wordsOfSeries(record.name));
  const shared = wordsOfSeries(name).filter((word) => words.has(word));
  // `Rust Summit` and `Serbian Rust Summit`: all words of one.
  return shared.some((word) => !COMMON.has(word)) || (shared.length > 1 && shared.length === words.size);
}
