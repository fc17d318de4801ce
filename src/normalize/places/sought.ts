import type { PrintedPlace } from "../../model/place.ts";
import type { Region } from "../../model/region.ts";
import type { Position } from "./candidates.ts";
import type { Country, Gazetteer } from "./gazetteer.ts";
import type { Area } from "./rows.ts";

/** A printed place that is looked for. */
export interface Sought {
  readonly gazetteer: Gazetteer;
  readonly printed: PrintedPlace;
  /** The printed city, `""` for none. */
  readonly city: string;
  readonly country: Country | null;
  /** The areas that the printed area may be: of the country, or of all where none is printed. */
  readonly areas: readonly Area[];
  /** Where else the group met. */
  readonly near: readonly Position[];
  /** The part of the world that it is printed under. */
  readonly heading: Region | null;
}
