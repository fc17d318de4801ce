/** A place as printed; `country` is ISO 3166-1 alpha-2. Parts that are not printed are null. */
export interface PrintedPlace {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
}

export type Precision = "city" | "area" | "country" | "region" | "none";

/** A place with names and coordinates from GeoNames; degrees are WGS 84, `timeZone` is an IANA name. */
export interface Place {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly timeZone: string | null;
}

/** A resolved place, with its precision and the rule that found it. */
export interface ResolvedPlace extends Place {
  readonly precision: Precision;
  /** Name of the rule that found it: `exact`, `alias`, `typo`, `area`, … */
  readonly how: string;
}
