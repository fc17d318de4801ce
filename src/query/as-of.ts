import type { FactsThen } from "../model/changes.ts";
import { addDays, daysBetween, type LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import type { Status } from "../model/listing.ts";

/** The start that `event` had once issue `asOf` was taken in. */
export function startAsOf(event: EventRecord, asOf: LocalDate): LocalDate {
  const undone = event.history.find((change) => change.field === "start" && change.issue > asOf);
  return undone?.from ?? event.start;
}

/** What was known of `event` once issue `asOf` was taken in: what its history tells of later issues is undone. */
export function factsAsOf(event: EventRecord, asOf: LocalDate): FactsThen {
  let { title, url, start, end, status } = event;
  const later = event.history.filter(({ issue }) => issue > asOf).reverse();
  for (const [at, { issue, field, from }] of later.entries()) {
    if (field === "title") title = from ?? title;
    else if (field === "url") url = from;
    else if (field === "status") status = (from ?? status) as Status;
    else if (field === "end") end = from ?? end;
    else if (field === "start" && from !== null) {
      // A change of the start alone moves the end with it.
      const ended = later.slice(0, at).some((change) => change.field === "end" && change.issue === issue);
      if (!ended) end = addDays(end, daysBetween(start, from));
      start = from;
    }
  }
  return { title, url, start, end, status };
}
