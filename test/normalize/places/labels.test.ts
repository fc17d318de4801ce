import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printedPlace } from "../../../src/normalize/places/printed.ts";
import { resolvePlaces } from "../../../src/normalize/places/resolve.ts";
import { splitPlaces } from "../../../src/normalize/places/split.ts";
import { archive } from "../../archive.ts";
import { gazetteer } from "./gazetteer.ts";

const folder = archive === null ? null : join(archive, "..", "labels");
const labels = folder !== null && existsSync(join(folder, "places.tsv")) ? folder : null;
const WANTED = 0.995;

function rows(file: string): string[][] {
  const [, ...lines] = readFileSync(join(labels!, file), "utf8").trim().split("\n");
  return lines.map((line) => line.split("\t"));
}

function report(what: string, count: number, wrong: readonly string[]): number {
  const share = (count - wrong.length) / count;
  console.log(
    `${what}: ${count - wrong.length} of ${count} right, ${(100 * share).toFixed(2)} %${wrong.map((miss) => `\n  ${miss}`).join("")}`,
  );
  return share;
}

describe.runIf(labels)("what the newsletter has printed, read one by one", () => {
  it("splits place columns", () => {
    const columns = rows("columns.tsv");
    const wrong = columns.flatMap(([column, mode, places]) => {
      const split = splitPlaces(gazetteer, column!);
      const got = `${split.mode} ${split.parts.map(({ text }) => text).join(" ; ")}`.trim();
      return got === `${mode} ${places ?? ""}`.trim() ? [] : [`${column}: ${got}`];
    });
    expect(report("place columns", columns.length, wrong)).toBeGreaterThanOrEqual(WANTED);
  });

  it("resolves places", () => {
    const key = (city: string | null, country: string | null, zone: string | null) =>
      `${city ?? ""}|${country ?? ""}|${zone ?? ""}`;
    const places = Map.groupBy(rows("places.tsv"), ([printed]) => printed!);
    const wrong = [...places].flatMap(([printed, wanted]) => {
      const right = wanted.map((row) => key(row[1]!, row[3]!, row[6]!)).sort();
      const resolved = resolvePlaces(gazetteer, printedPlace(gazetteer, printed));
      const got = resolved.map(({ city, country, timeZone }) => key(city, country, timeZone)).sort();
      return got.join() === right.join() ? [] : [`${printed}: ${got.join()}, not ${right.join()}`];
    });
    expect(report("places: city, country and zone", places.size, wrong)).toBeGreaterThanOrEqual(WANTED);
  });

  it("puts them where GeoNames does", () => {
    const cities = rows("places.tsv").filter((row) => row[7] === "city");
    const wrong = cities.filter(([printed, , area, , latitude, longitude]) =>
      resolvePlaces(gazetteer, printedPlace(gazetteer, printed!)).every(
        (got) =>
          got.area !== (area || null) || got.latitude !== Number(latitude) || got.longitude !== Number(longitude),
      ),
    );
    expect(
      report(
        "places: area and coordinates",
        cities.length,
        wrong.map(([printed]) => printed!),
      ),
    ).toBeGreaterThanOrEqual(WANTED);
  });
});
