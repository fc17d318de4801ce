import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource, type Source, sources, withoutComments } from "./sources.ts";

const src = sources("src", ".ts");
const code = [...src, ...["test", "bench", "data"].flatMap((folder) => sources(folder, ".ts"))];
const core = src.filter(({ path }) => !path.startsWith("src/adapters/"));

/** Which parts of `src/` a part may import, besides itself; `adapters` may import anything. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parse: ["model"],
  normalize: ["model"],
  merge: ["model"],
  calls: ["model", "parse", "normalize", "merge"],
  times: ["model", "normalize"],
  kinds: ["model"],
  query: ["model", "kinds"],
  render: ["model", "kinds"],
  ports: ["model"],
  pipeline: ["model", "parse", "normalize", "merge", "calls"],
  sync: ["model", "ports", "pipeline"],
  feeds: ["model", "query"],
  http: ["model", "ports", "times", "kinds", "query", "render", "feeds"],
  adapters: [
    "model",
    "ports",
    "parse",
    "normalize",
    "merge",
    "calls",
    "times",
    "kinds",
    "pipeline",
    "sync",
    "query",
    "feeds",
    "render",
    "http",
  ],
};

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages: locked } = JSON.parse(readSource("package-lock.json").text) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** The one package that is a folder of ours: it names a build of Node for each system. */
const NODE = ".ci/node";

/** `src/parse/date.ts` → `parse`, `src/pipeline.ts` → `pipeline`. */
const part = (path: string): string => path.split("/")[1]!.replace(/\.ts$/, "");

const own = (specifier: string): boolean => specifier.startsWith(".");
const target = (from: Source, specifier: string): string => posix.join(posix.dirname(from.path), specifier);
const ownImports = (file: Source): readonly string[] => file.imports.filter(own).map((name) => target(file, name));

