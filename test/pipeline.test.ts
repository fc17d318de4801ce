import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_OVERRIDES, readOverrides } from "../src/merge/overrides.ts";
import type { DataSet } from "../src/model/event.ts";
import { createGazetteer } from "../src/normalize/places/gazetteer.ts";
import { addIssue, addIssues, buildDataSet, type FetchedIssue } from "../src/pipeline.ts";
import { archive, archivedIssues } from "./archive.ts";
import { generateArchive } from "./generate/archive.ts";
import type { GeneratedEvent } from "./generate/events.ts";
import { runs } from "./runs.ts";

const data = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, "..", "data", name), "utf8"));
const context = { gazetteer: createGazetteer(data("places/gazetteer.json")), overrides: NO_OVERRIDES };

const asFile = (name: string, text: string): FetchedIssue => {
  const [, year, month = "", day = ""] = /^(\d{4})-(\d+)-(\d+)/.exec(name) ?? [];
  const issue = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return { name, text, issue, blob: createHash("sha1").update(text).digest("hex") };
};

/** The data set as it is after it was stored and read again. */
const stored = (data: DataSet): DataSet => JSON.parse(JSON.stringify(data));

function generated(seed: number, from: string, issues: number) {
  const made = generateArchive(seed, { from, issues, perWeek: 6 });
  const keys = new Map<string, number>();
  for (const { listings, keys: own } of made.issues) {
    for (const [at, { issue, line, sub }] of listings.entries()) keys.set(`${issue} ${line} ${sub ?? 1}`, own[at]!);
  }
  return { files: made.issues.map(({ name, text }) => asFile(name, text)), keys, plain: plain(made.events) };
}

/** Keys of the events that a reader can tell from all others: no other of that day has its title or group, and a move kept the title. */
function plain(events: readonly GeneratedEvent[]): ReadonlySet<number> {
  const days = ({ start, earlier }: GeneratedEvent) => [start, earlier?.start ?? start];
  const titles = ({ title, earlier }: GeneratedEvent) => [title, earlier?.title ?? title];
  const meet = (a: readonly string[], b: readonly string[]) => a.some((item) => b.includes(item));
  const alike = (a: GeneratedEvent, b: GeneratedEvent) =>
    meet(days(a), days(b)) && (meet(titles(a), titles(b)) || a.group.name === b.group.name);
  const remade = ({ start, title, earlier }: GeneratedEvent) =>
    earlier !== null && earlier.start !== start && earlier.title !== title;
  const own = events.filter(
    (event) => !remade(event) && !events.some((other) => other !== event && alike(event, other)),
  );
  return new Set(own.map(({ key }) => key));
}

const start = fc.constantFrom("2018-05-01", "2021-02-03", "2022-01-05", "2023-03-01", "2025-10-01");

