import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gazetteerText } from "../../../data/places/cut/gazetteer.ts";
import { resolvePlace } from "../../../src/normalize/places/resolve.ts";
import { data, gazetteer } from "./gazetteer.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "data", "places");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const rowsOf = (file: string) => read(file).trim().split("\n").slice(1);

describe("the cut", () => {
  it("is what the script makes of its packages and of the files beside it", () => {
    const made = gazetteerText();
    expect(made.length).toBe(read("gazetteer.json").length);
    expect(made === read("gazetteer.json")).toBe(true);
  });

  it("marks every printed city once", () => {
    const marks = data.countries.flatMap(({ cities }) => cities.filter((row) => row.endsWith("|*")));
    expect(marks).toHaveLength(rowsOf("printed.tsv").length);
  });

  it("leads every alias to a city or a zone, and gives its reason", () => {
    for (const row of rowsOf("aliases.tsv")) {
      const [printed, city, area, country, timeZone, reason] = row.split("\t");
      expect(reason, printed).toMatch(/\w{3}/);
      const resolved = resolvePlace(gazetteer, { city: printed!, area: null, country: null });
      const wanted = {
        city: city || null,
        country: country || null,
        how: "alias",
        zone: timeZone || resolved.timeZone,
      };
      const { how } = resolved;
      expect({ city: resolved.city, country: resolved.country, how, zone: resolved.timeZone }, printed).toEqual(wanted);
      expect(resolved.timeZone, `${printed}: ${area}`).not.toBeNull();
    }
  });

  it("holds zones that the runtime knows", () => {
    for (const timeZone of data.zones)
      expect(() => new Intl.DateTimeFormat("en", { timeZone }), timeZone).not.toThrow();
  });

  it("joins the codes that editors print to their areas", () => {
    const codes = {
      US: ["TX", "DC"],
      CA: ["BC", "QC"],
      AU: ["NSW", "ACT"],
      DE: ["BY", "SN"],
      NL: ["NH", "OV"],
      BR: ["SP"],
    };
    const more = {
      IN: ["KA", "MH"],
      IT: ["MI", "25"],
      MX: ["CMX", "DF"],
      ES: ["CT"],
      CH: ["ZH"],
      GB: ["ENG", "SCT"],
      PL: ["MZ"],
    };
    for (const [country, keys] of Object.entries({ ...codes, ...more })) {
      for (const key of keys)
        expect(gazetteer.country(country)!.area(key.toLowerCase()), `${country}-${key}`).not.toBeNull();
    }
  });
});
