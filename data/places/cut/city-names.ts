import { compare } from "../../../src/model/compare.ts";
import type { PrintedPlace } from "../../../src/model/place.ts";
import type { GazetteerData } from "../../../src/normalize/places/data.ts";
import { createGazetteer, type Named } from "../../../src/normalize/places/gazetteer.ts";
import { slugOf } from "../../../src/query/fold.ts";
import { readTable } from "./source.ts";

/** Further names of cities, as slugs with a space between two, by slug and country: `nurnberg-de` → `nuremberg norimberga`. */
export type CityNames = Readonly<Record<string, string>>;

/**
 * The further names of `places`, and of every city that the newsletter has printed. The parts of a city's own name come
 * first. A name that is another city's own in the same country is left out, `Manchester` for Richmond in Virginia, unless
 * the city's own begins with it; so is one that two of the cities have.
 */
export function cutCityNames(data: GazetteerData, places: readonly PrintedPlace[]): CityNames {
  const wanted = new Set(places.map(idOf));
  const owners = new Map<string, Set<string>>();
  const takers = new Map<string, Set<string>>();
  const found: { readonly name: string; readonly key: string; readonly isOwn: boolean }[] = [];
  for (const [name, { city, own: isOwn }] of namesIn(data)) {
    const slug = slugOf(city.name);
    const key = `${slug}-${city.country.toLowerCase()}`;
    const inCountry = `${name}-${city.country}`;
    if (isOwn) note(owners, inCountry, key);
    if (!city.printed && !wanted.has(idOf({ city: city.name, area: city.area?.name ?? null, country: city.country })))
      continue;
    if (name === slug) continue;
    if (!isOwn) note(takers, inCountry, key);
    found.push({ name, key, isOwn });
  }
  const isClear = ({ name, key, isOwn }: (typeof found)[number]) => {
    const inCountry = `${name}-${key.slice(-2).toUpperCase()}`;
    const others = [...(owners.get(inCountry) ?? [])].filter((other) => other !== key);
    return isOwn || key.startsWith(`${name}-`) || (others.length === 0 && takers.get(inCountry)?.size === 1);
  };
  const byKey = Map.groupBy(found.filter(isClear), ({ key }) => key);
  const rows = [...byKey].map(([key, all]): [string, string] => {
    const inOrder = all.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || compare(a.name, b.name));
    return [key, [...new Set(inOrder.map(({ name }) => name))].join(" ")];
  });
  for (const [key, name] of [...LEFT_OUT, ...abbreviations()]) {
    const row = rows.find(([other]) => other === key);
    if (row === undefined) rows.push([key, name]);
    else if (!row[1].split(" ").includes(name)) row[1] += ` ${name}`;
  }
  return Object.fromEntries(rows.sort(([a], [b]) => compare(a, b)));
}

/** The names in `aliases.tsv`, which no gazetteer has: `nyc`. */
function abbreviations(): readonly (readonly [key: string, name: string])[] {
  const rows = readTable("aliases.tsv").flatMap(({ printed = "", city = "", country = "" }): [string, string][] => {
    const [name, key] = [slugOf(printed.split(",")[0]!), `${slugOf(city)}-${country.toLowerCase()}`];
    return city === "" || `${name}-${country.toLowerCase()}` === key ? [] : [[key, name]];
  });
  return [...new Map(rows.map((row) => [row.join(" "), row])).values()];
}

/** The names in `printed.tsv` that the newsletter prints most, by the slug of the city's own name, area and country. */
export function shownNames(): Readonly<Record<string, string>> {
  const rows = readTable("printed.tsv").filter(({ name }) => name);
  return Object.fromEntries(rows.map(({ city, area, country, name }) => [slugOf(`${city} ${area} ${country}`), name!]));
}

/** What the gazetteer has no names for, as it reads them as misspelt. */
const LEFT_OUT = [
  ["brussels-be", "brussel"],
  ["hannover-de", "hanover"],
  ["tehran-ir", "teheran"],
] as const;

/** Every name of the gazetteer, as a slug, with each city that has it. */
function* namesIn(data: GazetteerData): Iterable<readonly [name: string, named: Named]> {
  const gazetteer = createGazetteer(data);
  for (const names of [data.names.notable, data.names.large, data.names.small]) {
    for (const row of names.split("|")) {
      const [name = "", references = ""] = row.split("=");
      for (const reference of references.split(",")) yield [slugOf(name), gazetteer.named(reference)];
    }
  }
}

function note(map: Map<string, Set<string>>, name: string, key: string): void {
  map.set(name, (map.get(name) ?? new Set()).add(key));
}

function idOf({ city, area, country }: PrintedPlace): string {
  return `${city}|${area}|${country}`;
}
