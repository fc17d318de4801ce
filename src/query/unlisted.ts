import { addDays, type LocalDate } from "../model/date.ts";
import type { DataSet, EventRecord } from "../model/event.ts";
import { startAsOf } from "./as-of.ts";

/** Events further ahead than this are listed at an editor's pleasure: that one is missing tells nothing. */
const AHEAD = 28;

/** The issues in which an event was missing, or came back. */
export interface Gaps {
  readonly unlisted: readonly LocalDate[];
  readonly relisted: readonly LocalDate[];
}

/**
 * Gives the issues from which an event was missing that they would have listed. What can be told afterwards from the
 * listings alone: an issue leaves out an event that earlier ones listed, although it lists others that begin on or before
 * its day and others on or after it, at most four weeks ahead; only the first issue of a row is given. An event whose state
 * is `unlisted` today without that being so is missing since the issue after its last listing.
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
      if (factsCancelled(event, issue)) continue;
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

/** A cancelled event need not be listed any more. */
function factsCancelled(event: EventRecord, issue: LocalDate): boolean {
  const undone = event.history.find((change) => change.field === "status" && change.issue > issue);
  return (undone?.from ?? event.status) === "cancelled";
}
