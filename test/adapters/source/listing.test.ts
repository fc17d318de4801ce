import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { githubSource, type Memory } from "../../../src/adapters/source/github.ts";
import { SourceUnreachable } from "../../../src/ports.ts";
import { run, scratch } from "../cli/program.ts";
import { answer, askingOf, type FakeGitHub, fakeGitHub, type Trouble } from "./fake-github.ts";

const GOOD = "content/2025-01-01-this-week-in-rust.md";
const SHA = "0123456789abcdef0123456789abcdef01234567";
const at = scratch();
let github: FakeGitHub;
beforeAll(async () => {
  github = await fakeGitHub({ [GOOD]: "# Issue\n" });
});
beforeEach(() => github.calm());
afterAll(() => github.close());

interface Listed {
  readonly names: readonly string[];
  readonly warned: string;
  readonly failed: string;
}

/** What is made of an answer for the repository's files. */
async function listed(body: string | Uint8Array | Trouble, memory?: Memory): Promise<Listed> {
  const trouble = typeof body === "function" ? body : answer(body);
  github.trouble("/git/trees/", trouble, trouble);
  const warned: string[] = [];
  const source = githubSource({
    repository: "o/r",
    api: github.url,
    raw: github.url,
    tries: 2,
    firstWaitMs: 1,
    log: { warn: (message) => void warned.push(message) },
    ...(memory && { memory }),
  });
  const files = await source.list().catch((error: unknown) => error);
  if (Array.isArray(files)) return { names: files.map(({ name }) => name), warned: warned.join("\n"), failed: "" };
  expect(files).toBeInstanceOf(SourceUnreachable);
  return { names: [], warned: warned.join("\n"), failed: (files as Error).message.replaceAll(github.url, "") };
}

const entry = (path: unknown, more: object = {}) => ({ path, type: "blob", sha: SHA, ...more });
const tree = (...entries: readonly unknown[]) => JSON.stringify({ truncated: false, tree: [entry(GOOD), ...entries] });

test.each([
  ["a control character", "content/2025-01-08-\u0007.md", "2025-01-08-\\u0007.md"],
  ["a sequence that moves the cursor", "content/2025-01-08-\u001b[2J.md", "2025-01-08-\\u001b[2J.md"],
  ["one of the second kind", "content/2025-01-08-\u009b2J.md", "2025-01-08-\\u009b2J.md"],
  ["letters from right to left", "content/2025-01-08-\u202egpj.md", "2025-01-08-\\u202egpj.md"],
  ["what is not UTF-8", "content/2025-01-08-\ufffd.md", "2025-01-08-\ufffd.md"],
  ["256 bytes", `content/2025-01-08-${"é".repeat(121)}x.md`, "2025-01-08-ééé"],
])("a file whose name has %s is skipped with a warning", async (_, path, shown) => {
  const { names, warned, failed } = await listed(tree(entry(path), entry("content/2025-01-15-x.md")));
  expect([names, failed]).toEqual([["2025-01-01-this-week-in-rust.md", "2025-01-15-x.md"], ""]);
  expect(warned).toMatch(/^"content\/2025-01-08-.*": skipped: its name contains unprintable characters/);
  expect(warned).toContain(shown);
});

