import { readFile, stat, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { askingOf, contentsOf, fakeGitHub, status } from "../source/fake-github.ts";
import { generated, run, scratch, writeIssues } from "./program.ts";

const at = scratch();
const issues = generated(14, 5);
let round = 0;
let folder = "";
let data = "";
beforeEach(() => {
  round++;
  folder = at.path(`issues-${round}`);
  data = at.path(`data-${round}`, "events.json");
});

const sync = (...more: string[]) => run(["sync", "--from", folder, "--data", data, ...more]);
const content = () => readFile(data, "utf8");

/** What a build from nothing makes of these issues. */
async function built(all: readonly { readonly name: string; readonly text: string }[]): Promise<string> {
  const [from, to] = [at.path(`all-${round}`), at.path(`all-${round}.json`)];
  writeIssues(from, all);
  expect((await run(["sync", "--from", from, "--data", to, "--rebuild"])).code).toBe(0);
  return readFile(to, "utf8");
}

describe("sync --from", () => {
  test("builds and adds, and does not touch a data set that is up to date", async () => {
    writeIssues(folder, issues.slice(0, 12));
    expect((await sync()).stdout).toMatch(
      /events\.json: added 12 issues \(\+\d+ events\): 12 issues, \d+ events, newest/,
    );
    writeIssues(folder, issues);
    expect((await sync()).stdout).toMatch(/added 2 issues \(\+\d+ events\): 14 issues/);
    expect(await content()).toBe(await built(issues));
    const before = await stat(data);
    const { code, stdout } = await sync();
    expect(code).toBe(0);
    expect(stdout).toMatch(/up to date: 14 issues/);
    expect(await stat(data)).toEqual(before);
  });

  test("holds back an issue that lists almost nothing, and exits with 5", async () => {
    writeIssues(folder, issues);
    await sync();
    const before = await content();
    const name = "2024-04-10-this-week-in-rust.md";
    const text =
      "## Upcoming Events\n\n### Virtual\n* 2024-04-11 | Virtual | [Crabs](https://example.org/crabs)\n    * [**Crab Talk**](https://example.org/crabs/1)\n";
    writeIssues(folder, [{ name, text }]);
    const { code, stdout, stderr } = await sync();
    expect(code).toBe(5);
    expect(stdout).toMatch(/unchanged: 14 issues/);
    expect(stderr).toContain(`warning: ${name} is held back: it lists 1 event, the median is `);
    expect(await content()).toBe(before);
    expect((await sync("--rebuild")).code).toBe(0);
    expect(JSON.parse(await content()).newestIssue).toBe("2024-04-10");
  });

  test("adds missing weeks and edits with one command, and events keep their ids", async () => {
    writeIssues(
      folder,
      issues.filter((_, index) => index % 4 !== 2),
    );
    await sync();
    const ids = () => content().then((text) => JSON.parse(text).events.map(({ id }: { id: string }) => id));
    const before: string[] = await ids();
    const edited = issues.map((issue, index) => (index === 5 ? { ...issue, text: `${issue.text}\nedited\n` } : issue));
    writeIssues(folder, edited);
    const { code, stdout, stderr } = await sync();
    expect(code).toBe(0);
    expect(stdout).toMatch(/rebuilt from 14 issues/);
    expect(stderr).toMatch(/^rebuilding from all issues: \S+\.md was edited; \S+\.md and 2 more are new, but older/);
    const after: string[] = await ids();
    expect(before.filter((id) => !after.includes(id))).toEqual([]);
  });

  test("reads several folders as one, and reports if they are not sufficient", async () => {
    writeIssues(folder, issues.slice(6));
    await sync();
    const before = await content();
    writeIssues(at.path("older"), issues.slice(0, 6));
    const alone = await run(["sync", "--from", at.path("older"), "--data", data]);
    expect(alone.code).toBe(1);
    expect(alone.stderr).toMatch(
      /events\.json: \S+ and 5 more are new, but older .* lacks 8 issues .* use a source with all/,
    );
    expect(await content()).toBe(before);
    expect((await sync("--from", at.path("older"))).code).toBe(0);
    expect(JSON.parse(await content()).issues).toHaveLength(14);
  });

  test("exits with 3 for a broken data set without changing it, and repairs it with --rebuild", async () => {
    writeIssues(folder, issues);
    await sync();
    const whole = await content();
    for (const broken of [whole.slice(0, 9_000), whole.replace(/"title":"/, '"title":"Edited: '), "", "{}"]) {
      await writeFile(data, broken);
      const { code, stdout, stderr } = await sync();
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toMatch(
        /^twir-calendar: \S*events\.json:.*restore it, or rebuild it with "twir-calendar sync --rebuild"/,
      );
      expect(await content()).toBe(broken);
    }
    expect((await sync("--rebuild")).code).toBe(0);
    expect(await content()).toBe(whole);
  });

  test("exits with 4 if the folder is unreadable, with 1 if the file is not writable", async () => {
    expect((await sync()).code).toBe(4);
    writeIssues(folder, issues.slice(0, 1));
    await writeFile(at.path("file"), "");
    const { code, stderr } = await run(["sync", "--from", folder, "--data", at.path("file", "events.json")]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/^twir-calendar: .*file\/events\.json/);
  });
});

test("sync reads GitHub, with conditional requests from run to run", async () => {
  const files = (count: number) => contentsOf(issues.slice(0, count));
  const github = await fakeGitHub(files(12));
  try {
    const args = ["sync", "--data", data, ...askingOf(github)];
    const env = { XDG_CACHE_HOME: at.path("cache"), GITHUB_TOKEN: "secret" };
    expect((await run(args, { env })).stdout).toMatch(/added 12 issues/);
    expect(github.headers[0]?.authorization).toBe("Bearer secret");
    github.requests.length = 0;
    expect((await run(args, { env })).stdout).toMatch(/up to date/);
    expect(github.requests).toEqual(["/repos/o/r/commits/HEAD -> 304"]);
    github.files = files(14);
    expect((await run(args, { env })).stdout).toMatch(/added 2 issues/);
    expect(await content()).toBe(await built(issues));

    github.trouble("/commits/", status(404));
    const { code, stdout, stderr } = await run(args, { env });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toMatch(
      /^twir-calendar: http:\/\/127\.0\.0\.1:\d+\/repos\/o\/r\/commits\/HEAD: HTTP 404 Not Found\n$/,
    );
  } finally {
    await github.close();
  }
});
