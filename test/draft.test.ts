import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_OVERRIDES } from "../src/merge/overrides.ts";
import { addDays } from "../src/model/date.ts";
import type { DataSet, EventRecord } from "../src/model/event.ts";
import { textOf } from "../src/model/text-of.ts";
import { createGazetteer } from "../src/normalize/places/gazetteer.ts";
import { addIssues, buildDataSet, type FetchedIssue } from "../src/pipeline.ts";
import { changesOf } from "../src/query/changes.ts";
import { pageOf } from "../src/query/page.ts";
import { archive, archivedIssues } from "./archive.ts";
import { generateArchive } from "./generate/archive.ts";
import { runs } from "./runs.ts";

const gazetteer = JSON.parse(readFileSync("data/places/gazetteer.json", "utf8"));
const context = { gazetteer: createGazetteer(gazetteer), overrides: NO_OVERRIDES };

function generated(seed: number, from: string): readonly FetchedIssue[] {
  return generateArchive(seed, { from, issues: 8, perWeek: 6 }).issues.map(({ name, text }) => {
    return { name, text, issue: name.slice(0, 10), blob: createHash("sha1").update(text).digest("hex") };
  });
}

/** The data set with the draft on top. */
const laid = (published: DataSet, issue: FetchedIssue): DataSet =>
  addIssues(published, [{ ...issue, draft: true }], context).data;
const ofDraft = ({ listings }: EventRecord) => listings.some(({ draft }) => draft);
/** As it would be if no draft were marked. */
const unmarked = (event: EventRecord): EventRecord => ({
  ...event,
  listings: event.listings.map(({ draft: _, ...listing }) => listing),
});

/** That `drafted` is `published` with nothing but more and newer events; gives how many the draft touches. */
function expectOnTop(drafted: DataSet, published: DataSet, draft: FetchedIssue): number {
  const before = new Map(published.events.map((event) => [event.id, event]));
  expect(drafted.newestIssue).toBe(published.newestIssue);
  expect(drafted.issues.slice(0, -1)).toEqual(published.issues);
  expect(drafted.issues.at(-1)).toMatchObject({ issue: draft.issue, file: draft.name, blob: draft.blob, draft: true });
  const touched = drafted.events.filter(ofDraft);
  for (const event of drafted.events) if (!ofDraft(event)) expect(event).toEqual(before.get(event.id));
  for (const { id } of published.events) expect(drafted.events.some((event) => event.id === id)).toBe(true);
  for (const { listings } of touched)
    for (const { issue, draft: marked } of listings) expect(marked).toBe(issue === draft.issue ? true : undefined);
  for (const { state } of touched) expect(state).not.toBe("unlisted");
  return touched.length;
}

/** That events have the same ids, and say the same, as once the issue is published as it is. */
function expectAsPublished(drafted: DataSet, published: DataSet, draft: FetchedIssue): void {
  const after = new Map(addIssues(published, [draft], context).data.events.map((event) => [event.id, event]));
  expect(drafted.events.map(({ id }) => id)).toEqual([...after.keys()]);
  for (const event of drafted.events) {
    const then = after.get(event.id);
    // What ends before the issue is over by then, but not yet.
    if (ofDraft(event))
      expect({ ...unmarked(event), state: then?.end && then.end < draft.issue ? then.state : event.state }).toEqual(
        then,
      );
  }
}

/** As a draft is on the first days: only some of the bullets are there, in other lines. */
const halfDone = (issue: FetchedIssue, keep: (line: number) => boolean): FetchedIssue => {
  const bullets = textOf(issue.text).split(/\n(?=[*-] )/);
  return { ...issue, blob: "0".repeat(40), text: ["", ...bullets.filter((_, at) => at === 0 || keep(at))].join("\n") };
};

const start = fc.constantFrom("2018-05-01", "2021-02-03", "2023-03-01", "2025-10-01");

