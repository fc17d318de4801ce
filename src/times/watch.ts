import type { LocalDate } from "../model/date.ts";
import type { EventRecord } from "../model/event.ts";
import { isComing } from "./coming.ts";

/** How many of the coming events have an hour. */
export interface Share {
  readonly coming: number;
  readonly timed: number;
  /** Whole percent, rounded down; null when nothing is coming. */
  readonly percent: number | null;
}

/** Rule 10: of the events of the next 60 days, as they are served, those with an hour, be it that of the first day. */
export function shareOf(events: readonly EventRecord[], today: LocalDate): Share {
  const coming = events.filter((event) => isComing(event, today));
  const timed = coming.filter(({ time, calendar }) => time !== undefined || calendar?.firstDay !== undefined).length;
  return {
    coming: coming.length,
    timed,
    percent: coming.length === 0 ? null : Math.floor((100 * timed) / coming.length),
  };
}

/** Whether the share fell to half or less of what it was in the runs before: perhaps a source changed its shape in silence. */
export function hasHalved(shares: readonly number[]): boolean {
  const last = shares.at(-1);
  const best = Math.max(0, ...shares.slice(0, -1));
  return last !== undefined && best >= 10 && last * 2 <= best;
}
