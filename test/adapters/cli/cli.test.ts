import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { generated, records, run, scratch, start, writeIssues } from "./program.ts";
import { serve } from "./server.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const at = scratch();
const issues = generated(30);
beforeAll(() => writeIssues(at.path("issues"), issues));

const COMMANDS = ["parse", "events", "cfps", "place", "sync", "times", "serve", "get", "feeds", "coverage"];

describe("twir-calendar", () => {
  test("prints its version and its commands", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const { code, stdout } = await run(["--help"]);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  });

  test("runs on versions of Node without TypeScript", async () => {
    const old = await run(["--version"], { env: { NODE_OPTIONS: "--no-experimental-strip-types" } });
    expect(old).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("syncs in a child process there, too", async () => {
    const sync = ["--sync", "1s", "--from", at.path("issues"), "--no-times", "--data", at.path("old.json")];
    const old = await serve(sync, { NODE_OPTIONS: "--no-experimental-strip-types" });
    const health = async () => (await fetch(`${old.url}/health`)).json();
    await expect.poll(health).toMatchObject({ sync: { ended: expect.any(String), error: null } });
    expect((await old.end("SIGTERM")).code).toBe(0);
  });

  test.each(COMMANDS)("%s --help explains the command and its exit codes", async (command) => {
    const { code, stdout, stderr } = await run([command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`usage: twir-calendar ${command}`);
    expect(stdout).toContain("exit codes: 0 ");
  });

  test.each([
    [[], "missing command"],
    [["parze"], 'unknown command "parze"; commands: parse, events'],
    [["toString"], 'unknown command "toString"'],
    [["parse"], '"parse" needs files'],
    [["parse", "--colour"], "Unknown option '--colour'"],
    [["events"], '"events" needs folders'],
    [["cfps"], '"cfps" needs folders'],
    [["sync", "here"], '"sync" takes no arguments'],
    [["sync", "--from"], "Option '--from <value>' argument missing"],
    [["sync", "--from", "x", "--ref", "y"], "--from cannot be combined with options for GitHub"],
    [["sync", "--time-limit", "soon"], '--time-limit takes a whole number from 1 to 86400, not "soon"'],
    [["serve", "--port", "70000"], "--port takes a whole number from 0 to 65535"],
    [["serve", "--url", "example.org"], "--url takes an address"],
    [["serve", "--uid-domain", "a b"], "--uid-domain takes a host name"],
    [["feeds", "here"], '"feeds" takes no arguments'],
    [["feeds", "--url", ""], "--url takes an address"],
    [["get"], '"get" takes one path, got 0'],
    [["get", "events.ics"], "a path starts with a slash"],
    [["get", "/", "--today", "2025-02-30"], '--today: "2025-02-30" is not a date'],
  ])("exits with 2 for %j", async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`twir-calendar: ${message}`);
    expect(stderr).toContain('try "twir-calendar --help"');
  });
});

describe("parse", () => {
  test("prints listings as JSON Lines, oldest issue first", async () => {
    const { code, stdout } = await run(["parse", at.path("issues")]);
    expect(code).toBe(0);
    const listings = records(stdout);
    const meant = issues.flatMap((issue) => issue.listings);
    expect(listings.map(({ issue, line }) => `${issue}:${line}`)).toEqual(
      meant.map(({ issue, line }) => `${issue}:${line}`),
    );
    const fields = "issue line region start end mode places groups title url links status".split(" ");
    expect(Object.keys(listings[0]!)).toEqual(fields);
  });

  test("prints problems as file:line: rule: message to standard error", async () => {
    const path = at.path("2025-01-08-this-week-in-rust.md");
    writeFileSync(
      path,
      "# Upcoming Events\n\n* 2025-02-30 | Berlin, DE | [Crab Club](https://example.org/crabs)\n    * [**Crabs**](https://example.org/crabs/1)\n",
    );
    const { code, stdout, stderr } = await run(["parse", path]);
    expect(code).toBe(0);
    expect(records(stdout)).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^${path}:3: date-impossible: .*2025-02-30`, "m"));
    for (const line of stderr.trim().split("\n")) expect(line.slice(path.length)).toMatch(/^:\d+: [a-z-]+: \S/);
  });

  test("exits with 4 when there is nothing to read", async () => {
    for (const [path, message] of [
      [at.path("missing.md"), "cannot be read: ENOENT"],
      [at.path(), "contains no issues"],
    ] as const) {
      if (path === at.path()) writeIssues(at.path("empty"), [{ name: "README.md", text: "" }]);
      const { code, stderr } = await run(["parse", path === at.path() ? at.path("empty") : path]);
      expect(code).toBe(4);
      expect(stderr).toContain(message);
    }
  });

  test("exits with 0 when its reader closes the pipe", async () => {
    const many = Array.from({ length: 40 }, () => at.path("issues"));
    const child = start(["parse", ...many]);
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    child.stdout?.once("data", () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr: stderr.replace(/^\S+\.md:\d+: .*\n/gm, "") }).toEqual({ code: 0, stderr: "" });
  });
});

test("events prints each event once, in order", async () => {
  const { code, stdout, stderr } = await run(["events", at.path("issues")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const events = records(stdout);
  const order = events.map(({ start, id }) => `${start} ${id}`);
  expect(order).toEqual([...order].sort());
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const seen = events.flatMap(({ listings }) =>
    (listings as { issue: string; line: number }[]).map((l) => `${l.issue}:${l.line}`),
  );
  const meant = issues.flatMap((issue) => issue.listings).map(({ issue, line }) => `${issue}:${line}`);
  expect(seen.sort()).toEqual(meant.sort());
});

describe("place", () => {
  const FIELDS = "printed city area country latitude longitude timeZone precision how".split(" ");

  test("prints one line for each text, from arguments or standard input", async () => {
    const texts = ["Ljubljana, SI", "Halifax, NS, CA", "Nowhere at all, ZZ"];
    const given = await run(["place", ...texts]);
    expect(given.code).toBe(0);
    const places = records(given.stdout);
    expect(places.map((place) => Object.keys(place))).toEqual(texts.map(() => FIELDS));
    expect(places.map(({ city, country, timeZone }) => [city, country, timeZone]).slice(0, 2)).toEqual([
      ["Ljubljana", "SI", "Europe/Ljubljana"],
      ["Halifax", "CA", "America/Halifax"],
    ]);
    expect((await run(["place"], { input: `${texts.join("\r\n")}\n\n` })).stdout).toBe(given.stdout);
  });

  test("accepts a text that starts with a dash after --", async () => {
    expect(records((await run(["place", "--", "-- Berlin, DE"])).stdout)).toHaveLength(1);
  });
});