test.each<[string, string | Trouble, RegExp]>([
  [
    "half a letter",
    tree().replace("2025-01-01-this", "2025-01-08-\\ud800"),
    /: lists "content\/2025-01-08-\\ud800-week-in-rust.md", which is not a valid path/,
  ],
  ["half a letter elsewhere", tree(entry("x/\udfff")), /: lists "x\/\\udfff", which is not a valid path/],
  [
    "NUL",
    tree(entry("content/2025-01-08-\0.md")),
    /: lists "content\/2025-01-08-\\u0000.md", which is not a valid path/,
  ],
  [
    "a way up",
    tree(entry("content/../2025-01-08-x.md")),
    /: lists "content\/\.\.\/2025-01-08-x\.md", which is not a valid path/,
  ],
  ["no name", tree(entry("")), /: lists "", which is not a valid path/],
  ["a name from the root", tree(entry("/content/2025-01-08-x.md")), /which is not a valid path/],
  [
    "a name twice",
    tree(entry(GOOD, { sha: "f".repeat(40) })),
    /: lists "content\/2025-01-01-this-week-in-rust.md" twice/,
  ],
  ["a name that is a number", tree(entry(5)), /: the response is not a listing of files/],
  ["no id", tree(entry("x", { sha: "main" })), /: the response is not a listing of files/],
  ["an id that is null", tree(entry("x", { sha: null })), /: the response is not a listing of files/],
  ["files that are no list", '{"truncated":false,"tree":{}}', /: the response is not a listing of files/],
  ["null", "null", /: the response is not a listing of files/],
  ["lists in lists", "[".repeat(2_000_000), /: the response is not a listing of files/],
  [
    "records in records",
    `${'{"tree":'.repeat(500_000)}1${"}".repeat(500_000)}`,
    /: the response is not a listing of files/,
  ],
  ["a part", '{"truncated":true,"tree":[]}', /: the listing is truncated/],
  ["no issue", '{"truncated":false,"tree":[]}', /: lists no issues in content\/$/],
])("a listing with %s is rejected", async (_, body, message) => {
  const { names, failed } = await listed(body);
  expect([names, failed.slice(0, 300)]).toEqual([[], expect.stringMatching(message)]);
  expect(failed.length).toBeLessThan(400);
});

test("a listing of 100 MB is not read completely", async () => {
  let sent = 0;
  const { failed } = await listed((_, response) => {
    const more = () => {
      while (sent++ < 100) if (!response.write(Buffer.alloc(1_000_000, 32))) return void response.once("drain", more);
      response.end();
    };
    more();
  });
  expect(failed).toMatch(/: the response is larger than 32000000 bytes$/);
  expect(sent).toBeLessThan(60);
});

test.each([{ size: -5 }, { size: 1e300 }, { size: "huge" }, { size: null }, { mode: 5, more: { of: [] } }])(
  "what is told besides, %j, harms nothing",
  async (more) => {
    const { names, failed } = await listed(tree(entry("content/2025-01-08-x.md", more)));
    expect(failed !== "" || names.includes("2025-01-01-this-week-in-rust.md")).toBe(true);
  },
);

test("a corrupted cached listing is requested again", async () => {
  let text: string | null = null;
  const memory: Memory = {
    load: async () => text,
    async save(next) {
      text = next;
    },
  };
  await listed(tree(), memory);
  const kept = String(text);
  github.calm();
  for (const [from, to] of [
    [SHA, "f".repeat(40)],
    ["this-week", "that-week"],
    ['"etag":"W/', '"etag":"w/'],
    ['"etag":"', '"etag":"\\n'],
    ['"etag":"', `"etag":"${"x".repeat(300)}`],
  ] as const) {
    text = kept.replace(from, to);
    expect(text).not.toBe(kept);
    github.requests.length = 0;
    expect((await listed(tree(), memory)).failed).toBe("");
    expect(
      github.requests.map((request) => request.replace(/\w{40}/, "x")),
      from,
    ).toEqual(["/repos/o/r/commits/HEAD -> 200", "/repos/o/r/git/trees/x?recursive=1 -> 200"]);
    github.calm();
  }
});

test.each([
  [
    "half a letter: 4",
    {
      code: 4,
      stderr: /^twir-calendar: http:\S+: lists "content\/2025-01-08-\\ud800\.md", which is not a valid path/,
    },
    "content/2025-01-08-\ud800.md",
  ],
  [
    "a bell: 0, and a warning",
    { code: 0, stderr: /^warning: "content\/2025-01-08-\\u0007\.md": skipped/ },
    "content/2025-01-08-\u0007.md",
  ],
])("the program reports %s by its exit code", async (_, { code, stderr }, path) => {
  const real = Buffer.from(`blob 8\0# Issue\n`);
  const { createHash } = await import("node:crypto");
  const sha = createHash("sha1").update(real).digest("hex");
  const body = JSON.stringify({ truncated: false, tree: [entry(GOOD, { sha }), entry(path)] });
  github.trouble("/git/trees/", ...Array.from({ length: 5 }, () => answer(body)));
  const args = ["--data", at.path(`${code}.json`), ...askingOf(github), "--time-limit", "10", "--no-times"];
  const ended = await run(["sync", ...args], { env: { XDG_CACHE_HOME: at.path("cache") } });
  expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(stderr)]);
});
