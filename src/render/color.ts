import type { Region } from "../model/region.ts";

/** A CSS3 colour name, which RFC 7986 asks for, and the same colour as Apple's property has it. */
export interface Color {
  readonly name: string;
  readonly hex: string;
}

/** For calendars of all regions: rust. */
const RUST: Color = { name: "chocolate", hex: "#D2691E" };

/** No light ones: programs write on them in white. */
const COLORS: Readonly<Record<Region, Color>> = {
  Virtual: { name: "slateblue", hex: "#6A5ACD" },
  Africa: { name: "darkgoldenrod", hex: "#B8860B" },
  Asia: { name: "crimson", hex: "#DC143C" },
  "Asia Pacific": { name: "indianred", hex: "#CD5C5C" },
  Europe: { name: "royalblue", hex: "#4169E1" },
  "North America": { name: "forestgreen", hex: "#228B22" },
  Oceania: { name: "darkcyan", hex: "#008B8B" },
  "South America": { name: "mediumvioletred", hex: "#C71585" },
};

/** The colour of a region; null stands for all of them together. */
export function colorOf(region: Region | null): Color {
  return region === null ? RUST : COLORS[region];
}

/** The region whose colour an event has: where it takes place, before `Virtual`; null without regions. */
export function mainRegion(regions: readonly Region[]): Region | null {
  return regions.find((region) => region !== "Virtual") ?? regions[0] ?? null;
}