describe("a draft on top of a data set", () => {
  it("only adds and updates; events have the ids that the published issue gives them", () => {
    let touched = 0;
    fc.assert(
      fc.property(fc.integer(), start, (seed, from) => {
        const files = generated(seed, from);
        const published = buildDataSet(files.slice(0, -1), context).data;
        const frozen = JSON.stringify(published);
        const draft = files.at(-1)!;
        const drafted = laid(published, draft);
        touched += expectOnTop(drafted, published, draft);
        expectAsPublished(drafted, published, draft);
        expect(JSON.stringify(published)).toBe(frozen);
      }),
      { numRuns: runs(12) },
    );
    expect(touched).toBeGreaterThan(50);
  });

  it("unlists nothing while it fills up, and what it says keeps its id from day to day", () => {
    fc.assert(
      fc.property(fc.integer(), start, (seed, from) => {
        const files = generated(seed, from);
        const published = buildDataSet(files.slice(0, -1), context).data;
        const whole = files.at(-1)!;
        const last = new Set(laid(published, whole).events.map(({ id }) => id));
        for (const keep of [() => false, (at: number) => at % 3 === 0, (at: number) => at % 2 === 0]) {
          const draft = halfDone(whole, keep);
          const drafted = laid(published, draft);
          expectOnTop(drafted, published, draft);
          expect(drafted.events.filter(({ id }) => !last.has(id))).toEqual([]);
        }
      }),
      { numRuns: runs(12) },
    );
  });

  it("is not told of by /changes", () => {
    fc.assert(
      fc.property(fc.integer(), start, fc.integer({ min: 1, max: 4 }), (seed, from, every) => {
        const files = generated(seed, from);
        const published = buildDataSet(files.slice(0, -1), context).data;
        const renamed = { ...files.at(-1)!, text: textOf(files.at(-1)!.text).replaceAll("**](", " II**](") };
        const draft = halfDone(renamed, (at) => at % every === 0);
        const drafted = laid(published, draft);
        const told = (data: DataSet) =>
          changesOf(data, { limit: 99 }).issues.map(({ events, ...issue }) => ({
            ...issue,
            events: events.map(({ event, ...then }) => ({ id: event.id, ...then })),
          }));
        expect(told(drafted)).toEqual(told(published));
      }),
      { numRuns: runs(12) },
    );
  });
});

const listing = (day: string, name: string) =>
  `* ${day} | Berlin, DE | [Rust Berlin](https://example.org/berlin)\n    * [**${name}**](https://example.org/${name.toLowerCase()})\n`;
const issue = (day: string, ...listings: readonly string[]): FetchedIssue => ({
  name: `${day}-this-week-in-rust.md`,
  issue: day,
  blob: "",
  text: `## Upcoming Events\n\nRusty Events between ${day} - ${addDays(day, 28)} 🦀\n\n### Europe\n${listings.join("")}`,
});

describe("events that a draft moves", () => {
  const published = buildDataSet(
    [
      issue(
        "2025-01-01",
        listing("2025-01-20", "Crabs"),
        listing("2025-01-25", "Snakes"),
        listing("2025-01-28", "Birds"),
      ),
    ],
    context,
  ).data;

  it("are where they will be, although the issue's day is still to come", () => {
    const drafted = laid(published, issue("2025-01-08", listing("2025-01-07", "Crabs"), listing("2025-01-06", "Fish")));
    expect(drafted.events.map(({ title, start, state }) => [title, start, state])).toEqual([
      ["Fish", "2025-01-06", "listed"],
      ["Crabs", "2025-01-07", "moved"],
      ["Snakes", "2025-01-25", "listed"],
      ["Birds", "2025-01-28", "listed"],
    ]);
    expect(drafted.events[1]).toMatchObject({ revision: 1, updated: "2025-01-08", created: "2025-01-01" });
  });

  it("are neither skipped nor repeated from page to page", () => {
    const drafted = laid(published, issue("2025-01-08", listing("2025-01-27", "Crabs")));
    const moment = { newestIssue: drafted.newestIssue, today: "2025-01-02" };
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = pageOf(drafted.events, { limit: 1, ...(cursor ? { cursor } : {}) }, moment);
      seen.push(...page.events.map(({ title }) => title));
      cursor = page.next;
    }
    expect(seen).toEqual(["Snakes", "Crabs", "Birds"]);
  });

  it("an event gone from the newest issue is told of as that, whatever a draft lacks", () => {
    const [crabs, snakes, birds] = [
      listing("2025-01-20", "Crabs"),
      listing("2025-01-25", "Snakes"),
      listing("2025-01-28", "Birds"),
    ];
    const before = buildDataSet([issue("2025-01-01", crabs, snakes), issue("2025-01-08", crabs)], context).data;
    const drafted = laid(before, issue("2025-01-15", crabs, birds));
    for (const data of [before, drafted])
      expect(
        changesOf(data, {}).issues.map(({ issue, events }) => [
          issue,
          events.map(({ title, kinds }) => [title, ...kinds]),
        ]),
      ).toEqual([
        ["2025-01-08", [["Snakes", "unlisted"]]],
        [
          "2025-01-01",
          [
            ["Crabs", "new"],
            ["Snakes", "new"],
          ],
        ],
      ]);
  });
});

describe.runIf(archive)("the archive", () => {
  it("each of its last issues, as a draft, gives the ids that it gives once published", async () => {
    const files = await archivedIssues();
    let published = buildDataSet(files.slice(0, -12), context).data;
    for (const draft of files.slice(-12)) {
      const drafted = laid(published, draft);
      expect(expectOnTop(drafted, published, draft)).toBeGreaterThan(30);
      expectAsPublished(drafted, published, draft);
      published = addIssues(published, [draft], context).data;
    }
  });
});
