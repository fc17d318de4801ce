/** Where an alias leads; `area` is GeoNames' name. A target without country is a region that may still have a zone. */
export interface AliasTarget {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
}

/** One country of the cut. Rows are strings, taken apart when the country is first asked for. */
export interface CountryData {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Folded names and alpha-3 code, joined by `|`; the English name is first. */
  readonly names: string;
  /** Index of the zone that at least 95 % of the people share, -1 when there is none. */
  readonly zone: number;
  /** `code|name|latitude|longitude|zone|certain|key;key`: most people's zone, `1` when at least 95 % share it, folded keys. */
  readonly areas: readonly string[];
  /** `name|area code|latitude|longitude|thousands of people|zone, empty when the area's|printed mark *|alternate;alternate` by falling population. */
  readonly cities: readonly string[];
  /** Whether the newsletter has printed one of `cities`. */
  readonly visited: boolean;
  /** How many of `cities` have 100,000 people or more: the first ones. */
  readonly large: number;
  /** Positions in `cities` of the smaller ones that the newsletter has printed. */
  readonly printed: readonly number[];
}

/** The gazetteer as committed (`data/places/gazetteer.json`), cut from GeoNames by `npm run places`. */
export interface GazetteerData {
  readonly format: 1;
  readonly attribution: string;
  /** IANA names, in the order that rows count them. */
  readonly zones: readonly string[];
  readonly countries: readonly CountryData[];
  /** Folded text as printed → what is meant. */
  readonly aliases: Readonly<Record<string, AliasTarget>>;
}
