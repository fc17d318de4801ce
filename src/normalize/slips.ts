import { addDays, daysBetween, type LocalDate, localDate } from "../model/date.ts";
import { recurringDay } from "../model/meetup.ts";
import type { PrintedContent } from "../model/printed.ts";
import { oneSlipApart } from "../model/slip.ts";
import type { Days } from "./days.ts";
import { canonicalLink } from "./link.ts";
import { AHEAD, type Dates, datesOf, fits, type Neighbours, neighbours, settleDate, wrongDigit } from "./order.ts";

/** What became of a date: `rule` names the slip that was mended or, with `suspicious`, only seen. */
export interface Checked {
  readonly days: Days;
  readonly rule: string;
  readonly suspicious: boolean;
}

/** A date further past than this (days) is suspicious, as one more than {@link AHEAD}. */
const PAST = 7;
/** A year further off than this is no slip of the pen, unless one of its figures is. */
const SLIP_YEARS = 3;
/** Listings of one page that are looked through for another date. */
const MOST_OF_PAGE = 100;
/** A mended date lies at most this far ahead: issues announce events a median of 20 days before. */
const USUAL_AHEAD = 120;

/**
 * Looks for slips of the pen among the dates of one issue, and mends those where the evidence is clear: last year's
 * year in January, a month or a day that breaks the sort order while the date in the Meetup id keeps it. Other dates far
 * from the issue stay as printed and are marked suspicious; those that only stand behind a later one are told, no more.
 * One for each listing, null where nothing is odd.
 */
export function checkDates(printed: Pick<Dates, "issue" | "listings" | "days">): readonly (Checked | null)[] {
  const dates = datesOf(printed);
  return printed.days.map((days, index) => {
    const checked = days === null ? null : check(dates, days, index);
    // The listings behind it stand behind the mended date.
    settleDate(dates, index, checked === null ? days : checked.days);
    return checked;
  });
}

/**
 * A long past date whose page the same issue lists with one other, upcoming date: that is the date meant. A site's front
 * page, `https://rust.example/`, may be that of all its events.
 */
function elsewhere({ issue, listings, days, onPage }: Dates, index: number): Days | null {
  const page = canonicalLink(listings[index]?.content.url ?? null);
  if (page?.kind !== "event" || !/[/?]/.test(page.key)) return null;
  const printed = onPage().get(page.key)?.slice(0, MOST_OF_PAGE) ?? [];
  const others = printed.flatMap((at) => days[at] ?? []).filter(({ start }) => start >= issue);
  const [found] = others;
  const one = new Set(others.map(({ start }) => start)).size === 1;
  return found && one ? found : null;
}

/** Hosts of groups that meet again and again, and tell of it weeks before. */
const GROUPS_PAGE = /^(?:meetup\.com|luma\.com)\//;
const CONFERENCE = /conf|fest|summit|congress|camp|days\b/i;

/** Whether a date far ahead or out of place may be that of a conference: on its own site, of several days, or named like one. */
function mayBeConference({ text, url }: PrintedContent, { start, end }: Days): boolean {
  return start !== end || CONFERENCE.test(text) || !GROUPS_PAGE.test(canonicalLink(url)?.key ?? "");
}

