import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeMode } from "../../../src/normalize/places/mode.ts";
import { splitPlaces } from "../../../src/normalize/places/split.ts";
import { gazetteer } from "./gazetteer.ts";

/** `column | mode | texts`, several texts with ` ; ` between them. */
const COLUMNS = `
Virtual | virtual |
VIRTUAL | virtual |
online | virtual |
Remote | virtual |
Virtual Event | virtual |
Online Only | virtual |
Hybrid | hybrid |
In-Person | in-person |
Ljubljana, SI | in-person | Ljubljana, SI
Virtual (Ljubljana, SI) | virtual | Ljubljana, SI
virtual (Ljubljana, SI) | virtual | Ljubljana, SI
Virtual(Ljubljana, SI) | virtual | Ljubljana, SI
Virtual ( Ljubljana, SI ) | virtual | Ljubljana, SI
Virtual (Ljubljana, SI | virtual | Ljubljana, SI
Virtual Ljubljana, SI) | virtual | Ljubljana, SI
Virtual: Ljubljana, SI | virtual | Ljubljana, SI
Virtual - Ljubljana, SI | virtual | Ljubljana, SI
Virtual – Ljubljana, SI | virtual | Ljubljana, SI
Virtual, Ljubljana, SI | virtual | Ljubljana, SI
Virtual [Ljubljana, SI] | virtual | Ljubljana, SI
Online (Ljubljana, SI) | virtual | Ljubljana, SI
Remote (Ljubljana, SI) | virtual | Ljubljana, SI
Ljubljana, SI (Virtual) | virtual | Ljubljana, SI
Ljubljana, SI (online only) | virtual | Ljubljana, SI
Virual (Ljubljana, SI) | virtual | Ljubljana, SI
Vritual (Tulsa, OK, US) | virtual | Tulsa, OK, US
Virtial(Ljubljana, SI) | virtual | Ljubljana, SI
Hybrd (Ljubljana, SI) | hybrid | Ljubljana, SI
Virtuoso (Ljubljana, SI) | in-person | Virtuoso (Ljubljana, SI)
Virtual (UTC+2) | virtual | UTC+2
Rust Fjords Discord | virtual |
Some Fjord Twitch | virtual |
Ljubljana, SI + Zoom | hybrid | Ljubljana, SI
Ljubljana, SI - Online | virtual | Ljubljana, SI
Virtual (Ljubljana, SI; Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Ljubljana, SI / Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Ljubljana, SI & Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Ljubljana, SI and Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Ljubljana, SI + Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Ljubljana, SI, Zagreb, HR) | virtual | Ljubljana, SI ; Zagreb, HR
Virtual (Boise, ID, US, Tulsa, OK, US) | virtual | Boise, ID, US ; Tulsa, OK, US
Hybrid (Ljubljana, SI) | hybrid | Ljubljana, SI
hybrid (Ljubljana, SI) | hybrid | Ljubljana, SI
Hybrid - Ljubljana, SI | hybrid | Ljubljana, SI
Hybrid: Ljubljana, SI | hybrid | Ljubljana, SI
Hybrid in Ljubljana, SI | hybrid | Ljubljana, SI
Ljubljana, SI (Hybrid) | hybrid | Ljubljana, SI
Ljubljana, SI - Hybrid | hybrid | Ljubljana, SI
Ljubljana, SI / Hybrid | hybrid | Ljubljana, SI
Hybrid (Virtual + In-person) Ljubljana, SI | hybrid | Ljubljana, SI
Hybrid (Virtual & In-Person) - Ljubljana, SI | hybrid | Ljubljana, SI
Hybrid - In Person & Online (Ljubljana, SI) | hybrid | Ljubljana, SI
Hybrid: Virtual and In Person (Ljubljana/Laibach, SI) | hybrid | Ljubljana/Laibach, SI
In-Person and Virtual (Ljubljana, SI) | hybrid | Ljubljana, SI
In-person + Online (Ljubljana, SI) | hybrid | Ljubljana, SI
Virtual/In-Person (Ljubljana, SI) | hybrid | Ljubljana, SI
Virtual or In-Person (Ljubljana, SI) | hybrid | Ljubljana, SI
Onsite and online (Ljubljana, SI) | hybrid | Ljubljana, SI
Ljubljana, SI + Virtual | hybrid | Ljubljana, SI
Ljubljana, SI + Online | hybrid | Ljubljana, SI
Ljubljana, SI & Virtual | hybrid | Ljubljana, SI
Ljubljana, SI and Virtual | hybrid | Ljubljana, SI
Ljubljana, SI and Online | hybrid | Ljubljana, SI
Ljubljana, SI / Virtual | hybrid | Ljubljana, SI
Ljubljana, SI; Virtual | hybrid | Ljubljana, SI
Ljubljana, SI (+ Virtual) | hybrid | Ljubljana, SI
Ljubljana, SI (and online) | hybrid | Ljubljana, SI
Ljubljana/Remote, SI | hybrid | Ljubljana, SI
Ljubljana + Remote, SI | hybrid | Ljubljana, SI
Virtual + Ljubljana, SI | hybrid | Ljubljana, SI
Virtual and Ljubljana, SI | hybrid | Ljubljana, SI
Virtual & Ljubljana, SI | hybrid | Ljubljana, SI
Online + Ljubljana, SI | hybrid | Ljubljana, SI
Virtual + (Ljubljana, SI) | hybrid | Ljubljana, SI
In-Person (Ljubljana, SI) | in-person | Ljubljana, SI
Ljubljana, SI (in person) | in-person | Ljubljana, SI
Ljubljana, SI; Zagreb, HR | in-person | Ljubljana, SI ; Zagreb, HR
Ljubljana, SI + Zagreb, HR | in-person | Ljubljana, SI ; Zagreb, HR
Ljubljana/Maribor, SI | in-person | Ljubljana/Maribor, SI
Ljubljana,SI | in-person | Ljubljana,SI
Ljubljana, SI, | in-person | Ljubljana, SI
  Ljubljana,   SI  | in-person | Ljubljana, SI
Linz (Donau), AT | in-person | Linz (Donau), AT
Biel/Bienne, CH | in-person | Biel/Bienne, CH
Port-au-Prince, HT | in-person | Port-au-Prince, HT
Various cities | in-person | Various cities
Virtual (Europe + Israel) | virtual | Europe + Israel
`;

