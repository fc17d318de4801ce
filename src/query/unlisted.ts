import { addDays, type LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { startAsOf } from "./as-of.ts";

/** Issues do not reliably list events that are more than this many days ahead. */
const AHEAD = 28;

/** The issues that no longer listed an event, or listed it again. */
export interface Gaps {
  readonly unlisted: readonly LocalDate[];
  readonly relisted: readonly LocalDate[];
}

/**
 * Returns a function that finds the gaps in the listings of an event. An event is missing from an issue that lists events before
 * and after its date, at most four weeks ahead; of consecutive issues, only the first is returned. If the current state of an
 * event is `unlisted` and no such issue is found, it is missing since the issue after its last listing.
 */
export function gapFinder({ events, issues }: DataSet): (event: EventRecord) => Gaps {
  const dates = [...new Set(issues.filter(({ draft }) => !draft).map(({ issue }) => issue))].sort();
  const following = new Map(dates.map((issue, at) => [issue, at + 1]));
  const after = (issue: LocalDate): number => following.get(issue) ?? dates.filter((other) => other <= issue).length;
  const reach = new Map<LocalDate, { from: LocalDate; to: LocalDate }>();
  for (const event of events) {
    for (const { issue } of event.listings) {
      const start = startAsOf(event, issue);
      const known = reach.get(issue);
      const { from = start, to = "" } = known ?? {};
      const last = start > to && start <= addDays(issue, AHEAD) ? start : to;
      reach.set(issue, { from: start < from ? start : from, to: last });
    }
  }
  return (event) => {
    const listed = new Set(event.listings.map(({ issue }) => issue));
    const unlisted: LocalDate[] = [];
    const relisted: LocalDate[] = [];
    let missing = false;
    for (let at = after(event.created); at < dates.length; at++) {
      const issue = dates[at] as LocalDate;
      const start = startAsOf(event, issue);
      if (listed.has(issue)) {
        if (missing) relisted.push(issue);
        missing = false;
        continue;
      }
      if (issue > start) break;
      const days = reach.get(issue);
      if (missing || days === undefined || start < days.from || start > days.to) continue;
      if (isCancelled(event, issue)) continue;
      missing = true;
      unlisted.push(issue);
    }
    if (event.state === "unlisted" && !missing) {
      const last = event.listings.at(-1)?.issue ?? event.created;
      const next = dates[after(last)];
      if (next !== undefined) unlisted.push(next);
    }
    return { unlisted, relisted };
  };
}

/** Whether the event was cancelled as of `issue`: issues need not list it then. */
function isCancelled(event: EventRecord, issue: LocalDate): boolean {
  const undone = event.history.find((change) => change.field === "status" && change.issue > issue);
  return (undone?.from ?? event.status) === "cancelled";
}
