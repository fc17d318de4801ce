import { kindOf } from "../kinds/kind.ts";
import type { EventRecord } from "../model/event.ts";

/** Keywords of an event: its regions, its mode unless that is already included, and its kind unless it is a meetup. */
export function keywordsOf(event: EventRecord): readonly string[] {
  const kind = kindOf(event);
  return [...event.regions, ...modeOf(event), ...(kind === "meetup" ? [] : [capitalized(kind)])];
}

function modeOf({ regions, mode }: EventRecord): readonly string[] {
  if (mode === "in-person") return ["In person"];
  if (mode === "hybrid") return ["Hybrid"];
  return mode === "virtual" && !regions.includes("Virtual") ? ["Virtual"] : [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
