import type { EventRecord } from "./event.ts";

/** All ids of an event: its own, then its aliases. */
export function idsOf({ id, aliases = [] }: EventRecord): readonly string[] {
  return [id, ...aliases];
}
