import { describe, expect, it } from "vitest";
import {
  buildDataSet,
  createApp,
  parseIssue,
  QueryRefused,
  queryEvents,
  readDataSet,
  renderEvents,
} from "../../src/adapters/library.ts";
import { FORMATS, type Format } from "../../src/render/formats.ts";
import { generateArchive } from "../generate/archive.ts";

const archive = generateArchive(11, { from: "2025-01-01", issues: 12, perWeek: 10 });
const issues = archive.issues.map(({ name, text }) => ({ name, markdown: text }));
const { dataSet, problems } = await buildDataSet(issues);
const site = { url: "https://site.example", uidDomain: "uid.example" };
const today = "2025-03-26";
const app = createApp({ ...site, dataSet, today });
const ask = async (path: string) => (await app.request(path)).text();

describe("parseIssue", () => {
  it("returns the listings of each issue, from text and from bytes", () => {
    for (const { name, text, listings } of archive.issues) {
      expect(parseIssue(name, text).listings).toEqual(listings);
      expect(parseIssue(name, new TextEncoder().encode(text))).toEqual(parseIssue(name, text));
    }
  });

  it("returns a problem for text that is not an issue", () => {
    for (const text of ["", "# Upcoming Events", "\0\ud800", "* ".repeat(1_000)])
      expect(parseIssue("2025-01-01-x.md", text)).toEqual({ listings: [], problems: [expect.anything()] });
    expect(parseIssue("x.md", "").problems[0]?.rule).toBe("issue-date-missing");
  });
});

describe("buildDataSet", () => {
  it("returns the same for the same issues in any order, and another version for others", async () => {
    expect(await buildDataSet(issues.toReversed())).toEqual({ dataSet, problems });
    expect((await buildDataSet(issues.slice(1))).dataSet.version).not.toBe(dataSet.version);
    expect(dataSet.issues.map(({ file }) => file)).toEqual(issues.map(({ name }) => name));
    expect(problems.filter(({ rule }) => rule === "override-unused")).toEqual([]);
  });

  it("accepts no issues", async () => {
    const { dataSet: empty } = await buildDataSet([]);
    expect(empty).toMatchObject({ newestIssue: null, events: [] });
    expect((await createApp({ dataSet: empty }).request("/events.ics")).status).toBe(200);
  });

  it("rejects names without a date, and duplicate names", async () => {
    const markdown = "";
    await expect(buildDataSet([{ name: "notes.md", markdown }])).rejects.toThrow(/starts with its date.*"notes.md"/);
    const twice = { name: "2025-01-01-x.md", markdown };
    await expect(buildDataSet([twice, twice])).rejects.toThrow('two issues have the name "2025-01-01-x.md"');
  });
});

describe("queryEvents", () => {
  it.each([
    "",
    "?region=virtual",
    "from=2025-02-01&to=2025-02-28",
    "country=ES,US&mode=in-person",
    "q=rust&online=include",
    "limit=5",
  ])("finds the same events as /events.json: %j", async (search) => {
    const answered = JSON.parse(await ask(`/events.json?${search.replace("?", "")}`));
    const { events, total, title, next } = queryEvents(dataSet, search, { today });
    expect(events.map(({ id }) => id)).toEqual(answered.events.map(({ id }: { id: string }) => id));
    expect({ total, title }).toEqual({ total: answered.total, title: answered.title });
    expect(next === null).toBe(answered.next === null);
  });

  it("continues after the previous page", () => {
    const all = queryEvents(dataSet, "", { today }).events;
    const found: (typeof all)[number][] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = queryEvents(dataSet, `limit=7${cursor && `&cursor=${cursor}`}`, { today });
      found.push(...page.events);
      cursor = page.next;
    }
    expect(found).toEqual(all);
  });

  it("rejects unknown parameters and values, and lists what is allowed", () => {
    const refused = (search: string) => () => queryEvents(dataSet, search);
    expect(refused("colour=red")).toThrow(QueryRefused);
    expect(refused("colour=red")).toThrow(/^colour is not a parameter; allowed: region, country, .* and \d+ more$/);
    expect(refused("mode=x&days=0")).toThrow(/^mode: "x" is not known; allowed: virtual, .*\. days: "0" is invalid/);
    expect(() => queryEvents(dataSet, "", { today: "2025-02-30" })).toThrow('"2025-02-30" is not a date');
  });
});

describe("renderEvents", () => {
  it.each(FORMATS)("returns the same bytes as the server: %s", async (format) => {
    const { events } = queryEvents(dataSet, "", { today });
    expect(renderEvents(events, format, site)).toBe(await ask(`/events.${format}`));
  });

  it.each(FORMATS)("accepts no events: %s", (format) => {
    expect(renderEvents([], format)).not.toBe("");
  });

  it("rejects invalid options", () => {
    expect(() => renderEvents([], "pdf" as Format)).toThrow('unknown format "pdf"; formats: ics, json,');
    expect(() => renderEvents([], "ics", { path: "x" })).toThrow('a path starts with a slash, not "x"');
    expect(() => renderEvents([], "ics", { url: "site.example" })).toThrow("url takes an address without a path");
    expect(() => renderEvents([], "ics", { uidDomain: "a b" })).toThrow("uidDomain takes a host name");
  });
});

describe("createApp", () => {
  it("serves the included data set by default", async () => {
    const { version } = await readDataSet();
    expect(await (await createApp().request("/health")).json()).toMatchObject({ version });
    expect(JSON.parse(await ask("/health"))).toMatchObject({ version: dataSet.version });
  });

  it("rejects invalid options", () => {
    expect(() => createApp({ url: "https://site.example/x" })).toThrow("url takes an address without a path");
    expect(() => createApp({ today: "now" })).toThrow('"now" is not a date');
  });
});

it("readDataSet rejects missing and invalid files", async () => {
  await expect(readDataSet("no/such/file.json")).rejects.toMatchObject({ name: "DataSetMissing" });
  await expect(readDataSet("package.json")).rejects.toMatchObject({ name: "DataSetBroken" });
});
