import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { PrintedDate } from "../model/printed.ts";
import { daysOf } from "../normalize/dates/days.ts";
import type { RoleDate } from "./dates.ts";
import type { CallRule } from "./report.ts";

/** A date, where it stands. */
export interface PlacedDate extends RoleDate {
  /** Whether it stands in the link with the name. */
  readonly inName: boolean;
  /** Number of the text that it stands in. */
  readonly place: number;
}

/** A problem of a line: the rule, and what it is about. */
export type Odd = readonly [rule: CallRule, found: string];

/** What the dates of a call are. */
export interface Assigned {
  readonly deadline: PrintedDate | null;
  /** The date of which the deadline is the whole or an end. */
  readonly source: PlacedDate | null;
  readonly earlier: PrintedDate | null;
  readonly days: PrintedDate | null;
}

/** A span of more days than a conference has: two dates with a dash between them, or the time that a call is open. */
const LONG = 20;
/** A deadline is at most so many days past when it is printed. */
const LONG_PAST = 30;
const MOVED = /[→⇒]|->/;
const CLOSES = /\b(?:clos|due|deadline)/i;

/**
 * Tells the deadline, an earlier one and the conference's days apart: by the words beside each date, else by what is still
 * missing and by their order. The first text that may be the place is number `placeAt`.
 */
export function assignDates(dates: readonly PlacedDate[], issue: LocalDate, placeAt: number, odd: Odd[]): Assigned {
  let deadline: PrintedDate | null = null;
  let source: PlacedDate | null = null;
  let earlier: PrintedDate | null = null;
  let days: PrintedDate | null = null;
  const spans = (date: PrintedDate) => date.to !== null && isLong(date, issue);
  const bare: PlacedDate[] = [];
  for (const one of dates) {
    const { date, role } = one;
    if (date === null) odd.push(["call-date-vague", one.text]);
    else if (role === "earlier" && date.to !== null)
      [earlier, deadline, source] = [half(date, "from"), half(date, "to"), one];
    else if (role === "earlier") earlier ??= date;
    else if (role === "opening" && date.to === null) continue;
    else if ((role === "deadline" || role === "opening") && deadline === null) {
      // `closes 2026-03-01 - 2026-09-14`: the deadline and the day; `open 2026-01-01 - 2026-03-01`: until the last day.
      const two = spans(date) && CLOSES.test(one.words);
      if (two) days ??= half(date, "to");
      // `closes 2026-02-16 → 2026-02-23`
      if (MOVED.test(date.text)) earlier ??= half(date, "from");
      [deadline, source] = [date.to === null ? date : half(date, two ? "from" : "to"), one];
    } else if (role === "days") days = days === null ? date : joined(days, date);
    else if (role === "deadline") odd.push(["call-date-unused", date.text]);
    else bare.push(one);
  }
  const isShort = ({ inName, date }: PlacedDate) => inName || (date!.to !== null && !spans(date!));
  const alone =
    days === null ? (bare.find(isShort) ?? (source === null ? undefined : beside(bare, source))) : undefined;
  if (alone !== undefined) {
    days = alone.date;
    bare.splice(bare.indexOf(alone), 1);
  }
  const [first, second] = bare;
  if (first !== undefined && deadline === null && days === null) {
    const date = first.date!;
    if (spans(date)) [deadline, source, days] = [half(date, "from"), first, half(date, "to")];
    else if (second !== undefined) {
      const swapped = isSwapped(date, second.date!, issue);
      [deadline, source, days] = swapped ? [second.date, second, date] : [date, first, second.date];
      bare.splice(1, 1);
    } else if (first.place > placeAt) days = date;
    else [deadline, source] = [date, first];
    bare.shift();
  } else if (first !== undefined && deadline === null) {
    [deadline, source] = [first.date, first];
    bare.shift();
  }
  for (const { date } of bare) odd.push(["call-date-unused", date!.text]);
  return { deadline, source, earlier, days };
}

/** The first date that stands in another column than the deadline, else the first. */
function beside(dates: readonly PlacedDate[], { place }: PlacedDate): PlacedDate | undefined {
  return dates.find((one) => one.place !== place) ?? dates[0];
}

/** Whether the second date is the deadline of a conference on the first. */
function isSwapped(first: PrintedDate, second: PrintedDate, issue: LocalDate): boolean {
  const [one, other] = [daysOf(first, issue).days, daysOf(second, issue).days];
  return one !== null && other !== null && other.start < one.start && other.start >= addDays(issue, -LONG_PAST);
}

function isLong(date: PrintedDate, issue: LocalDate): boolean {
  const [from, to] = [half(date, "from"), half(date, "to")].map((one) => daysOf(one, issue).days?.start);
  return from !== undefined && to !== undefined && daysBetween(from, to) > LONG;
}

/** Workshops and conference together. */
function joined(one: PrintedDate, other: PrintedDate): PrintedDate {
  return { ...one, to: other.to ?? other.from };
}

/** The first or the last day of a span as a date of its own. */
function half({ text, from, to }: PrintedDate, end: "from" | "to"): PrintedDate {
  return { text, from: end === "from" || to === null ? from : to, to: null };
}
