import type { EventRecord } from "../model/event.ts";

/** What an event is filed under: its regions, then the mode unless it is one of them. */
export function keywordsOf({ regions, mode }: EventRecord): readonly string[] {
  if (mode === "in-person") return [...regions, "In person"];
  if (mode === "hybrid") return [...regions, "Hybrid"];
  return mode === "virtual" && !regions.includes("Virtual") ? [...regions, "Virtual"] : regions;
}