const rows = COLUMNS.split("\n")
  .filter((line) => line.includes("|"))
  .map((line) => {
    const [column, mode, texts] = line.split("|");
    return { column: column!.trimEnd(), mode: mode!.trim(), texts: texts!.trim() };
  });

describe("splitPlaces", () => {
  it.each(rows)("takes apart $column", ({ column, mode, texts }) => {
    const split = splitPlaces(gazetteer, column);
    expect({ mode: split.mode, texts: split.parts.map(({ text }) => text).join(" ; ") }).toEqual({ mode, texts });
  });

  it("finds nothing in an empty column", () => {
    for (const column of ["", "   ", "-", "()", ",,", "||"]) {
      expect(splitPlaces(gazetteer, column)).toEqual({ mode: null, said: null, places: [], parts: [] });
    }
  });

  it.each([
    ["Oslo, NO", null],
    ["In-person (Oslo, NO)", "in-person"],
    ["Hybrid (Oslo, NO)", "hybrid"],
  ])("tells a word for the mode from a place alone: %s", (column, said) => {
    expect(splitPlaces(gazetteer, column).said).toBe(said);
  });

  it("counts no place where none is named", () => {
    const places = (column: string) => splitPlaces(gazetteer, column).places;
    for (const column of [
      "Virtual (Europe)",
      "Various cities",
      "Virtual (PDT Timezone)",
      "Virtual (UTC+2)",
      "EU/UK",
      "TBD",
      "Virtual (in Spanish)",
      "Virtual (English)",
    ]) {
      expect(places(column), column).toEqual([]);
    }
    expect(places("Various cities, IR")).toEqual([{ city: null, area: null, country: "IR" }]);
    expect(places("Hybrid (Oslo, NO)")).toEqual([{ city: "Oslo", area: null, country: "NO" }]);
    expect(places("NYC")).toEqual([{ city: "NYC", area: null, country: null }]);
    expect(places("Bavaria")).toEqual([{ city: null, area: "Bavaria", country: null }]);
  });

  it("gives up on a text that is too long for a column", () => {
    expect(splitPlaces(gazetteer, "Berlin, DE ".repeat(100_000)).places).toEqual([]);
  });

  it("reads columns of the commonest form as it reads all others", () => {
    const part = fc.constantFrom(
      "Oslo",
      "Ås",
      "NO",
      "St. Olav",
      "and",
      "or",
      "with",
      "+",
      "/",
      ",",
      "-",
      "at",
      "online",
      "é",
    );
    const place = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.constantFrom("Virtual", "virtual", "Hybrid", "HYBRID"), place, (word, place) => {
        // The colon keeps it from the quick path, and counts for nothing.
        expect(takeMode(`${word} (${place})`)).toEqual(takeMode(`${word}: (${place})`));
      }),
    );
  });

  it("survives any text and keeps its answer", () => {
    const words = fc.constantFrom(
      "Virtual",
      "Hybrid",
      "(",
      ")",
      ",",
      "+",
      "/",
      ";",
      "-",
      "Berlin",
      "DE",
      "CA",
      "US",
      "and",
      "In-Person",
      " ",
      "é",
      "\0",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" ")),
        ),
        (column) => {
          const split = splitPlaces(gazetteer, column);
          expect(splitPlaces(gazetteer, column)).toEqual(split);
          for (const { text } of split.parts) expect(text.trim()).toBe(text);
        },
      ),
    );
  });
});
