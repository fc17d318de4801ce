import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generated, writeIssues } from "../adapters/cli/program.ts";
import { examples } from "./examples.ts";
import { type Installation, install, sizeOf } from "./installation.ts";
import { begin, ended, printed, ran, served } from "./run.ts";

const MEGABYTE = 1_000_000;
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const issues = generated(4);

let installed: Installation;
beforeAll(async () => {
  installed = await install();
  writeIssues(join(installed.folder, "issues"), issues);
}, 120_000);
afterAll(() => installed?.remove(), 60_000);

const run = (...args: readonly string[]) => ran([command(), ...args], { cwd: installed.folder });
/** npx is slow to start, and stops immediately on a signal. */
const command = () => join(installed.folder, "node_modules/.bin/twir-calendar");

describe("the package", () => {
  it("is below 4 MB, and below 60 MB with dependencies", () => {
    expect(installed.packedBytes).toBeLessThan(4 * MEGABYTE);
    expect(sizeOf(join(installed.folder, "node_modules"))).toBeLessThan(60 * MEGABYTE);
  });

  it("contains JavaScript with types, data and licences, but no sources, tests or Worker", () => {
    const kinds = installed.packed.map((path) => path.replace(/^dist\/.*?(\.d\.ts|\.js)$/, "dist/*$1"));
    expect([...new Set(kinds)].sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "LICENSE-DATA",
      "README.md",
      "data/README.md",
      "data/events.json",
      "data/organisers.json",
      "data/overrides.json",
      "data/places/city-names.json",
      "data/places/gazetteer.json",
      "data/times.json",
      "data/zones/clocks.json",
      "dist/*.d.ts",
      "dist/*.js",
      "package.json",
    ]);
    expect(installed.packed.filter((path) => path.includes("worker"))).toEqual([]);
  });
});

describe("the command", () => {
  it("prints its version and answers a request", async () => {
    expect(await run("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const npx = ["npx", "--no", "--", "twir-calendar"];
    const stdout = await printed([...npx, "get", "/regions/virtual.ics"], { cwd: installed.folder });
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    const own = await printed(["node", "src/adapters/twir-calendar.js", "get", "/regions/virtual.ics"], { cwd: "." });
    expect(stdout).toBe(own);
  });

  it("reads issues", async () => {
    const [first] = issues;
    const { code, stdout } = await run("parse", join("issues", first!.name));
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(first!.listings);
    const events = await run("events", "issues");
    expect({ ...events, stdout: events.stdout.split("\n").length > 10 }).toEqual({ code: 0, stdout: true, stderr: "" });
    expect((await run("coverage", "issues")).code).toBe(0);
    expect(await run("coverage")).toMatchObject({ code: 2, stderr: expect.stringContaining("TWIR_CORPUS") });
    expect(JSON.parse((await run("place", "Berlin, DE")).stdout)).toMatchObject({ timeZone: "Europe/Berlin" });
  });

  it("writes calendars to the working directory", async () => {
    expect(await run("feeds", "--url", "https://calendar.example.org")).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(installed.folder, "feeds/events.ics"), "utf8")).toContain("https://calendar.example.org/");
  });

  it("serves, syncs in a child process, and stops on SIGTERM", async () => {
    const around = { cwd: installed.folder };
    const data = ["--data", "events.json"];
    await printed([command(), "sync", "--from", "issues", "--no-times", ...data], around);
    const [newest] = generated(5).slice(-1);
    const child = begin(
      [command(), "serve", "--port", "0", "--sync", "1s", "--from", "issues", "--no-times", ...data],
      around,
    );
    const end = ended(child);
    const url = await served(child);
    expect((await fetch(`${url}/events.ics`)).headers.get("content-type")).toContain("text/calendar");
    writeIssues(join(installed.folder, "issues"), [newest!]);
    const health = async () => (await fetch(`${url}/health`)).json();
    await expect.poll(health).toMatchObject({ newestIssue: newest!.name.slice(0, 10), sync: { error: null } });
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 0 });
    // All events are past, so no calendar is requested.
    expect(await run("times", "--dry-run", ...data)).toMatchObject({ code: 0 });
  });
});

