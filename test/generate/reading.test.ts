import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeReader } from "../../src/normalize/issue.ts";
import { normalizeListings } from "../../src/normalize/listing.ts";
import { createGazetteer } from "../../src/normalize/places/gazetteer.ts";
import { parseIssue } from "../../src/parse/issue.ts";
import { generateArchive } from "./archive.ts";
import { ERAS } from "./eras.ts";

const gazetteer = join(import.meta.dirname, "..", "..", "data", "places", "gazetteer.json");
const reader = placeReader(createGazetteer(JSON.parse(readFileSync(gazetteer, "utf8"))));

describe("generated issues are read as they are meant", () => {
  it.each(ERAS.map(({ name, since }) => ({ name, since })))("in the format $name", ({ since }) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const { name, text, listings } of generateArchive(seed, { from: since, issues: 3, perWeek: 8 }).issues) {
          const read = normalizeListings(parseIssue({ name, text }), reader);
          expect(read.listings.map(({ suspicious: _, ...listing }: { suspicious?: boolean }) => listing)).toEqual(
            listings,
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
