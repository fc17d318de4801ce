import { addDays, daysBetween, type LocalDate } from "../../model/date.ts";
import { recurringDay } from "../../model/meetup.ts";
import type { PrintedContent } from "../../model/printed.ts";
import type { Rule } from "../../model/rule.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { canonicalLink } from "../link.ts";
import type { Days } from "./days.ts";
import { AHEAD, type Dates, datesOf, fits, type Neighbours, neighbours } from "./order.ts";
import { inNextMonth, lostDigit, nearYear, wrongDigit } from "./other-days.ts";

/** What became of a date: `rule` names the typo that was corrected or, with `suspicious`, only noticed. */
export interface Checked {
  readonly days: Days;
  readonly rule: string;
  readonly suspicious: boolean;
}

/** A date that is far from its issue, or out of the sort order. */
interface OddDate {
  readonly dates: Dates;
  readonly index: number;
  readonly days: Days;
  readonly content: PrintedContent;
  readonly near: Neighbours;
  /** Days from the issue to the last day. */
  readonly lead: number;
  /** Long past. */
  readonly past: boolean;
  /** Long past, or far ahead. */
  readonly far: boolean;
  /** The day that the link's Meetup id spells. */
  readonly planned: LocalDate | null;
  /** The same day in the year that brings it nearest to the issue, where the printed year may be a typo. */
  readonly otherYear: LocalDate | null;
}

/** A typo, and the first day or the days that are meant; null where it is not that typo. */
interface Correction extends Rule {
  /** True where the date stays as it is and cannot be trusted. */
  readonly suspicious?: true;
  readonly meant: (odd: OddDate) => LocalDate | Days | null;
}

/** A date further past than this (days) is suspicious, as one more than {@link AHEAD}. */
const PAST = 7;
/** A date further past than this did not keep last month's name. */
const MONTH = 45;
/** Listings of one page that are looked through for another date. */
const MOST_OF_PAGE = 100;
/** A corrected date lies at most this far ahead: issues announce events a median of 20 days before. */
const USUAL_AHEAD = 120;

/** Tried in their order. The sentences are those of problems. */
export const CORRECTIONS: readonly Correction[] = [
  {
    rule: "date-other-elsewhere",
    says: "long past, and the same issue lists the same page with another date",
    example: ["2025-02-15 in the issue of 2025-03-05, and its page on 2025-03-24", "2025-03-24"],
    meant: ({ dates, index, past, otherYear, near }) =>
      past && !(otherYear !== null && fits(otherYear, near)) ? elsewhere(dates, index) : null,
  },
  {
    rule: "date-year-typo",
    says: "the year is a typo",
    example: ["2024-03-15 in the issue of 2025-03-05", "2025-03-15"],
    meant({ days, content, past, far, otherYear, near }) {
      if (!far || otherYear === null) return null;
      // In order, last of its region or alone: a group meets this year, a conference may be announced so early.
      const isThisYear = !fits(days.start, near) || (fits(otherYear, near) && !mayBeConference(content, days));
      return past || isThisYear ? otherYear : null;
    },
  },
  {
    rule: "date-not-in-series",
    says: "the date breaks the sort order and the link's own date keeps it",
    example: ["2025-04-19 between 12 and 20 March, …/events/abcdetyhcfbzb/", "2025-03-19"],
    meant: ({ dates, past, planned, near }) =>
      isUsual(dates, planned) && (past || fits(planned, near)) ? planned : null,
  },
  {
    rule: "date-month-typo",
    says: "the month is a typo: the next one fits between its neighbours",
    example: ["2025-02-15 between 12 and 20 March", "2025-03-15"],
    meant({ dates, days, lead, past, near }) {
      const next = past && lead > -MONTH && (near.before ?? near.after) !== null ? inNextMonth(days.start) : null;
      return isUsual(dates, next) && fits(next, near) ? next : null;
    },
  },
  {
    rule: "date-day-typo",
    says: "a digit of the day is lost: one only fits between its neighbours",
    example: ["2023-10-9 between the 17th and the 26th", "2023-10-19"],
    meant({ dates, days, past, near }) {
      const digit = past ? lostDigit(days.start, near) : null;
      return isUsual(dates, digit) ? digit : null;
    },
  },
  {
    rule: "date-digit-typo",
    says: "a digit is a typo: with one other only, the date fits between its neighbours",
    example: ["2025-05-13 between 12 and 14 March", "2025-03-13"],
    meant({ dates, index, days, content, far, planned }) {
      const sure = far || planned === days.start || mayBeConference(content, days);
      const digit = sure ? null : wrongDigit(dates, days.start, index);
      return isUsual(dates, digit) ? digit : null;
    },
  },
  {
    rule: "date-disorder",
    says: "the date stands behind a later one",
    example: ["2025-03-12 behind 2025-03-22", "2025-03-12"],
    meant: ({ days, far, near }) => (!far && near.before !== null && near.before > days.start ? days : null),
  },
  {
    rule: "date-suspicious",
    says: "far from the issue's date, and nothing tells the right one",
    example: ["2024-10-31 in the issue of 2025-03-05", "2024-10-31"],
    outside: "what no correction explains: test/normalize/days.test.ts",
    suspicious: true,
    // A conference that is announced early stands last, where it belongs by date.
    meant: ({ days, lead, past, far, near }) =>
      far && (past || lead >= 2 * AHEAD || !fits(days.start, near)) ? days : null,
  },
];