function check(dates: Dates, days: Days, index: number): Checked | null {
  const { issue } = dates;
  const near = neighbours(dates, index);
  const { content } = dates.listings[index]!;
  const { date, url, text } = content;
  const lead = daysBetween(issue, days.end);
  const usual = (day: LocalDate | null): day is LocalDate =>
    day !== null && daysBetween(issue, day) >= -1 && daysBetween(issue, day) <= USUAL_AHEAD;

  if (lead >= -PAST && lead <= AHEAD) return outOfOrder(dates, days, index, near, usual);
  const planned = recurringDay(url);
  const otherYear = nearYear(days.start, issue);
  // An inferred year is never a slip; a title that names its year, `RustConf 2026`, means it.
  const yearSlip = date?.from.year != null && usual(otherYear) && (lead < 0 || !text.includes(days.start.slice(0, 4)));
  const upcoming = lead < 0 && !(yearSlip && fits(otherYear, near)) ? elsewhere(dates, index) : null;
  if (upcoming) return { days: upcoming, rule: "date-other-elsewhere", suspicious: false };
  // Printed in order, last of its region or alone: a group meets this year, a conference may be announced so early.
  const ahead = () => !fits(days.start, near) || (fits(otherYear!, near) && !mayBeConference(content, days));
  if (yearSlip && (lead < 0 || ahead())) {
    return { days: shift(days, otherYear), rule: "date-year-slip", suspicious: false };
  }
  if (usual(planned) && (lead < 0 || fits(planned, near))) {
    return { days: shift(days, planned), rule: "date-not-in-series", suspicious: false };
  }
  if (lead < 0) {
    // `Jun 17` in July before `Jul 18`: last month's name kept.
    const nextMonth = lead > -45 ? withMonth(days.start, 1) : null;
    if (usual(nextMonth) && (near.before ?? near.after) !== null && fits(nextMonth, near)) {
      return { days: shift(days, nextMonth), rule: "date-month-slip", suspicious: false };
    }
    const digit = lostDigit(days.start, near);
    if (usual(digit)) return { days: shift(days, digit), rule: "date-day-slip", suspicious: false };
  }
  // A conference that is announced early names its year or stands last, where it belongs by date.
  const early = lead > AHEAD && lead < 2 * AHEAD && fits(days.start, near);
  return early ? null : { days, rule: "date-suspicious", suspicious: true };
}

/** A date of the usual time: mended where it breaks the sort order and one other keeps it, else at most told. */
function outOfOrder(
  dates: Dates,
  days: Days,
  index: number,
  near: Neighbours,
  usual: (day: LocalDate | null) => day is LocalDate,
): Checked | null {
  if (fits(days.start, near)) return null;
  const { content } = dates.listings[index]!;
  const planned = recurringDay(content.url);
  if (usual(planned) && fits(planned, near)) {
    return { days: shift(days, planned), rule: "date-not-in-series", suspicious: false };
  }
  const sure = planned === days.start || mayBeConference(content, days);
  const digit = sure ? null : wrongDigit(dates, days.start, index);
  if (usual(digit)) return { days: shift(days, digit), rule: "date-digit-slip", suspicious: false };
  const behindLater = near.before !== null && near.before > days.start;
  return behindLater ? { days, rule: "date-disorder", suspicious: false } : null;
}

function shift(days: Days, start: LocalDate): Days {
  return { start, end: addDays(start, daysBetween(days.start, days.end)) };
}

/** The day in the year that brings it nearest to the issue; null when it stands in that year already. */
function nearYear(day: LocalDate, issue: LocalDate): LocalDate | null {
  const year = Number(issue.slice(0, 4));
  const [, month = 0, date = 0] = day.split("-").map(Number);
  const near = [year - 1, year, year + 1]
    .map((candidate) => localDate(candidate, month, date))
    .filter((candidate) => candidate !== null)
    .filter((candidate) => isYearSlip(candidate.slice(0, 4), day.slice(0, 4)))
    .sort((a, b) => Math.abs(daysBetween(issue, a)) - Math.abs(daysBetween(issue, b)))[0];
  return near === undefined || near === day ? null : near;
}

/** Whether the year `printed` may stand for `meant`: `2024` for 2025, `2052` and `2015` as well. */
function isYearSlip(meant: string, printed: string): boolean {
  return Math.abs(Number(meant) - Number(printed)) <= SLIP_YEARS || oneSlipApart(meant, printed);
}

/** `2023-10-9` between the 17th and the 26th: the 19th, if no other lost digit fits between both neighbours. */
function lostDigit(day: LocalDate, near: Neighbours): LocalDate | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (date > 9 || near.before === null || near.after === null) return null;
  const found = [10, 20, 30]
    .map((tens) => localDate(year, month, tens + date))
    .filter((d) => d !== null && fits(d, near));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function withMonth(day: LocalDate, months: number): LocalDate | null {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return localDate(month + months > 12 ? year + 1 : year, ((month + months - 1) % 12) + 1, date);
}
