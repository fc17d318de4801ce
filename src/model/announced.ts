import type { EventRecord } from "./event.ts";

/** Whether only calls for papers have printed the event so far. */
export function isAnnounced({ listings }: Pick<EventRecord, "listings">): boolean {
  return listings.at(-1)?.call === true;
}
