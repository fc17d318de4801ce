import { addDays, type LocalDate } from "../../src/model/date.ts";
import { type GeneratedEvent, generateEvents } from "./events.ts";
import { type GeneratedIssue, generateIssue } from "./issue.ts";

export interface ArchivePlan {
  /** Day of the first issue; one follows each week. */
  readonly from: LocalDate;
  readonly issues: number;
  /** Events that start in one week. */
  readonly perWeek: number;
}

export interface GeneratedArchive {
  readonly events: readonly GeneratedEvent[];
  /** Oldest first. */
  readonly issues: readonly GeneratedIssue[];
}

/** Weekly issues over one set of events, each in the format of its time. The same seed and plan give the same bytes. */
export function generateArchive(seed: number, plan: ArchivePlan): GeneratedArchive {
  const to = addDays(plan.from, plan.issues * 7 + 28);
  const events = generateEvents(seed, { from: plan.from, to, perWeek: plan.perWeek });
  let passed = 0;
  const issues = Array.from({ length: plan.issues }, (_, week) => {
    const date = addDays(plan.from, week * 7);
    while (passed < events.length && events[passed]!.start < date) passed++;
    return generateIssue(seed, date, near(events, passed, date));
  });
  return { events, issues };
}

/** Events from the index `first` on that start before any that the issue of the day `date` could list. */
function near(events: readonly GeneratedEvent[], first: number, date: LocalDate): readonly GeneratedEvent[] {
  const last = addDays(date, 42);
  let end = first;
  while (end < events.length && events[end]!.start <= last) end++;
  return events.slice(first, end);
}