describe("the library", () => {
  const blocks = examples();

  it("behaves as in its examples", async () => {
    const files = blocks.map(({ code }, at) => {
      const file = join(installed.folder, `example-${at}.mjs`);
      writeFileSync(file, code);
      return file;
    });
    const all = `for (const file of ${JSON.stringify(files)}) { await import(file); console.log("--"); }`;
    const lines = (await printed(["node", "--input-type=module", "-e", all], { cwd: installed.folder })).split("--\n");
    const did = blocks.map(({ name }, at) => ({ name, prints: lines[at]?.trimEnd().split("\n") }));
    expect(did).toEqual(blocks.map(({ name, prints }) => ({ name, prints })));
  });

  it("has an example of each function", async () => {
    const list = 'console.log(Object.keys(await import("twir-calendar")).join())';
    const names = await printed(["node", "--input-type=module", "-e", list], { cwd: installed.folder });
    const shown = (name: string) => blocks.some(({ code }) => new RegExp(`\\b${name}\\b`).test(code));
    expect(
      names
        .trim()
        .split(",")
        .filter((name) => !shown(name)),
    ).toEqual([]);
  });

  it("can be loaded with require()", async () => {
    const code =
      'console.log(typeof require("twir-calendar").createApp, require("twir-calendar/package.json").version)';
    expect(await printed(["node", "-e", code], { cwd: installed.folder })).toBe(`function ${version}\n`);
  });

  it.each(["nodenext", "bundler"])("has types that hold without any other package: %s", async (moduleResolution) => {
    const folder = join(installed.folder, moduleResolution);
    mkdirSync(folder);
    blocks.forEach(({ code }, at) => {
      writeFileSync(join(folder, `example-${at}.mts`), code);
    });
    writeFileSync(join(folder, "use.mts"), USE);
    const compilerOptions = {
      module: moduleResolution === "bundler" ? "preserve" : "nodenext",
      moduleResolution,
      target: "es2024",
      lib: ["es2024", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mts"] }));
    expect(await ran(["npx", "tsc", "-p", folder], { cwd: "." })).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

/** Every type that the library names, and what it must refuse. */
const USE = `
import { buildDataSet, createApp, parseIssue, QueryRefused, queryEvents, readDataSet, renderEvents } from "twir-calendar";
import type {
  AppOptions, BuiltDataSet, DataSet, DayOptions, EventRecord, Format, Issue, Listed, Listing, LocalDate, Problem,
  QueriedEvents, RefusedParameter, RenderOptions, SiteOptions,
} from "twir-calendar";

const issue: Issue = { name: "2026-03-04-this-week-in-rust.md", markdown: new Uint8Array() };
const listed: Listed = parseIssue(issue.name, issue.markdown);
const listings: readonly Listing[] = listed.listings;
const problems: readonly Problem[] = listed.problems;
const built: BuiltDataSet = await buildDataSet([issue]);
const dataSet: DataSet = built.dataSet ?? (await readDataSet());
const day: LocalDate = "2026-03-04";
const options: DayOptions = { today: undefined };
const found: QueriedEvents = queryEvents(dataSet, new URLSearchParams({ q: "async" }), options);
const events: readonly EventRecord[] = found.events;
const format: Format = "ics";
const site: SiteOptions = { url: undefined };
const rendering: RenderOptions = { ...site, title: "Ours" };
const text: string = renderEvents(events, format, rendering);
const serving: AppOptions = { ...site, dataSet, today: day };
const response: Response = await createApp(serving).request("/events.ics");
const refused: readonly RefusedParameter[] = new QueryRefused([]).refused;
// @ts-expect-error: there is no such format
renderEvents(events, "pdf");
// @ts-expect-error: records are read-only
found.events.push(...events);
// @ts-expect-error: one event is no list
renderEvents(events[0], "ics");
export { listings, problems, refused, response, text };
`;
