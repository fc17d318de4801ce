import type { EventRecord } from "./event.ts";

/** Every id that leads to an event: its own, then those of events that were merged into it. */
export function idsOf({ id, aliases = [] }: EventRecord): readonly string[] {
  return [id, ...aliases];
}
