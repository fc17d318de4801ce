import { mkdirSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { askingOf, contentsOf, type FakeGitHub, fakeGitHub, status } from "../source/fake-github.ts";
import { generated, run, scratch, writeIssues } from "./program.ts";
import { type Serving, serve } from "./server.ts";

const at = scratch();
const issues = generated(14, 5);
const [DAY, NEXT] = ["2024-04-03", "2024-04-10"];
const TODAY = ["--today", "2024-04-01"];
let round = 0;
let data = "";
let github: FakeGitHub;
let serving: Serving | null = null;

beforeEach(async () => {
  round++;
  data = at.path(`${round}`, "events.json");
  github = await fakeGitHub(contents(13));
});
afterEach(async () => {
  if (serving !== null && serving.child.exitCode === null) await serving.end("SIGKILL");
  serving = null;
  await github.close();
});

const contents = (count: number) => contentsOf(issues.slice(0, count));
/** The draft on its first day: with one new event. */
const draft = (title: string, day = DAY, page = 1) => ({
  [`draft/${day}-this-week-in-rust.md`]: `## Upcoming Events\n\n### Virtual\n* 2024-04-20 | Virtual | [Crabs](https://example.org/crabs)\n    * [**${title}**](https://example.org/crabs/${page})\n`,
});
const source = () => [...askingOf(github), "--time-limit", "2"];
const env = () => ({ XDG_CACHE_HOME: at.path(`cache-${round}`) });
const sync = (...more: string[]) => run(["sync", "--data", data, ...source(), ...more], { env: env() });
const folder = () => readdir(at.path(`${round}`));

interface Told {
  readonly id: string;
  readonly title: string;
  readonly listings: readonly { readonly issue: string; readonly draft?: true }[];
}
async function events(url: string): Promise<readonly Told[]> {
  return (await (await fetch(`${url}/events.json?from=2024-01-01`)).json()).events;
}
const crabs = async (url: string) =>
  (await events(url)).filter(({ listings }) => listings.some(({ draft }) => draft)).map(({ title }) => title);

describe("sync --draft", () => {
  test("stores the draft next to the data set, which is not modified", async () => {
    github.files = { ...contents(13), ...draft("First") };
    const plain = at.path(`${round}-plain.json`);
    expect((await run(["sync", "--data", plain, ...source()], { env: env() })).code).toBe(0);
    const { code, stdout } = await sync("--draft");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /events\.json: added 13 issues .*\n\S+events\.draft: added 2024-04-03-\S+, which lists 1 event so far/,
    );
    expect(await readFile(data)).toEqual(await readFile(plain));
    expect(await folder()).toEqual(["events.draft", "events.json"]);
    expect((await sync("--draft")).stdout).toMatch(
      /: up to date: 13 issues.*\n\S+events\.draft: up to date: 2024-04-03/,
    );
    expect((await sync()).stdout).not.toContain("draft");
    github.files = contents(14);
    expect((await sync("--draft")).stdout).toMatch(/added 1 issue .*\n\S+events\.draft: no draft\n$/);
    expect(await folder()).toEqual(["events.json"]);
    await run(["sync", "--data", plain, ...source()], { env: env() });
    expect(await readFile(data)).toEqual(await readFile(plain));
  });

  test("adds issues although the draft is unavailable, and reports that", async () => {
    github.files = { ...contents(13), ...draft("First") };
    github.trouble("/draft/", ...Array.from({ length: 5 }, () => status(404)));
    const { code, stdout, stderr } = await sync("--draft");
    expect(code).toBe(0);
    expect(stdout).toMatch(/events\.json: added 13 issues .*\n\S+events\.draft: unchanged\n/);
    expect(stderr).toMatch(/2024-04-03-\S+ is not applied, the previous draft stays: http\S+: HTTP 404/);
  });

  test("reads drafts from the folder in --draft-from", async () => {
    const [content, drafts] = [at.path(`content-${round}`), at.path(`drafts-${round}`)];
    writeIssues(content, issues.slice(0, 13));
    mkdirSync(drafts);
    writeIssues(drafts, [{ name: `${DAY}-this-week-in-rust.md`, text: Object.values(draft("Here"))[0] ?? "" }]);
    const from = ["sync", "--data", data, "--from", content];
    expect((await run([...from, "--draft", "--draft-from", drafts])).stdout).toMatch(/added 2024-04-03/);
    rmSync(drafts, { recursive: true });
    expect((await run([...from, "--draft", "--draft-from", drafts])).code).toBe(4);
    for (const wrong of [["--draft"], ["--draft-from", drafts]]) {
      const { code, stderr } = await run([...from, ...wrong]);
      expect(code).toBe(2);
      expect(stderr).toContain("--draft with --from requires --draft-from, and --draft-from requires both");
    }
  });
});

describe("serve --draft", () => {
  test("shows each day's draft, and then the issue with the same ids; without --draft shows none", async () => {
    github.files = { ...contents(13), ...draft("First") };
    await sync("--draft");
    serving = await serve(["--data", data, "--draft", ...TODAY]);
    const plain = await serve(["--data", data, ...TODAY]);
    const { url } = serving;
    expect([await crabs(url), await crabs(plain.url)]).toEqual([["First"], []]);
    const ics = await (await fetch(`${url}/events.ics`)).text();
    expect(ics.replace(/\r\n /g, "")).toContain("Announced in the draft of This Week in Rust of 2024-04-03");
    const { id } = (await events(url)).find(({ title }) => title === "First")!;

    github.files = { ...contents(13), ...draft("Second") };
    await sync("--draft");
    await expect.poll(() => crabs(url)).toEqual(["Second"]);
    expect((await events(url)).find(({ title }) => title === "Second")?.id).toBe(id);
    expect(await (await fetch(`${plain.url}/events.json`)).text()).not.toContain("Second");

    const [path, text] = Object.entries(draft("Second"))[0]!;
    github.files = {
      ...contents(13),
      [path.replace("draft/", "content/")]: `${text}${listings()}`,
      ...draft("Third", NEXT, 2),
    };
    expect((await sync("--draft")).code).toBe(0);
    for (const each of [url, plain.url])
      await expect
        .poll(async () => (await events(each)).find(({ title }) => title === "Second")?.listings)
        .toHaveLength(1);
    expect((await events(plain.url)).find(({ title }) => title === "Second")).toMatchObject({
      id,
      listings: [{ issue: DAY }],
    });
    await plain.end("SIGTERM");
  });

  test("--sync keeps the draft up to date", async () => {
    await sync();
    serving = await serve(["--data", data, "--draft", "--sync", "1s", ...TODAY, ...source()], env());
    const { url } = serving;
    expect(await crabs(url)).toEqual([]);
    for (const title of ["First", "Second"]) {
      github.files = { ...contents(13), ...draft(title) };
      await expect.poll(() => crabs(url)).toEqual([title]);
    }
    github.files = contents(13);
    await expect.poll(() => crabs(url)).toEqual([]);
  });
});

/** As many additional events as an issue of normal length lists. */
function listings(): string {
  const days = Array.from({ length: 20 }, (_, day) => String(day + 5).padStart(2, "0"));
  return days
    .map(
      (day) =>
        `* 2024-04-${day} | Virtual | [Fish](https://example.org/fish)\n    * [**Fish ${day}**](https://example.org/fish/${day})\n`,
    )
    .join("");
}
