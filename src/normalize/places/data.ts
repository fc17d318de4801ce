/** Where an alias leads; `area` is GeoNames' name. A target without country is a region that may still have a zone. */
export interface AliasTarget {
  readonly city: string | null;
  readonly area: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
}

/** One country of the cut. Rows are strings, taken apart when they are first asked for. */
export interface CountryData {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Folded names and alpha-3 code, joined by `|`; the English name is first. */
  readonly names: string;
  /** Index of the zone that at least 95 % of the people share, -1 when there is none. */
  readonly zone: number;
  /** Whether the newsletter has printed one of `cities`. */
  readonly visited: boolean;
  /** `code|name|latitude|longitude|zone|certain`: most people's zone, `1` when at least 95 % share it. */
  readonly areas: readonly string[];
  /**
   * `name|area code|latitude|longitude|thousands of people|zone|mark`, most people first: the zone only where it is not
   * the area's, `*` for a city that the newsletter has printed.
   */
  readonly cities: readonly string[];
}

/**
 * Folded names in the order of their letters, `name=reference,reference|name=…`, so that one is found without an index.
 * A reference is a country's code with an area's code, or with twice a city's position in base 36, one more when the name
 * is not the city's own.
 */
export type SortedNames = string;

/** The gazetteer as committed (`data/places/gazetteer.json`), cut from GeoNames by `npm run places`. */
export interface GazetteerData {
  readonly format: 1;
  readonly attribution: string;
  /** IANA names, in the order that rows count them. */
  readonly zones: readonly string[];
  readonly countries: readonly CountryData[];
  /** Folded text as printed → what is meant. */
  readonly aliases: Readonly<Record<string, AliasTarget>>;
  readonly names: {
    readonly areas: SortedNames;
    /** Cities that a misspelt name may mean: printed before, or of 250,000 people. */
    readonly notable: SortedNames;
    /** The others of 100,000 people. */
    readonly large: SortedNames;
    readonly small: SortedNames;
  };
}
