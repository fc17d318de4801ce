import { memo } from "../../model/memo.ts";
import { type Area, type City, openRows, type Rows } from "./country.ts";
import type { AliasTarget, CountryData, GazetteerData, SortedNames } from "./data.ts";
import { referencesOf } from "./sorted.ts";
import { lettersOf } from "./typo.ts";

/** A city under one of its names. */
export interface Named {
  readonly city: City;
  /** False for an alternate name. */
  readonly own: boolean;
}

/** A name with the set of its letters, and the reference that `named` takes. */
export interface Reference {
  readonly name: string;
  readonly letters: number;
  readonly reference: string;
}

/** One country of the gazetteer. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Zone of at least 95 % of the people. */
  readonly timeZone: string | null;
  /** Whether the newsletter has printed one of its cities. */
  readonly visited: boolean;
  /** The city with the most people. */
  readonly first: City | null;
  /** The city that is the country, as Singapore is. */
  readonly cityState: City | null;
  /** The area of that folded name or code. */
  area(folded: string): Area | null;
  /** Cities of that folded name. */
  find(folded: string): readonly Named[];
  /** The city of an area with the most people. */
  largest(area: Area): City | null;
  /** Names of that many letters of the cities of 250,000 people and of those printed before: what a misspelt name may mean. */
  notable(length: number): readonly Reference[];
}

/** The world's cities, areas and countries by name. Nothing of it is needed to serve requests. */
export interface Gazetteer {
  readonly countries: readonly Country[];
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
  /** The city under the name that a reference of `notable` stands for. */
  named(reference: string): Named;
  /** Results kept between calls: a cache, each key always has the same value. */
  readonly kept: Map<string, unknown>;
}

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

const NONE: readonly Reference[] = [];

/** Names as they stand in the data, `ulm=DE1a`, by number of letters: those of one length are taken apart when they are asked for. */
function namesByLength(names: SortedNames): readonly (readonly string[])[] {
  const byLength: string[][] = [];
  for (const entry of names.split("|")) {
    const length = entry.indexOf("=");
    if (length < 0) continue;
    byLength[length] ??= [];
    byLength[length].push(entry);
  }
  return byLength;
}

function byCountry(entries: readonly string[]): ReadonlyMap<string, readonly Reference[]> {
  const names = new Map<string, Reference[]>();
  for (const entry of entries) {
    const [name = "", references = ""] = entry.split("=");
    const letters = lettersOf(name);
    for (const reference of references.split(",")) {
      const code = reference.slice(0, 2);
      const own = names.get(code);
      if (own) own.push({ name, letters, reference });
      else names.set(code, [{ name, letters, reference }]);
    }
  }
  return names;
}

/** Opens the committed gazetteer (`data/places/gazetteer.json`, which an adapter loads). Nothing is indexed beforehand. */
export function createGazetteer(data: GazetteerData): Gazetteer {
  const rows = new Map<string, Rows>(data.countries.map((country) => [country.code, openRows(country, data.zones)]));
  const countryNames = once(() => namesOfCountries(data));
  const byLength = once(() => namesByLength(data.names.notable));
  const notable = new Map<number, ReadonlyMap<string, readonly Reference[]>>();
  const notableOf = (code: string, length: number): readonly Reference[] => {
    const names = notable.get(length) ?? byCountry(byLength()[length] ?? []);
    notable.set(length, names);
    return names.get(code) ?? NONE;
  };
  const named = (reference: string): Named => {
    const number = Number.parseInt(reference.slice(2), 36);
    return { city: rows.get(reference.slice(0, 2))!.city(number >> 1), own: number % 2 === 0 };
  };
  const areasNamed = memo((folded) =>
    referencesOf(data.names.areas, folded).map(
      (reference) => rows.get(reference.slice(0, 2))!.area(reference.slice(2))!,
    ),
  );
  const known = memo((folded) =>
    [data.names.notable, data.names.large].flatMap((names) => referencesOf(names, folded)),
  );
  const all = memo((folded) => [...known(folded), ...referencesOf(data.names.small, folded)]);
  const open = ({ code, zone, visited }: CountryData): Country => ({
    code,
    timeZone: data.zones[zone] ?? null,
    visited,
    get first() {
      return rows.get(code)!.first();
    },
    get cityState() {
      return rows.get(code)!.cityState();
    },
    area: (folded) => areasNamed(folded).find(({ country }) => country === code) ?? null,
    find: (folded) =>
      all(folded)
        .filter((reference) => reference.startsWith(code))
        .map(named),
    largest: (area) => rows.get(code)!.largest(area),
    notable: (length) => notableOf(code, length),
  });
  const countries = data.countries.map(open);
  const byCode = new Map(countries.map((country) => [country.code, country]));
  return {
    countries,
    country: (code) => byCode.get(code) ?? null,
    countryNamed: (folded) => countryNames().get(folded) ?? null,
    alias: (folded) => (Object.hasOwn(data.aliases, folded) ? data.aliases[folded]! : null),
    areasNamed,
    known: (folded) => known(folded).map(named),
    named,
    kept: new Map(),
  };
}
