import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type GitHubOptions, githubSource, type Memory } from "../../../src/adapters/source/github.ts";
import { SourceUnreachable } from "../../../src/ports.ts";
import { answer, type FakeGitHub, fakeGitHub, hangUp, slow, status, truncated } from "./fake-github.ts";
import { read } from "./read.ts";

const OLD = "content/2024-12-25-this-week-in-rust.md";
const NEW = "content/2025-01-01-this-week-in-rust.md";
let github: FakeGitHub;
beforeEach(async () => {
  github = await fakeGitHub({
    "README.md": "Readme",
    [NEW]: "# Issue of the new year\n",
    [OLD]: "# Issue – „Weihnachten“ 🎄\n",
    "content/2020-12-9-this-week-in-rust.md": "# Odd name\n",
    "content/pages/2020-01-01-page.md": "deeper",
    "content/notes.md": "no issue",
  });
});
afterEach(() => github.close());

const source = (options: GitHubOptions = {}) =>
  githubSource({ repository: "o/r", api: github.url, raw: github.url, firstWaitMs: 1, tryMs: 300, ...options });

function memory(): Memory & { text: string | null } {
  return {
    text: null,
    async load() {
      return this.text;
    },
    async save(text) {
      this.text = text;
    },
  };
}

/** Message of the error that listing, or reading the newest issue, ends with. */
async function failure(what: "list" | "read", options: GitHubOptions = {}): Promise<string> {
  const from = source(options);
  const newest = async () => from.read((await from.list()).at(-1) ?? { name: "", issue: "", blob: "" });
  const error = await (what === "list" ? from.list() : newest()).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceUnreachable);
  return (error as Error).message.replaceAll(github.url, "");
}

describe("githubSource", () => {
  test("lists the issues, oldest first, and reads them as of one commit", async () => {
    const from = source();
    const files = await from.list();
    expect(files.map(({ name }) => name)).toEqual([
      "2020-12-9-this-week-in-rust.md",
      "2024-12-25-this-week-in-rust.md",
      "2025-01-01-this-week-in-rust.md",
    ]);
    github.files = { ...github.files, [OLD]: "edited meanwhile" };
    expect(await read(from, files[1] ?? files[0]!)).toBe("# Issue – „Weihnachten“ 🎄\n");
  });

  test("sends the ETag, and does not list an unchanged commit again", async () => {
    const kept = memory();
    const first = await source({ memory: kept }).list();
    github.requests.length = 0;
    expect(await source({ memory: kept }).list()).toEqual(first);
    expect(github.requests).toEqual(["/repos/o/r/commits/HEAD -> 304"]);
    const issue = first[2]!;
    const again = source({ memory: kept });
    await again.list();
    expect(await read(again, issue)).toBe("# Issue of the new year\n");
  });

  test("lists again after a new commit", async () => {
    const kept = memory();
    await source({ memory: kept }).list();
    github.files = { ...github.files, "content/2025-01-08-this-week-in-rust.md": "# Next\n" };
    expect(await source({ memory: kept }).list()).toHaveLength(4);
  });

  test.each(["", "{", "[]", '{"url":"x"}', JSON.stringify({ url: "x", etag: "x", commit: "x", files: [] })])(
    "does without a memory that holds %j",
    async (text) => {
      expect(await source({ memory: Object.assign(memory(), { text }) }).list()).toHaveLength(3);
    },
  );

  test("sends the token only to the API", async () => {
    const from = source({ token: "secret" });
    const [file] = await from.list();
    await from.read(file!);
    expect(github.headers.map((each) => each.authorization)).toEqual(["Bearer secret", "Bearer secret", undefined]);
    expect(github.headers.every((each) => each["user-agent"] === "twir-calendar")).toBe(true);
  });

  test.each([
    ["500", status(500)],
    ["503", status(503)],
    ["429", status(429)],
    ["403 with a spent rate limit", status(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" })],
    ["403 with Retry-After", status(403, { "retry-after": "0" })],
    ["hanging up", hangUp],
    ["a truncated body", truncated],
    ["a body that never ends", slow],
    ["a garbled body", answer("<html>Oops</html>")],
    ["a 304 that was not asked for", status(304)],
  ])("retries after %s", async (_, trouble) => {
    for (const part of ["/commits/", "/git/trees/", "/content/"]) github.trouble(part, trouble);
    const from = source();
    const files = await from.list();
    expect(await read(from, files[2]!)).toBe("# Issue of the new year\n");
    expect(github.headers).toHaveLength(6);
  });

  test.each([
    ["404", status(404), "HTTP 404 Not Found"],
    ["401", status(401), "HTTP 401 Unauthorized"],
    ["403 for another reason", status(403), "HTTP 403 Forbidden"],
  ])("fails immediately after %s", async (_, trouble, words) => {
    github.trouble("/commits/", trouble);
    expect(await failure("list")).toBe(`/repos/o/r/commits/HEAD: ${words}`);
    expect(github.requests).toHaveLength(1);
  });

  test("fails after the last try and says why", async () => {
    github.trouble("/commits/", status(500), hangUp, status(502));
    expect(await failure("list", { tries: 3 })).toBe("/repos/o/r/commits/HEAD: HTTP 502 Bad Gateway (tried 3 times)");
    github.trouble("/content/", truncated, truncated);
    expect(await failure("read", { tries: 2 })).toMatch(/2025-01-01-this-week-in-rust\.md: .*\(tried 2 times\)$/);
    github.trouble("/content/", answer("other"), answer("other"));
    expect(await failure("read", { tries: 2 })).toMatch(/: the file does not match its blob id \(tried 2 times\)$/);
    github.trouble("/commits/", slow, slow);
    expect(await failure("list", { tries: 2, tryMs: 50 })).toMatch(
      /no complete response within 0\.05 s \(tried 2 times\)$/,
    );
  });

  test("waits as long as Retry-After says, and doubles its own waits", async () => {
    github.trouble("/commits/", status(429, { "retry-after": "1" }));
    let begun = performance.now();
    await source().list();
    expect(performance.now() - begun).toBeGreaterThan(990);
    github.trouble("/commits/", status(500), status(500), status(500));
    begun = performance.now();
    await source({ firstWaitMs: 40 }).list();
    expect(performance.now() - begun).toBeGreaterThan(40 + 80 + 160 - 5);
  });

  test("respects its time limit, whatever the server does", async () => {
    const begun = performance.now();
    github.trouble("/commits/", status(429, { "retry-after": "3600" }));
    expect(await failure("list", { timeLimitMs: 200 })).toBe(
      "/repos/o/r/commits/HEAD: HTTP 429 Too Many Requests, and no time left to wait 3600 s for a retry",
    );
    github.trouble("/commits/", slow);
    expect(await failure("list", { timeLimitMs: 200, tryMs: 60_000 })).toMatch(
      /no complete response within 0\.\d+ s, and no time left/,
    );
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test("rejects a truncated listing", async () => {
    github.trouble("/git/trees/", answer('{"truncated":true,"tree":[]}'));
    expect(await failure("list")).toMatch(/the listing is truncated$/);
    github.files = { "content/readme.md": "x" };
    expect(await failure("list")).toMatch(/lists no issues in content\/$/);
  });

  test("reports a refused connection", async () => {
    await github.close();
    expect(await failure("list", { tries: 2 })).toMatch(/fetch failed \(ECONNREFUSED\) \(tried 2 times\)$/);
  });
});
