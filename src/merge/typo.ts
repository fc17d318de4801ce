import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { memo } from "../model/memo.ts";
import type { Rule } from "../model/rule.ts";
import { type Candidate, isDoubtful } from "./candidate.ts";

export const TYPO: Rule = {
  rule: "day-out-of-order",
  says: "A day that was printed out of order, in the place of the one printed since, was a typo: the event was not moved.",
  example: ["08-27, 08-21, 09-02, then 08-27, 08-28, 09-02", "08-28 from the first"],
};

/** Tells whether an event's day so far was a typo for the other day, which is then no move. */
export type IsTypo = (event: Candidate, day: LocalDate) => boolean;

/** One line of an issue; `day` is the event's first day as it was printed there. */
interface Line {
  readonly place: number;
  readonly day: LocalDate;
  readonly record: EventRecord;
}

/**
 * The issue that first listed the event printed it out of order, in a place where the other day fits: `08-21` between `08-27`
 * and `09-02`, later `08-28`. Or that day was far from its issue. `live` are all events that can still change.
 */
export function typoFinder(live: readonly Candidate[]): IsTypo {
  const linesIn = memo((issue) => linesOf(live, issue));
  return ({ record }, day) => {
    if (isDoubtful({ start: record.start, record })) return true;
    const { lines, own } = linesIn(record.created);
    const places = own.get(record) ?? [];
    return places.length > 0 && places.every((at) => fits(lines, at, day));
  };
}

function fits(lines: readonly Line[], at: number, day: LocalDate): boolean {
  const line = lines[at]!;
  const beside = (other: Line | undefined) =>
    other?.record.regions.some((region) => line.record.regions.includes(region)) ? other.day : null;
  const [before, after] = [beside(lines[at - 1]), beside(lines[at + 1])];
  const inOrder = (one: LocalDate) => (before === null || before <= one) && (after === null || one <= after);
  return !inOrder(line.day) && inOrder(day);
}

/** The lines of an issue in order, and where in them each event stands. */
function linesOf(live: readonly Candidate[], issue: LocalDate) {
  const lines = live.flatMap(({ record }) => {
    const refs = record.listings.filter((ref) => ref.issue === issue);
    return refs.map(({ line, sub = 0 }): Line => ({ place: line + sub / 1_000, day: dayIn(record, issue), record }));
  });
  lines.sort((a, b) => a.place - b.place);
  return { lines, own: Map.groupBy(lines.keys(), (at) => lines[at]!.record) };
}

/** The first day of an event as it was known after an issue. */
function dayIn({ start, history }: EventRecord, issue: LocalDate): LocalDate {
  return history.find((change) => change.field === "start" && change.issue > issue)?.from ?? start;
}
