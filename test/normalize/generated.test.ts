import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/model/date.ts";
import { createGroupIndex } from "../../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../../src/normalize/issue.ts";
import { createGazetteer } from "../../src/normalize/places/gazetteer.ts";
import { createIssueParser } from "../../src/parse/issue.ts";
import { ERAS } from "../generate/eras.ts";
import { generateEvents } from "../generate/events.ts";
import { generateIssue } from "../generate/issue.ts";
import { runs } from "../runs.ts";

const gazetteer = createGazetteer(JSON.parse(readFileSync("data/places/gazetteer.json", "utf8")));
const parser = createIssueParser();

describe("generated issues are understood as they are meant", () => {
  test.each(ERAS.map(({ name, since }) => ({ name, since })))("$name", ({ since }) => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 200 }), (seed, days) => {
        const date = addDays(since, days);
        const issue = generateIssue(
          seed,
          date,
          generateEvents(seed, { from: date, to: addDays(date, 28), perWeek: 8 }),
        );
        const context = { gazetteer, groups: createGroupIndex(), nearOf: () => [] };
        const { listings } = normalizeIssue(parser.parse(issue), context);
        const printed = listings.map(({ suspicious, link, resolved, organisers, ...listing }) => listing);
        expect(printed).toEqual(issue.listings);
      }),
      { numRuns: runs(40) },
    );
  });
});