/**
 * Looks for typos among the dates of one issue, and corrects those where the evidence is clear: last year's year in
 * January, a month or a day that breaks the sort order while the date in the Meetup id keeps it. Other dates far from the
 * issue stay as printed and are marked suspicious; those that only stand behind a later one are reported, no more.
 * One for each listing, null where nothing is odd.
 */
export function checkDates(
  printed: Pick<Dates, "issue" | "listings" | "days">,
  trace: Trace = NO_TRACE,
): readonly (Checked | null)[] {
  const dates = datesOf(printed);
  return printed.days.map((days, index) => {
    const checked = days === null ? null : check(dates, days, index);
    if (checked === null) return null;
    trace(checked.rule, dates.listings[index]!.content.date?.text ?? "");
    // The listings behind it stand behind the corrected date.
    dates.days[index] = checked.days;
    return checked;
  });
}

function check(dates: Dates, days: Days, index: number): Checked | null {
  const near = neighbours(dates, index);
  const lead = daysBetween(dates.issue, days.end);
  const [past, far] = [lead < -PAST, lead < -PAST || lead > AHEAD];
  if (!far && fits(days.start, near)) return null;
  const { content } = dates.listings[index]!;
  // A title that names its year, `RustConf 2026`, means it.
  const mayBeTypo = content.date?.from.year != null && (past || !content.text.includes(days.start.slice(0, 4)));
  const other = mayBeTypo ? nearYear(days.start, dates.issue) : null;
  const otherYear = isUsual(dates, other) ? other : null;
  const planned = recurringDay(content.url);
  const odd = { dates, index, days, content, near, lead, past, far, planned, otherYear };
  for (const { rule, suspicious = false, meant } of CORRECTIONS) {
    const found = meant(odd);
    if (found !== null) return { days: typeof found === "string" ? shift(days, found) : found, rule, suspicious };
  }
  return null;
}

function isUsual({ issue }: Dates, day: LocalDate | null): day is LocalDate {
  return day !== null && daysBetween(issue, day) >= -1 && daysBetween(issue, day) <= USUAL_AHEAD;
}

/**
 * The other, upcoming days on which the same issue lists a page, where there is one only. A site's front page,
 * `https://rust.example/`, may be that of all its events.
 */
function elsewhere({ issue, listings, days, onPage }: Dates, index: number): Days | null {
  const page = canonicalLink(listings[index]?.content.url ?? null);
  if (page?.kind !== "event" || !/[/?]/.test(page.key)) return null;
  const printed = onPage().get(page.key)?.slice(0, MOST_OF_PAGE) ?? [];
  const [found, ...others] = printed.flatMap((at) => days[at] ?? []).filter(({ start }) => start >= issue);
  return found && others.every(({ start }) => start === found.start) ? found : null;
}

/** Hosts of groups that meet again and again, and tell of it weeks before. */
const GROUPS_PAGE = /^(?:meetup\.com|luma\.com)\//;
const CONFERENCE = /conf|fest|summit|congress|camp|days\b/i;

/** Whether a date far ahead or out of place may be that of a conference: on its own site, of several days, or named like one. */
function mayBeConference({ text, url }: PrintedContent, { start, end }: Days): boolean {
  return start !== end || CONFERENCE.test(text) || !GROUPS_PAGE.test(canonicalLink(url)?.key ?? "");
}

function shift(days: Days, start: LocalDate): Days {
  return { start, end: addDays(start, daysBetween(days.start, days.end)) };
}
