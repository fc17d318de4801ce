import { type Area, addNames, type Country, type Named, openCountry, type Rows, rowsOf } from "./country.ts";
import type { AliasTarget, GazetteerData } from "./data.ts";

/** The world's cities, areas and countries by name. Nothing of it is needed to serve requests. */
export interface Gazetteer {
  /** The country of that alpha-2 code. */
  country(code: string): Country | null;
  /** Alpha-2 code of a folded country name or alpha-3 code. */
  countryNamed(folded: string): string | null;
  /** What a folded text as a whole stands for. */
  alias(folded: string): AliasTarget | null;
  /** Areas of that folded name or code in all countries. */
  areasNamed(folded: string): readonly Area[];
  /** Cities of that folded name among the world's large ones and those that the newsletter has printed. */
  known(folded: string): readonly Named[];
  readonly countries: readonly Country[];
  /** Results kept between calls: a cache, each key always has the same value. */
  readonly kept: Map<string, unknown>;
}

/** Room for the rows of one country in an index of all. */
const SPAN = 2 ** 20;

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function namesOfCountries(data: GazetteerData): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { code, names } of data.countries) for (const name of names.split("|")) byName.set(name, code);
  return byName;
}

function areasOfAll(countries: Iterable<Country>): Map<string, Area[]> {
  const byKey = new Map<string, Area[]>();
  for (const country of countries) {
    for (const [key, area] of country.areas) {
      const others = byKey.get(key);
      if (others) others.push(area);
      else byKey.set(key, [area]);
    }
  }
  return byKey;
}

/** Names of the large and the printed cities of all countries; a row's country stands above `SPAN`. */
function knownOfAll(data: GazetteerData): Rows {
  const index: Rows = new Map();
  for (const [number, { cities, large, printed }] of data.countries.entries()) {
    for (let position = 0; position < large; position++) addNames(index, cities, position, number * SPAN);
    for (const position of printed) addNames(index, cities, position, number * SPAN);
  }
  return index;
}

/** Opens the committed gazetteer (`data/places/gazetteer.json`, which an adapter loads). Indexes are made when first needed. */
export function createGazetteer(data: GazetteerData): Gazetteer {
  const countries = data.countries.map((country) => openCountry(country, data.zones));
  const byCode = new Map(countries.map((country) => [country.code, country]));
  const names = once(() => namesOfCountries(data));
  const areas = once(() => areasOfAll(countries));
  const known = once(() => knownOfAll(data));
  return {
    country: (code) => byCode.get(code) ?? null,
    countryNamed: (folded) => names().get(folded) ?? null,
    alias: (folded) => (Object.hasOwn(data.aliases, folded) ? data.aliases[folded]! : null),
    areasNamed: (folded) => areas().get(folded) ?? [],
    known: (folded) => rowsOf(known(), folded).map((row) => countries[Math.floor(row / SPAN)]!.at(row % SPAN)),
    countries,
    kept: new Map(),
  };
}
