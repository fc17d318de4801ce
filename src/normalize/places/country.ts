import type { CountryData } from "./data.ts";
import { fold } from "./fold.ts";

/** Thousands of people from which on a misspelt name may mean a city that was never printed. */
const NOTABLE = 250;

/** A first-level area: a state, a province, a land. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Zone of most of its people. */
  readonly timeZone: string;
  /** Whether at least 95 % of them keep that time. */
  readonly certain: boolean;
}

export interface City {
  readonly name: string;
  readonly country: string;
  readonly area: Area | null;
  readonly latitude: number;
  readonly longitude: number;
  /** Thousands of people. */
  readonly people: number;
  readonly timeZone: string;
  /** Whether the newsletter has printed it. */
  readonly printed: boolean;
}

/** A city under one of its names. */
export interface Named {
  readonly city: City;
  /** False for an alternate name. */
  readonly own: boolean;
}

/** One country of the gazetteer; its rows are taken apart when they are needed. */
export interface Country {
  readonly code: string;
  /** Zone of at least 95 % of the people. */
  readonly timeZone: string | null;
  /** Folded name or code → area. */
  readonly areas: ReadonlyMap<string, Area>;
  /** The city that is the country, as Singapore is. */
  readonly cityState: City | null;
  /** Whether the newsletter has printed one of its cities. */
  readonly visited: boolean;
  /** Cities of that folded name, most people first. */
  find(folded: string): readonly Named[];
  /** Names of the cities of 250,000 people and more, and of the printed ones: what a misspelt name may mean. */
  notable(): readonly Notable[];
  /** The city of an area with the most people. */
  largest(area: Area): City | null;
  /** The city that an index names. */
  at(row: Row): Named;
}

/** A folded name with the row that bears it. */
export interface Notable {
  readonly name: string;
  readonly row: Row;
}

/** A row of a country's cities under one of its names: twice its position, one more for an alternate name. */
export type Row = number;
/** Rows by folded name. */
export type Rows = Map<string, Row | Row[]>;

function readAreas(
  { code, areas }: CountryData,
  zones: readonly string[],
): { byKey: Map<string, Area>; byCode: Map<string, Area> } {
  const byKey = new Map<string, Area>();
  const byCode = new Map<string, Area>();
  for (const row of areas) {
    const [own, name, latitude, longitude, zone, certain, keys] = row.split("|");
    const place = { latitude: Number(latitude), longitude: Number(longitude), timeZone: zones[Number(zone)]! };
    const area = { code: own!, name: name!, country: code, ...place, certain: certain === "1" };
    byCode.set(area.code, area);
    byKey.set(fold(area.name), area);
    if (keys) for (const key of keys.split(";")) byKey.set(key, area);
  }
  return { byKey, byCode };
}

/** `Biel/Bienne` → `biel bienne`, `biel`, `bienne`; `Frankfurt (Oder)` → `frankfurt oder`, `frankfurt`. */
function ownNames(name: string): string[] {
  const whole = fold(name);
  if (!/[/(]/.test(name)) return [whole];
  const parts = name.includes("/") ? name.split("/") : [name.slice(0, name.indexOf("("))];
  return [whole, ...parts.map(fold)];
}

function add(index: Rows, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, row);
  else if (typeof rows === "number") index.set(key, [rows, row]);
  else rows.push(row);
}

/** Adds the names of one row to an index; `base` is added to each `Row`. */
export function addNames(index: Rows, cities: readonly string[], position: number, base = 0): void {
  const row = cities[position]!;
  for (const key of ownNames(row.slice(0, row.indexOf("|")))) add(index, key, base + 2 * position);
  const more = row.slice(row.lastIndexOf("|") + 1);
  if (more !== "") for (const key of more.split(";")) add(index, key, base + 2 * position + 1);
}

/** All rows of a folded name, in the order in which they were added. */
export function rowsOf(index: Rows, folded: string): readonly Row[] {
  const rows = index.get(folded) ?? [];
  return typeof rows === "number" ? [rows] : rows;
}

function notableNames({ cities, large, printed }: CountryData): Notable[] {
  const names: Rows = new Map();
  for (const position of [...Array(large).keys(), ...printed]) {
    const [, , , , people, , mark] = cities[position]!.split("|", 7);
    if (mark === "*" || Number(people) >= NOTABLE) addNames(names, cities, position);
  }
  return [...names].flatMap(([name, rows]) => [rows].flat().map((row) => ({ name, row })));
}

/** Opens one country of the cut; `zones` are the names that its rows count. */
export function openCountry(data: CountryData, zones: readonly string[]): Country {
  let areas: ReturnType<typeof readAreas> | null = null;
  let index: Rows | null = null;
  let notable: readonly Notable[] | null = null;
  const cities = new Map<number, City>();
  const open = () => {
    areas ??= readAreas(data, zones);
    return areas;
  };
  const readCity = (position: number): City => {
    const [name, code, latitude, longitude, people, zone, mark] = data.cities[position]!.split("|");
    const area = open().byCode.get(code!) ?? null;
    const timeZone = zone === "" ? area!.timeZone : zones[Number(zone)]!;
    const place = { latitude: Number(latitude), longitude: Number(longitude), people: Number(people), timeZone };
    return { name: name!, country: data.code, area, ...place, printed: mark === "*" };
  };
  const at = (row: Row): Named => {
    const position = row >> 1;
    const city = cities.get(position) ?? readCity(position);
    cities.set(position, city);
    return { city, own: row % 2 === 0 };
  };
  return {
    code: data.code,
    timeZone: zones[data.zone] ?? null,
    visited: data.visited,
    get areas() {
      return open().byKey;
    },
    get cityState() {
      if (data.cities.length === 0) return null;
      const { city } = at(0);
      return data.names.split("|").includes(fold(city.name)) ? city : null;
    },
    find(folded) {
      if (!index) {
        index = new Map();
        for (const position of data.cities.keys()) addNames(index, data.cities, position);
      }
      return rowsOf(index, folded).map(at);
    },
    notable() {
      notable ??= notableNames(data);
      return notable;
    },
    largest(area) {
      const position = data.cities.findIndex((row) => row.split("|", 2)[1] === area.code);
      return position < 0 ? null : at(2 * position).city;
    },
    at,
  };
}
