import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clockAt } from "../src/adapters/clock.ts";
import { folderSource } from "../src/adapters/source/folder.ts";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { createApp } from "../src/http/app.ts";
import { mergeIssue } from "../src/merge/fold.ts";
import { NO_OVERRIDES } from "../src/merge/overrides.ts";
import { cityOf, eventsOf, openState } from "../src/merge/state.ts";
import type { DataSet } from "../src/model/event.ts";
import { textOf } from "../src/model/text-of.ts";
import { createGroupIndex, groupRecords } from "../src/normalize/groups/known-groups.ts";
import { normalizeIssue } from "../src/normalize/issue.ts";
import { canonicalLink } from "../src/normalize/link.ts";
import { createGazetteer } from "../src/normalize/places/gazetteer.ts";
import { createIssueParser } from "../src/parse/issue.ts";
import { directoryOf } from "../src/query/directory.ts";
import { pageOf } from "../src/query/page.ts";
import { queryParser } from "../src/query/query.ts";
import { selectEvents } from "../src/query/select.ts";
import { vocabularyOf } from "../src/query/vocabulary.ts";
import { windowOf, within } from "../src/query/window.ts";
import { generateArchive } from "../test/generate/archive.ts";
import { type ShapeName, shapeOf } from "../test/generate/shapes.ts";
import { timed } from "./child.ts";
import type { Growth } from "./exponent.ts";

/**
 * Measures each stage separately. `node bench/growth.ts FOLDER` prints {@link Growth} for real issues, `node bench/growth.ts
 * SCALE` for a generated archive: at scale 1 with as many issues and listings as the real one, at 4 with twice the issues and
 * twice the listings in each, at 16 with four times. `node bench/growth.ts SHAPE ROWS` uses unrealistic issues, such as `one
 * title`.
 */
const [asked, rows] = process.argv.slice(2) as [string, string | undefined];
const shape = rows === undefined ? null : shapeOf(asked as ShapeName, Number(rows));
const issues = shape?.issues ?? (/^\d+$/.test(asked) ? generated(Number(asked)) : await folder(asked));

function generated(scale: number) {
  const side = Math.sqrt(scale);
  return generateArchive(2_026, { from: "2022-03-09", issues: 620 * side, perWeek: 6 * side }).issues;
}

async function folder(path: string) {
  const source = folderSource(path);
  return Promise.all(
    (await source.list()).map(async (file) => ({ name: file.name, text: textOf(await source.read(file)) })),
  );
}

const places = join(import.meta.dirname, "..", "data", "places", "gazetteer.json");
const gazetteer = createGazetteer(JSON.parse(readFileSync(places, "utf8")));

const spent = { parse: 0, normalize: 0, merge: 0, query: 0, answer: 0 };
function stage<T>(name: keyof typeof spent, work: () => T): T {
  const begun = performance.now();
  const result = work();
  spent[name] += performance.now() - begun;
  return result;
}

const parser = createIssueParser();
const groups = createGroupIndex([]);
const state = openState([], null, canonicalLink);
const nearOf = (slug: string) => {
  const { latitude = null, longitude = null } = cityOf(state, slug) ?? {};
  return latitude === null || longitude === null ? [] : [{ latitude, longitude }];
};
let listings = 0;
let newestIssue = "";
for (const file of issues) {
  const printed = stage("parse", () => parser.parse(file));
  const understood = stage("normalize", () => normalizeIssue(printed, { gazetteer, groups, nearOf }));
  stage("merge", () => mergeIssue(state, { ...printed, listings: understood.listings }, NO_OVERRIDES));
  listings += understood.listings.length;
  newestIssue = printed.issue;
}
const events = stage("merge", () => eventsOf(state));

const data: DataSet = {
  format: 1,
  version: "generated",
  newestIssue,
  attribution: "",
  issues: [],
  groups: groupRecords(groups),
  events,
  calls: [],
};
/** Each processes all events. */
const PATHS = ["/events.ics", "/changes.json", "/feeds.json"];
const QUERIES =
  shape !== null
    ? ["", "q=ferris", "days=30"]
    : ["", "country=DE,CH&from=2022-01-01", "mode=virtual&q=async", "region=europe&limit=50", "days=30"];
stage("query", () => {
  const parse = queryParser(vocabularyOf(directoryOf(data)));
  for (const text of QUERIES) {
    const parsed = parse(new URLSearchParams(text));
    if (!parsed.ok) throw new Error(`${text}: ${parsed.refused[0]?.detail}`);
    const found = within(selectEvents(events, [parsed.query]), windowOf(parsed.query, newestIssue));
    pageOf(found, parsed.query, { newestIssue, today: newestIssue });
  }
});
const app = createApp({
  store: memoryStore(data),
  clock: clockAt(newestIssue),
  site: { url: "http://localhost", domain: "bench" },
});
for (const path of PATHS) {
  const { ms, value } = await timed(async () =>
    (await app.fetch(new Request(`http://localhost${path}`))).arrayBuffer(),
  );
  if (value.byteLength === 0) throw new Error(`${path}: no answer`);
  spent.answer += ms;
}
const counts = { events: events.length, groups: data.groups.length };
if (shape !== null && (counts.events !== shape.events || counts.groups !== shape.groups))
  throw new Error(`${asked}: ${JSON.stringify(counts)}, not ${shape.events} events of ${shape.groups} groups`);
const growth: Growth = { listings, events: events.length, ...spent };
console.log(JSON.stringify(growth));
