import type { CountryData } from "./data.ts";
import { fold } from "./fold.ts";

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

/** The rows of one country, each taken apart when it is asked for. */
export interface Rows {
  /** The area of that code. */
  area(code: string): Area | null;
  /** The city at that position, most people first. */
  city(position: number): City;
  /** The city of an area with the most people. */
  largest(area: Area): City | null;
  /** The country's city with the most people. */
  first(): City | null;
  /** The city that is the country, as Singapore is. */
  cityState(): City | null;
}

function readArea(row: string, country: string, zones: readonly string[]): Area {
  const [code, name, latitude, longitude, zone, certain] = row.split("|");
  const place = { latitude: Number(latitude), longitude: Number(longitude), timeZone: zones[Number(zone)]! };
  return { code: code!, name: name!, country, ...place, certain: certain === "1" };
}

/** Opens the rows of one country of the cut; `zones` are the names that they count. */
export function openRows(data: CountryData, zones: readonly string[]): Rows {
  const areas = new Map<string, Area | null>();
  const cities = new Map<number, City>();
  const area = (code: string): Area | null => {
    const known = areas.get(code);
    if (known !== undefined) return known;
    const row = data.areas.find((row) => row.startsWith(`${code}|`));
    const found = row === undefined ? null : readArea(row, data.code, zones);
    areas.set(code, found);
    return found;
  };
  const readCity = (row: string): City => {
    const [name, code, latitude, longitude, people, zone, mark] = row.split("|");
    const within = area(code!);
    const timeZone = zone === "" ? within!.timeZone : zones[Number(zone)]!;
    const place = { latitude: Number(latitude), longitude: Number(longitude), people: Number(people), timeZone };
    return { name: name!, country: data.code, area: within, ...place, printed: mark === "*" };
  };
  const city = (position: number): City => {
    const known = cities.get(position) ?? readCity(data.cities[position]!);
    cities.set(position, known);
    return known;
  };
  const first = () => (data.cities.length > 0 ? city(0) : null);
  return {
    area,
    city,
    largest({ code }) {
      const position = data.cities.findIndex((row) => row.split("|", 2)[1] === code);
      return position < 0 ? null : city(position);
    },
    first,
    cityState() {
      const state = first();
      return state && data.names.split("|").includes(fold(state.name)) ? state : null;
    },
  };
}