describe("generated archives", () => {
  it("each event is found once, with all its listings", () => {
    let [right, events] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), start, (seed, from) => {
        const { files, keys, plain } = generated(seed, from, 10);
        const found = buildDataSet(files, context).data.events;
        const want = new Map([...Map.groupBy([...keys], ([, key]) => key)].filter(([key]) => plain.has(key)));
        events += want.size;
        for (const { listings } of found) {
          const own = new Set(listings.map(({ issue, line, sub }) => keys.get(`${issue} ${line} ${sub ?? 1}`)));
          const [key = -1] = own;
          if (own.size === 1 && want.get(key)?.length === listings.length) right++;
        }
        expect(found.flatMap(({ listings }) => listings)).toHaveLength(keys.size);
      }),
      { numRuns: runs(15) },
    );
    expect(events).toBeGreaterThan(500);
    expect(right / events).toBeGreaterThan(0.995);
  });

  it("adding issues one by one, stored in between, equals the build of all; ids stay", () => {
    fc.assert(
      fc.property(fc.integer(), start, (seed, from) => {
        const { files } = generated(seed, from, 8);
        let grown = buildDataSet([], context).data;
        for (const file of files) {
          const before = new Map(grown.events.map(({ id, listings }) => [id, listings]));
          grown = stored(addIssue(grown, file, context).data);
          const after = new Map(grown.events.map(({ id, listings }) => [id, listings]));
          for (const [id, listings] of before) expect(after.get(id)?.slice(0, listings.length)).toEqual(listings);
          expect(after.size).toBe(grown.events.length);
        }
        expect(JSON.stringify(grown)).toBe(JSON.stringify(buildDataSet(files, context).data));
      }),
      { numRuns: runs(12) },
    );
  });

  it("older issues that come late leave every id in place", () => {
    fc.assert(
      fc.property(fc.integer(), start, fc.nat(6), (seed, from, late) => {
        const { files } = generated(seed, from, 8);
        const known = buildDataSet(
          files.filter((_, at) => at !== late),
          context,
        ).data;
        const all = buildDataSet(files, context, known).data;
        const owner = new Map(
          all.events.flatMap(({ id, listings }) =>
            listings.map(({ issue, line, sub }) => [`${issue} ${line} ${sub}`, id]),
          ),
        );
        const moved = known.events.filter(
          ({ id, listings }) => !listings.some(({ issue, line, sub }) => owner.get(`${issue} ${line} ${sub}`) === id),
        );
        // An event may turn out to be part of an older one; it may not get another id of its own.
        const ids = new Set(known.events.map(({ id }) => id));
        for (const { listings } of moved)
          for (const { issue, line, sub } of listings) expect(ids).toContain(owner.get(`${issue} ${line} ${sub}`));
        expect(new Set(all.events.map(({ id }) => id)).size).toBe(all.events.length);
        expect(JSON.stringify(buildDataSet(files, context, all).data)).toBe(JSON.stringify(all));
      }),
      { numRuns: runs(12) },
    );
  });
});

it("an issue without events, or without sense, is taken in like any other", () => {
  const files = [
    asFile("2024-01-03-a.md", ""),
    asFile("2024-01-10-b.md", "\0".repeat(9)),
    asFile("2024-01-17-c.md", "## Upcoming Events\n"),
  ];
  const { data, problems } = buildDataSet(files, context);
  expect(data).toMatchObject({ format: 1, newestIssue: "2024-01-17", events: [], groups: [] });
  expect(data.issues.map(({ issue, listings }) => [issue, listings])).toEqual([
    ["2024-01-03", 0],
    ["2024-01-10", 0],
    ["2024-01-17", 0],
  ]);
  expect(problems.length).toBeGreaterThan(0);
});

it("the corrections by hand that come with the program are well formed", () => {
  expect(() => readOverrides(data("overrides.json"))).not.toThrow();
});

describe.runIf(archive)("the archive", () => {
  it("grown issue by issue, stored in between, it equals the build of all; ids given once stay", async () => {
    const all = await archivedIssues();
    const whole = buildDataSet(all, context).data;
    let grown = buildDataSet([], context).data;
    const given = new Map<string, string>();
    // The first years at one go, then single issues: a round trip for each of them all takes too long for a test.
    for (let at = 0; at < all.length; ) {
      const step = at < 520 ? 40 : 1;
      grown = stored(addIssues(grown, all.slice(at, at + step), context).data);
      at += step;
      for (const { id, created } of grown.events) {
        expect(given.get(id) ?? created).toBe(created);
        given.set(id, created);
      }
    }
    const kept = new Set(whole.events.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
    expect([...given.keys()].filter((id) => !kept.has(id))).toEqual([]);
    expect(whole.events.filter(({ id }) => !given.has(id))).toEqual([]);
    expect(JSON.stringify(grown)).toBe(JSON.stringify(whole));
  }, 240_000);

  it("every listing is of exactly one event or a problem", async () => {
    const { data, problems } = buildDataSet(await archivedIssues(), context);
    const listed = data.events.flatMap(({ listings }) =>
      listings.filter(({ call }) => !call).map(({ issue, line, sub }) => `${issue} ${line} ${sub}`),
    );
    expect(new Set(listed).size).toBe(listed.length);
    const lost = problems.filter(({ rule }) => rule === "no-date").length;
    expect(listed.length + lost).toBe(data.issues.reduce((sum, { listings }) => sum + listings, 0));
    expect(lost).toBeLessThan(10);
  });
});
