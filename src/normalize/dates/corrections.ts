import type { LocalDate } from "../../model/date.ts";
import type { PrintedContent } from "../../model/printed.ts";
import type { Severity } from "../../model/problem.ts";
import type { Rule } from "../../model/rule.ts";
import { canonicalLink } from "../link.ts";
import { hasWeekday, isWithin } from "./beside.ts";
import type { Days } from "./days.ts";
import { AHEAD, type Dates, fits, isUsual, type Neighbours } from "./order.ts";
import { elsewhere, inNextMonth, lostDigit, wrongDigit } from "./other-days.ts";
import { keepsWeekday, seriesDay } from "./series.ts";

/** A date that is far from its issue, or out of the sort order. */
export interface OddDate {
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
  /** What the listing prints outside of the date's column, when that is another day. */
  readonly beside: Days | null;
  /** Days on which the issue lists the same series with other pages. */
  readonly others: readonly LocalDate[];
}

/** A typo, and the first day or the days that are meant; null where it is not that typo. */
interface Correction extends Rule {
  /** True where the date stays as it is and cannot be trusted. */
  readonly suspicious?: true;
  /** `warning` where none is named. */
  readonly severity?: Severity;
  readonly meant: (odd: OddDate) => LocalDate | Days | null;
}

/** `2023-10-9`: a day of one digit, in a form that has two. */
const LONE_DIGIT = /\d-\d$/;
/** A date further past than this did not keep last month's name. */
const MONTH = 45;

const BESIDE = "dates that editors may print twice: test/normalize/beside.test.ts";

/** Tried in their order. The sentences are those of problems. */
export const CORRECTIONS: readonly Correction[] = [
  {
    rule: "date-within-span",
    says: "a longer span stands outside of the date's column: the event is a part of it",
    example: ["2023-11-15, Microconference in LPC (Nov 13-16)", "2023-11-15"],
    severity: "info",
    meant: ({ days, beside }) => (beside !== null && isWithin(days, beside) ? days : null),
  },
  {
    rule: "date-beside",
    says: "another date stands outside of the date's column, and order, weekday or series speak for it",
    example: ["2025-06-04, Boats (Tuesday, 3rd of June)", "2025-06-03"],
    outside: BESIDE,
    meant({ dates, days, beside, content, near, far, others }) {
      if (beside === null || !isUsual(dates, beside.start)) return null;
      const isInOrder = fits(beside.start, near) && !fits(days.start, near);
      const isOfSeries = keepsWeekday(others, beside.start) && !keepsWeekday(others, days.start);
      if (!far && !isInOrder && !isOfSeries && !hasWeekday(content, beside)) return null;
      return beside.start === beside.end ? beside.start : beside;
    },
  },
  {
    rule: "date-contradicted",
    says: "another date stands outside of the date's column, and nothing tells the right one",
    example: ["2025-06-04, Boats (3rd of June)", "2025-06-04"],
    outside: BESIDE,
    suspicious: true,
    meant: ({ days, beside }) => (beside === null ? null : days),
  },
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
      const next = past && lead > -MONTH && near.after !== null ? inNextMonth(days.start) : null;
      return isUsual(dates, next) && fits(next, near) ? next : null;
    },
  },
  {
    rule: "date-day-typo",
    says: "a digit of the day is lost: one only fits between its neighbours",
    example: ["2023-10-9 between the 17th and the 26th", "2023-10-19"],
    meant({ dates, days, content, past, near }) {
      const digit = past && LONE_DIGIT.test(content.date?.text ?? "") ? lostDigit(days.start, near) : null;
      return isUsual(dates, digit) ? digit : null;
    },
  },
  {
    rule: "date-in-biweekly-series",
    says: "the day of another event of a biweekly series, out of order: two weeks later it fits between its neighbours",
    example: ["2023-11-07 between 16 and 21 November, and on the 7th the series has another page", "2023-11-21"],
    meant({ dates, days, near, others }) {
      const day = seriesDay(others, days.start, near);
      return isUsual(dates, day) ? day : null;
    },
  },
  {
    rule: "date-digit-typo",
    says: "a digit is a typo: with one other only, the date fits between its neighbours",
    example: ["2025-03-22 between two of 12 March", "2025-03-12"],
    meant({ dates, index, days, content, near, far, planned, others }) {
      const sure = far || planned === days.start || mayBeConference(content, days);
      const digit = sure ? null : wrongDigit(dates, days.start, index);
      if (!isUsual(dates, digit) || (others.length > 0 && !keepsWeekday(others, digit))) return null;
      // Another day of the month is one that a neighbour or the series has, never one that nobody printed.
      const isPrinted = digit.slice(8) === days.start.slice(8) || digit === near.before || digit === near.after;
      return isPrinted || others.length > 0 ? digit : null;
    },
  },
  {
    rule: "date-disorder",
    severity: "info",
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

/** Hosts of groups that meet again and again, and tell of it weeks before. */
const GROUPS_PAGE = /^(?:meetup\.com|luma\.com)\//;
const CONFERENCE = /conf|fest|summit|congress|camp|days\b/i;

/** Whether a date far ahead or out of place may be that of a conference: on its own site, of several days, or named like one. */
function mayBeConference({ text, url }: PrintedContent, { start, end }: Days): boolean {
  return start !== end || CONFERENCE.test(text) || !GROUPS_PAGE.test(canonicalLink(url)?.key ?? "");
}
