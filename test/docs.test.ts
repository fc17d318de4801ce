import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { clockAt } from "../src/adapters/clock.ts";
import { fileStore } from "../src/adapters/store/file.ts";
import { createApp, PATHS } from "../src/http/app.ts";
import { PARAMETERS } from "../src/query/query.ts";
import { REGION_SLUGS } from "../src/query/region.ts";
import { FORMATS } from "../src/render/formats.ts";
import { readSource, sources } from "./sources.ts";

const run = promisify(execFile);
const readme = readSource("README.md").text;
const documents = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "DEPLOY.md"].map((path) => readSource(path).text);
/** A path in back quotes. */
const FILE = /`((?:(?:src|data|test|bench|\.ci|\.github)\/[\w./-]*|LICENSE[A-Z-]*|[A-Z]+\.md))`/g;
const scripts: Readonly<Record<string, string>> = JSON.parse(readSource("package.json").text).scripts;

const help = async (...args: readonly string[]): Promise<string> =>
  (await run(process.execPath, ["src/adapters/twir-calendar.js", ...args, "--help"])).stdout;
const flags = (text: string): readonly string[] => unique([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(String));
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** The rows of the table under the header `first`: the cells of each. */
function table(first: string): readonly (readonly string[])[] {
  const lines = readme.split("\n");
  const head = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  if (head < 0) throw new Error(`README has no table that begins with "${first}"`);
  const end = lines.findIndex((line, at) => at > head && !line.startsWith("|"));
  return lines.slice(head + 2, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

/** What stands in back quotes in the first column. */
const names = (first: string): readonly string[] =>
  table(first).flatMap(([cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));

const commands = names("command").map((name) => name.split(" ")[0]!);

describe("README and package.json", () => {
  it("every npm script that the documents name exists", () => {
    const named = documents.flatMap((text) =>
      [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(unique(named).filter((name) => !(name in scripts))).toEqual([]);
  });

  it("every command is an npm script", () => {
    const bare = (script = "") => script.replaceAll(/ --\S+/g, "");
    expect(commands.map((name) => bare(scripts[name]))).toEqual(
      commands.map((name) => `node src/adapters/twir-calendar.js ${name}`),
    );
  });

  it("every file that the documents name exists", () => {
    const named = documents.flatMap((text) => [...text.matchAll(FILE)].map((match) => match[1]!));
    expect(named.length).toBeGreaterThan(10);
    expect(unique(named).filter((path) => !existsSync(join(import.meta.dirname, "..", path)))).toEqual([]);
  });
});

describe("README and the command line", () => {
  it("has every command of --help, and no other", async () => {
    const list = (await help()).split("\n").flatMap((line) => /^ {2}([a-z]+) {2,}/.exec(line)?.[1] ?? []);
    expect(unique(commands)).toEqual(unique(list));
  });

  it.each(
    table("command").map(([command, , options]) => ({ command: command!.replaceAll("`", ""), options: options! })),
  )("has the options of `$command`, and no other", async ({ command, options }) => {
    const known = flags(await help(command.split(" ")[0]!)).filter((flag) => flag !== "--help");
    expect(flags(options)).toEqual(known);
  });

  it("has every exit code", async () => {
    const codes = table("exit code").map(([code, meaning]) => `${code} ${meaning}`);
    const told = (await help()).replace(/\s+/g, " ").split("exit codes: ")[1]!;
    expect(codes).toEqual(told.trim().split(" · "));
  });
});

describe("README and HTTP", () => {
  it("has every path, and no other", () => {
    expect(names("path")).toEqual([...PATHS]);
    expect(readme).toContain(`\`*\` is ${FORMATS.map((format) => `\`${format}\``).join(", ")}`);
  });

  it("has every parameter, and no other", () => {
    expect(names("parameter")).toEqual([...PARAMETERS]);
  });

  it("names only addresses that answer", async () => {
    const store = fileStore("data/events.json");
    const { newestIssue } = await store.read();
    const app = createApp({ store, clock: clockAt(newestIssue!), site: { url: "http://localhost", domain: "test" } });
    const named = [...readme.matchAll(/(?<=[`'\n])\/[\w./-]*(?:\?[^\s`']+)?(?=[`'\n])/g)].map(String);
    expect(named.length).toBeGreaterThan(8);
    const answers = unique(named).map(async (path) => `${path}: ${(await app.request(path)).status}`);
    expect(await Promise.all(answers)).toEqual(unique(named).map((path) => `${path}: 200`));
  });

  it("has every region", () => {
    const cell = table("parameter").find(([name]) => name === "`region`")![1]!;
    expect([...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1])).toEqual([...REGION_SLUGS]);
  });
});

describe("README and the environment", () => {
  it("has every variable, and no other", () => {
    const code = ["src", "test", "bench"]
      .flatMap((folder) => sources(folder, ".ts"))
      .concat(readSource("vitest.config.ts"));
    const read = code
      .filter(({ path }) => path !== "test/docs.test.ts")
      .flatMap(({ text }) => [...text.matchAll(/\b(?:env|environment)\.([A-Z][A-Z_]*)/g)].map((match) => match[1]!));
    // TZ is every program's.
    expect(unique(names("environment variable"))).toEqual(unique(read).filter((name) => name !== "TZ"));
  });
});
