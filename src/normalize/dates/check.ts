import { addDays, daysBetween, type LocalDate } from "../../model/date.ts";
import { recurringDay } from "../../model/meetup.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import { contradicting } from "./beside.ts";
import { CORRECTIONS } from "./corrections.ts";
import type { Days } from "./days.ts";
import { AHEAD, type Dates, datesOf, fits, isUsual, neighbours } from "./order.ts";
import { nearYear } from "./other-days.ts";
import { othersOf } from "./series.ts";

/** What became of a date: `rule` names the typo that was corrected or, with `suspicious`, only noticed. */
export interface Checked {
  readonly days: Days;
  readonly rule: string;
  readonly suspicious: boolean;
}

/** A date further past than this (days) is suspicious, as one more than {@link AHEAD}. */
const PAST = 7;

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
  const { content } = dates.listings[index]!;
  const beside = contradicting(content, days, dates.issue);
  if (!far && beside === null && fits(days.start, near)) return null;
  // A title that names its year, `RustConf 2026`, means it.
  const mayBeTypo = content.date?.from.year != null && (past || !content.text.includes(days.start.slice(0, 4)));
  const other = mayBeTypo ? nearYear(days.start, dates.issue) : null;
  const otherYear = isUsual(dates, other) ? other : null;
  const planned = recurringDay(content.url);
  const others = othersOf(dates, index);
  const odd = { dates, index, days, content, near, lead, past, far, planned, otherYear, beside, others };
  for (const { rule, suspicious = false, meant } of CORRECTIONS) {
    const found = meant(odd);
    if (found !== null) return { days: typeof found === "string" ? shift(days, found) : found, rule, suspicious };
  }
  return null;
}

function shift(days: Days, start: LocalDate): Days {
  return { start, end: addDays(start, daysBetween(days.start, days.end)) };
}
