import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isLocalDate } from "../../src/model/date.ts";
import { runs } from "../runs.ts";
import { generateArchive } from "./archive.ts";
import { ERAS } from "./eras.ts";
import { generateEvents } from "./events.ts";
import { generateIssue } from "./issue.ts";

describe("generated issues", () => {
  it("are the same bytes for the same seed, and others for another", () => {
    const plan = { from: "2023-01-04", issues: 5, perWeek: 6 };
    expect(generateArchive(7, plan)).toEqual(generateArchive(7, plan));
    expect(generateArchive(7, plan)).not.toEqual(generateArchive(8, plan));
  });

  it.each(ERAS.map(({ name, since }) => ({ name, since })))("name the line of every listing ($name)", ({ since }) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const events = generateEvents(seed, { from: since, to: addDays(since, 28), perWeek: 8 });
        const issue = generateIssue(seed, addDays(since, 7), events);
        const lines = issue.text.split("\n");
        for (const { line, title, start } of issue.listings) {
          const printed = lines.slice(line - 1, line + 1).join("\n");
          expect(printed).toMatch(/^[*-] /);
          expect(printed).toContain(title);
          expect(isLocalDate(start!)).toBe(true);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it("list an event in every issue from its announcement to its day, under each of its headings", () => {
    const { events, issues } = generateArchive(3, { from: "2024-01-03", issues: 12, perWeek: 10 });
    const event = events.find(({ start, announced, mode, earlier }) => {
      return mode === "hybrid" && earlier === null && announced >= "2024-01-03" && start < "2024-03-01";
    })!;
    const seen = issues.flatMap(({ keys, listings }) => listings.filter((_, at) => keys[at] === event.key));
    const weeks = issues.filter(({ listings }) => {
      const issue = listings[0]!.issue;
      return issue >= event.announced && issue <= event.start && addDays(issue, 28) >= event.start;
    });
    expect(weeks.length).toBeGreaterThan(0);
    expect(seen).toHaveLength(2 * weeks.length);
    expect(new Set(seen.map(({ url }) => url))).toEqual(new Set([event.url]));
  });
});
