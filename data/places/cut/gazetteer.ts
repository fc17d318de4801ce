import type { CountryData } from "../../../src/normalize/places/data.ts";
import { fold } from "../../../src/normalize/places/fold.ts";
import { aliases } from "./aliases.ts";
import { alternates, ownNames } from "./alternates.ts";
import { joinAreas } from "./areas.ts";
import { countryNames } from "./countries.ts";
import { NameList } from "./names.ts";
import { readAreaNames, readCities, readTable, type SourceCity } from "./source.ts";
import { subdivisions } from "./subdivisions.ts";
import { withAreasOfToday } from "./today.ts";
import { centre, sharedZone } from "./zones.ts";

const PEOPLE = 15_000;
/** Where the newsletter often prints small towns, five thousand people are enough. */
const SMALLER = 5_000;
const DETAILED = new Set(["US", "CA", "AU", "NZ", "GB"]);
const CAPITAL = /^PPL[AC]$/;
const LARGE = 100_000;
const NOTABLE = 250_000;
const ATTRIBUTION =
  "Cities: GeoNames (https://www.geonames.org/), CC BY 4.0, 2023-03, cut and joined to ISO 3166-2 codes";

const areaNames = readAreaNames();
const countryNamed = countryNames();
const names = { areas: new NameList(), notable: new NameList(), large: new NameList(), small: new NameList() };
const known = subdivisions();
const printed = new Set(readTable("printed.tsv").map(({ city, area, country }) => `${city}|${area}|${country}`));
const handNames = new Map<string, string[]>();
for (const { country, city, name } of readTable("names.tsv")) {
  handNames.set(`${city}|${country}`, [...(handNames.get(`${city}|${country}`) ?? []), fold(name!)]);
}

const identity = (city: SourceCity) =>
  `${city.name}|${areaNames.get(`${city.country}.${city.area}`) ?? ""}|${city.country}`;
const byCountry = Map.groupBy(withAreasOfToday(readCities()), ({ country }) => country);
const zones = [...new Set([...byCountry.values()].flat().map(({ timeZone }) => timeZone))].sort();
const zoneIndex = new Map(zones.map((zone, index) => [zone, index]));

function isKept(city: SourceCity): boolean {
  const enough = DETAILED.has(city.country) ? SMALLER : PEOPLE;
  return city.population >= enough || CAPITAL.test(city.feature) || printed.has(identity(city));
}

/** Most people first; equal ones by name and place, so that the order never depends on the source's. */
function byPeople(a: SourceCity, b: SourceCity): number {
  return b.population - a.population || (`${a.name}|${a.latitude}` < `${b.name}|${b.latitude}` ? -1 : 1);
}

function areasOf(country: string, cities: readonly SourceCity[]): { rows: string[]; zone: Map<string, string> } {
  const own = new Map(
    [...areaNames].filter(([code]) => code.startsWith(`${country}.`)).map(([code, name]) => [code.slice(3), name]),
  );
  const keys = joinAreas(own, known.get(country) ?? []);
  const inArea = Map.groupBy(cities, ({ area }) => area);
  const zone = new Map<string, string>();
  const rows: string[] = [];
  for (const code of [...own.keys()].sort()) {
    const there = inArea.get(code) ?? [];
    const shared = sharedZone(there);
    if (!shared) continue;
    zone.set(code, shared.timeZone);
    const { latitude, longitude } = centre(there);
    for (const key of keys.get(code)!) names.areas.add(key, `${country}${code}`);
    rows.push(
      [code, own.get(code), latitude, longitude, zoneIndex.get(shared.timeZone), shared.certain ? 1 : ""].join("|"),
    );
  }
  return { rows, zone };
}

function cutCountry(country: string, all: readonly SourceCity[]): CountryData {
  const { rows, zone } = areasOf(country, all);
  const confirmed = new Set((known.get(country) ?? []).flatMap((subdivision) => subdivision.names));
  const cities = all.filter(isKept).sort(byPeople);
  const shared = sharedZone(all);
  const seen = new Set<string>();
  const isPrinted = cities.map(
    (city) => printed.has(identity(city)) && !seen.has(identity(city)) && !!seen.add(identity(city)),
  );
  for (const [index, city] of cities.entries()) {
    const list =
      isPrinted[index] || city.population >= NOTABLE
        ? names.notable
        : city.population >= LARGE
          ? names.large
          : names.small;
    const own = ownNames(city);
    const others = [...alternates(city, confirmed), ...(handNames.get(`${city.name}|${country}`) ?? [])];
    for (const name of own) list.add(name, `${country}${(2 * index).toString(36)}`);
    for (const name of new Set(others))
      if (!own.includes(name)) list.add(name, `${country}${(2 * index + 1).toString(36)}`);
  }
  return {
    code: country,
    names: (countryNamed.get(country) ?? []).join("|"),
    zone: shared?.certain ? zoneIndex.get(shared.timeZone)! : -1,
    visited: isPrinted.includes(true),
    areas: rows,
    cities: cities.map((city, index) => {
      const zoneOfCity = zone.get(city.area) === city.timeZone ? "" : zoneIndex.get(city.timeZone);
      const people = Math.round(city.population / 1000);
      const mark = isPrinted[index] ? "*" : "";
      return [city.name, city.area, city.latitude, city.longitude, people, zoneOfCity, mark].join("|");
    }),
  };
}

/** The whole gazetteer as the text of its file: one country a line. The same packages give the same text. */
export function gazetteerText(): string {
  const identities = new Set([...byCountry.values()].flat().map(identity));
  for (const city of printed) if (!identities.has(city)) throw new Error(`printed.tsv: GeoNames has no "${city}"`);
  const countries = [...byCountry.keys()].sort().map((country) => cutCountry(country, byCountry.get(country)!));
  const lines = countries.map((country) => JSON.stringify(country));
  const head = JSON.stringify({ format: 1, attribution: ATTRIBUTION, zones, aliases: aliases(), names }).slice(0, -1);
  return `${head},"countries":[\n${lines.join(",\n")}\n]}\n`;
}
