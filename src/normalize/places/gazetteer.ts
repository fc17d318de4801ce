import { memo } from "../../model/memo.ts";
import { once } from "../../model/once.ts";
import { NO_TRACE, type Trace } from "../../model/trace.ts";
import type { AliasTarget, CountryData, GazetteerData, SortedNames } from "./data.ts";
import { type Area, type City, openRows, type Rows } from "./rows.ts";
import { referencesOf } from "./sorted-names.ts";

/** A city under one of its names. */
export interface Named {
  readonly city: City;
  /** False for an alternate name. */
  readonly own: boolean;
}

/** A name, and the reference that `named` takes. */
export interface Reference {
  readonly name: string;
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
  /** Is called with each rule that is applied to a printed place. */
  readonly trace: Trace;
}

function namesOfCountries(data: GazetteerData): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { code, names } of data.countries) for (const name of names.split("|")) byName.set(name, code);
  return byName;
}

const NONE: readonly Reference[] = [];

/** One country's names by number of letters, in the order of the data. */
function namesIn(names: SortedNames, code: string): ReadonlyMap<number, readonly Reference[]> {
  const byLength = new Map<number, Reference[]>();
  for (let at = names.indexOf(code); at >= 0; at = names.indexOf(code, at + 1)) {
    if (names[at - 1] !== "=" && names[at - 1] !== ",") continue;
    const start = names.lastIndexOf("|", at) + 1;
    const name = names.slice(start, names.indexOf("=", start));
    let end = at + code.length;
    while (end < names.length && names[end] !== "," && names[end] !== "|") end++;
    const reference = { name, reference: names.slice(at, end) };
    const others = byLength.get(name.length);
    if (others === undefined) byLength.set(name.length, [reference]);
    else others.push(reference);
  }
  return byLength;
}

/** Opens the committed gazetteer (`data/places/gazetteer.json`, which an adapter loads). Nothing is indexed beforehand. */
export function createGazetteer(data: GazetteerData, trace: Trace = NO_TRACE): Gazetteer {
  const rows = new Map<string, Rows>(data.countries.map((country) => [country.code, openRows(country, data.zones)]));
  const countryNames = once(() => namesOfCountries(data));
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
  const open = ({ code, zone, visited }: CountryData): Country => {
    let notable: ReturnType<typeof namesIn> | null = null;
    return {
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
      notable(length) {
        notable ??= namesIn(data.names.notable, code);
        return notable.get(length) ?? NONE;
      },
    };
  };
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
    trace,
  };
}
