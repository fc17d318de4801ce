/** A place as printed; `country` is ISO 3166-1 alpha-2. Parts that are not printed are null. */
export interface PrintedPlace {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
}

export type Precision = "city" | "area" | "country" | "region" | "none";

/** A place on the map, in GeoNames' words. Degrees are WGS 84; `timeZone` is an IANA name. */
export interface Place {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly timeZone: string | null;
}

/** How a printed place was resolved: the place, how exact it is and by which rule. */
export interface ResolvedPlace extends Place {
  readonly precision: Precision;
  /** Name of the rule that found it: `exact`, `alias`, `typo`, `area`, … */
  readonly how: string;
}
