import type { EventRecord } from "../model/event.ts";

/** Keywords of an event: its regions, then its mode unless that is already included. */
export function keywordsOf({ regions, mode }: EventRecord): readonly string[] {
  if (mode === "in-person") return [...regions, "In person"];
  if (mode === "hybrid") return [...regions, "Hybrid"];
  return mode === "virtual" && !regions.includes("Virtual") ? [...regions, "Virtual"] : regions;
}
