import type { Region } from "../model/region.ts";

/** A CSS3 colour name, as required by RFC 7986, and the same colour in hexadecimal for Apple's property. */
export interface Color {
  readonly name: string;
  readonly hex: string;
}

/** For calendars of all regions: rust. */
const RUST: Color = { name: "chocolate", hex: "#D2691E" };

/** No light colours, because programs use them as a background for white text. */
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

/** The colour of a region; null stands for all regions. */
export function colorOf(region: Region | null): Color {
  return region === null ? RUST : COLORS[region];
}

/** The region that determines an event's colour: the first one other than `Virtual`, if there is one. Null without regions. */
export function mainRegion(regions: readonly Region[]): Region | null {
  return regions.find((region) => region !== "Virtual") ?? regions[0] ?? null;
}
