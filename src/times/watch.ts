import { isAnnounced } from "../model/announced.ts";
import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { isComing } from "./coming.ts";

/** How many upcoming events have a start time; conferences that only calls for papers print are not counted. */
export interface Share {
  readonly coming: number;
  readonly timed: number;
  /** Percent, rounded down; null without upcoming events. */
  readonly percent: number | null;
}

/** Rule 10: the share of events in the next 60 days, as served, with a start time; for multi-day events, on the first day. */
export function shareOf(events: readonly EventRecord[], today: LocalDate): Share {
  const coming = events.filter((event) => isComing(event, today) && !isAnnounced(event));
  const timed = coming.filter(({ time, calendar }) => time !== undefined || calendar?.firstDay !== undefined).length;
  return {
    coming: coming.length,
    timed,
    percent: coming.length === 0 ? null : Math.floor((100 * timed) / coming.length),
  };
}

/** Whether the share is at most half of the best share of earlier runs: a source may have changed its format. */
export function hasHalved(shares: readonly number[]): boolean {
  const last = shares.at(-1);
  const best = Math.max(0, ...shares.slice(0, -1));
  return last !== undefined && best >= 10 && last * 2 <= best;
}
