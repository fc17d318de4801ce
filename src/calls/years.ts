import { addDays, type LocalDate, localDate } from "../model/date.ts";
import type { Rule } from "../model/rule.ts";
import type { Days } from "../normalize/dates/days.ts";

/** The dates of a call, and what tells their year. */
export interface CallDates {
  readonly issue: LocalDate;
  readonly closes: LocalDate | null;
  readonly days: Days | null;
  /** The years that its name and its links tell. */
  readonly years: readonly number[];
}

interface YearRule extends Rule {
  /** The dates meant; null where the rule does not apply. */
  readonly meant: (dates: CallDates) => CallDates | null;
}

/** A call is printed at most so many days after its deadline. */
const LONG_CLOSED = 60;
/** Nobody calls for papers so many days ahead. */
const FAR = 400;

/** Each applies to what the rules before it leave. */
export const YEAR_RULES: readonly YearRule[] = [
  {
    rule: "call-days-long-past",
    says: "Days long before the issue are in the year that the name or link tells, else in the next one after the deadline.",
    example: ["2025-11-19: Rustikon 2026 | CFP closes 2025-11-24 | 2025-03-19", "2026-03-19"],
    meant: (dates) => {
      const { issue, days, closes, years } = dates;
      if (days === null || days.start >= addDays(issue, -LONG_CLOSED)) return null;
      const plausible = (moved: Days) =>
        moved.start >= issue &&
        moved.start <= addDays(issue, FAR + 100) &&
        (closes === null || closes > addDays(issue, FAR) || moved.start >= closes);
      return withDays(dates, [...years, yearOf(issue), yearOf(issue) + 1], plausible);
    },
  },
  {
    rule: "call-deadline-long-past",
    says: "A deadline long before the issue is in the next year in which it is still to come, if that is before the conference.",
    example: ["2025-01-08: Closes on 2024-01-12 | 2025-05-13", "2025-01-12"],
    meant: (dates) => {
      const { issue, closes, days } = dates;
      if (closes === null || closes >= addDays(issue, -LONG_CLOSED)) return null;
      const to = [yearOf(issue), yearOf(issue) + 1].map((year) => inYear(closes, year));
      const meant = to.find((day) => day !== null && day >= addDays(issue, -LONG_CLOSED));
      return meant == null || (days !== null && meant > days.start) ? null : { ...dates, closes: meant };
    },
  },
  {
    rule: "call-days-before-deadline",
    says: "A conference before its deadline is in a later year.",
    example: ["2025-10-01: CFP closes 2025-12-08 | 2025-10-20", "2026-10-20"],
    outside: "years that editors may mistype: test/calls/years.test.ts",
    meant: (dates) => {
      const { issue, days, closes, years } = dates;
      if (days === null || closes === null || days.end >= closes || closes > addDays(issue, FAR)) return null;
      const moved = withDays(
        dates,
        [...years, yearOf(closes), yearOf(closes) + 1],
        ({ start }) => start >= closes && start <= addDays(issue, FAR + 100),
      );
      return moved;
    },
  },
  {
    rule: "call-deadline-behind-days",
    says: "A deadline behind the conference, a year or more, is in the last year in which it is before it.",
    example: ["2026-02-04: CFP closes 2027-03-01 | 2026-09-08", "2026-03-01"],
    outside: "years that editors may mistype: test/calls/years.test.ts",
    meant: (dates) => {
      const { issue, days, closes } = dates;
      if (closes === null || (days === null ? closes <= addDays(issue, FAR) : closes <= days.end)) return null;
      const last = days?.start ?? addDays(issue, FAR);
      const to = [yearOf(last), yearOf(last) - 1].map((year) => inYear(closes, year));
      const meant = to.find((day) => day !== null && day <= last && day >= addDays(issue, -LONG_CLOSED));
      return meant == null ? null : { ...dates, closes: meant };
    },
  },
  {
    rule: "call-days-too-far",
    says: "A conference more than a year ahead, and the year told otherwise by its name, is in that year.",
    example: ["2025-11-19: RustWeek 2026 | CFP closes 2025-12-31 | 2027-05-19", "2026-05-19"],
    outside: "years that editors may mistype: test/calls/years.test.ts",
    meant: (dates) => {
      const { issue, days, closes, years } = dates;
      if (days === null || days.start <= addDays(issue, FAR)) return null;
      return withDays(
        dates,
        years.filter((year) => year !== yearOf(days.start)),
        ({ start }) => start >= (closes ?? issue),
      );
    },
  },
];

/** The dates with years that were typed wrong corrected, and the rules that did so. */
export function correctYears(dates: CallDates): { readonly dates: CallDates; readonly rules: readonly string[] } {
  const rules: string[] = [];
  let now = dates;
  for (const { rule, meant } of YEAR_RULES) {
    const after = meant(now);
    if (after === null) continue;
    rules.push(rule);
    now = after;
  }
  return { dates: now, rules };
}

/** The years that a text tells: `https://sessionize.com/rustikon-2026/`. */
export function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
}

function withDays(dates: CallDates, years: readonly number[], plausible: (days: Days) => boolean): CallDates | null {
  const { days } = dates;
  if (days === null) return null;
  const moved = years.map((year) => {
    const [start, end] = [inYear(days.start, year), inYear(days.end, year + yearOf(days.end) - yearOf(days.start))];
    return start === null || end === null ? null : { start, end };
  });
  const meant = moved.find((one) => one !== null && plausible(one));
  return meant == null ? null : { ...dates, days: meant };
}

function inYear(day: LocalDate, year: number): LocalDate | null {
  return localDate(year, Number(day.slice(5, 7)), Number(day.slice(8)));
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