/** Lines of `files` that match, as `path:line: text`, comments left out. */
function hits(files: readonly Source[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

describe("arrows", () => {
  it("every part of src/ is known here", () => {
    expect([...new Set(src.map(({ path }) => part(path)))].filter((name) => !(name in ARROWS))).toEqual([]);
  });

  it.each(Object.entries(ARROWS))("%s imports only %j", (name, allowed) => {
    const wrong = src
      .filter(({ path }) => part(path) === name)
      .flatMap((file) => ownImports(file).map((path) => ({ from: file.path, path })))
      .filter(({ path }) => path.startsWith("src/") && part(path) !== name && !allowed.includes(part(path)));
    expect(wrong).toEqual([]);
  });

  it("src/ imports nothing of ours from outside, but for its data", () => {
    const outside = src.flatMap((file) => ownImports(file).map((path) => `${file.path} → ${path}`));
    expect(outside.filter((arrow) => !/ → (src|data)\//.test(arrow))).toEqual([]);
  });

  it("no file imports itself by way of others", () => {
    const graph = new Map(src.map((file) => [file.path, ownImports(file)]));
    const done = new Set<string>();
    const loop = (path: string, way: readonly string[]): readonly string[] | null => {
      if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
      if (done.has(path)) return null;
      for (const next of graph.get(path) ?? []) {
        const found = loop(next, [...way, path]);
        if (found !== null) return found;
      }
      done.add(path);
      return null;
    };
    expect(src.map(({ path }) => loop(path, [])).find((found) => found !== null) ?? []).toEqual([]);
  });

  it("in parse/ a chain of imports has five files at most", () => {
    const inside = src.filter(({ path }) => part(path) === "parse");
    const graph = new Map(inside.map((file) => [file.path, ownImports(file).filter((path) => part(path) === "parse")]));
    const longest = (path: string): readonly string[] => {
      const ways = (graph.get(path) ?? []).map(longest).sort((a, b) => b.length - a.length);
      return [path, ...(ways[0] ?? [])];
    };
    expect(inside.map(({ path }) => longest(path)).filter((chain) => chain.length > 5)).toEqual([]);
  });

  it("src/ uses packages that are dependencies, not development tools", () => {
    const { dependencies } = JSON.parse(readSource("package.json").text);
    const packages = src.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !own(name) && !name.startsWith("node:"))
        .map((name) => ({ path, name: name.split("/", name.startsWith("@") ? 2 : 1).join("/") })),
    );
    // A type-only package compiles away.
    const used = packages.filter(({ name }) => name !== "mdast");
    expect(used.filter(({ name }) => !(name in dependencies))).toEqual([]);
  });
});

describe("the core runs anywhere and gives the same for the same", () => {
  it.each([
    ["Node's modules", /["']node:/],
    ["the process", /\bprocess\.(env|argv|cwd|exit|stdout|stderr|stdin|on|memoryUsage|hrtime|nextTick)\b/],
    ["Node's globals", /\b(Buffer|__dirname|__filename|require)\b(?=[.(])|import\.meta\.(dirname|filename)/],
    ["the network", /(?<![.\w])fetch\(|globalThis\.fetch|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/],
    ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|(?<![.\w])Date\(\)|\bperformance\.|\bTemporal\.Now\b/],
    ["luxon's clock", /\bDateTime\.(now|local|utc)\(\s*\)/],
    ["timers", /(?<![.\w])(setTimeout|setInterval|setImmediate)\(/],
    ["chance", /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/],
    ["the console", /\bconsole\./],
  ])("names nothing of %s", (_what, pattern) => {
    expect(hits(core, pattern)).toEqual([]);
  });
});

describe("files", () => {
  it("have 250 lines at most", () => {
    expect(code.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it("are no barrels", () => {
    const statements = (text: string) =>
      withoutComments(text)
        .split(";")
        .filter((one) => one.trim() !== "");
    const barrel = ({ text }: Source) => statements(text).every((one) => /^\s*export\b[\s\S]*\bfrom\b/.test(one));
    expect(code.filter(barrel).map(({ path }) => path)).toEqual([]);
    expect(hits(code, /^\s*export \* from/)).toEqual([]);
  });

  it("are named after what they do", () => {
    expect(
      code.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|common|misc|index)(\.|\/)/.test(path)),
    ).toEqual([]);
  });

  it("name no path of one machine", () => {
    const texts = [...code, ...[".ci", ".github", "data"].flatMap((folder) => sources(folder, ".md", ".yml", "run"))];
    const rooted = ["work", "root", "home", "farm", "Users"].join("|");
    expect(hits(texts.concat(prose()), new RegExp(`(?<![\\w.:/*-])/(${rooted})/`))).toEqual([]);
  });
});

describe("packages", () => {
  it("have exact versions", () => {
    const versions = ["package.json", `${NODE}/package.json`].flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readSource(path).text);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    });
    const inexact = versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)));
    expect(inexact).toEqual([["node-24", `file:${NODE}`]]);
  });

  it("are locked without download addresses", () => {
    expect(hits([readSource("package-lock.json")], /"resolved": *"http/)).toEqual([]);
  });

  it("are locked by the digest of their bytes", () => {
    const loose = Object.entries(locked).filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
    // This one, and the one that names builds of Node.
    expect(loose.map(([path]) => path)).toEqual(["", NODE, "node_modules/node-24"]);
    expect(locked["node_modules/node-24"]?.resolved).toBe(NODE);
  });

  it("run nothing when they are installed", () => {
    expect(readSource(".npmrc").text.split("\n")).toContain("ignore-scripts=true");
  });

  it("are locked for every system, or `npm ci` refuses", () => {
    const names = new Set(Object.keys(locked).map((path) => path.split("node_modules/").at(-1)));
    const builds = Object.values(locked).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
    expect(builds.filter((name) => !names.has(name))).toEqual([]);
  });

  it("bring the Node that runs this, where there is a build for the system", () => {
    const name = `node_modules/node-${process.platform}-${process.arch}`;
    if (name in locked) expect(`v${locked[name]?.version}`).toBe(process.version);
  });
});

describe("tests", () => {
  it("all run", () => {
    const switched = new RegExp(`\\b(it|test|describe)\\.(${["skip", "only", "todo", "fails"].join("|")})\\b`);
    expect(hits(sources("test", ".ts"), switched)).toEqual([]);
  });
});

function prose(): readonly Source[] {
  return ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "DEPLOY.md", "package.json"].map(readSource);
}
