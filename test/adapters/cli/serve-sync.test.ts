import { readFile, stat, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SyncState } from "../../../src/ports.ts";
import { askingOf, contentsOf, type FakeGitHub, fakeGitHub, status } from "../source/fake-github.ts";
import { generated, run, scratch, writeIssues } from "./program.ts";
import { type Serving, serve } from "./server.ts";

const at = scratch();
const issues = generated(14, 5);
const TODAY = "2024-04-03";
let round = 0;
let github: FakeGitHub;
let serving: Serving | null = null;

beforeEach(async () => {
  round++;
  github = await fakeGitHub(contents(12));
});

afterEach(async () => {
  if (serving !== null && serving.child.exitCode === null) await serving.end("SIGKILL");
  serving = null;
  await github.close();
});

const contents = (count: number) => contentsOf(issues.slice(0, count));
const source = () => [...askingOf(github), "--time-limit", "2"];

/** `serve --sync`, with a data set of 12 issues at first. */
async function syncing(): Promise<{ readonly data: string; readonly url: string }> {
  const data = at.path(`${round}.json`);
  const env = { XDG_CACHE_HOME: at.path(`cache-${round}`) };
  expect((await run(["sync", "--data", data, ...source()], { env })).code).toBe(0);
  serving = await serve(["--data", data, "--today", TODAY, "--sync", "1s", ...source()], env);
  return { data, url: serving.url };
}

async function health(url: string): Promise<{
  readonly version: string;
  readonly newestIssue: string;
  readonly sync: SyncState | null;
}> {
  return (await fetch(`${url}/health`)).json();
}

/** Requests the feed repeatedly until `stop`, which returns the number of responses other than 200. */
function reader(url: string): {
  stop(): Promise<{ readonly answers: number; readonly failures: number; readonly tags: string[] }>;
} {
  let stopped = false;
  const tags = new Set<string>();
  const counts = { answers: 0, failures: 0 };
  const reading = (async () => {
    while (!stopped) {
      const response = await fetch(`${url}/events.ics?from=2024-01-01`).catch(() => null);
      const text = await response?.text().catch(() => "");
      counts.answers += 1;
      if (response?.status !== 200 || !text?.endsWith("END:VCALENDAR\r\n")) counts.failures += 1;
      tags.add(response?.headers.get("etag") ?? "");
    }
  })();
  return {
    async stop() {
      stopped = true;
      await reading;
      return { ...counts, tags: [...tags] };
    },
  };
}

describe("serve --sync", () => {
  test("adds a new issue while it answers, and logs that", async () => {
    const { url } = await syncing();
    const before = await health(url);
    expect(before.newestIssue).toBe("2024-03-20");
    const reading = reader(url);
    github.files = contents(14);
    await expect.poll(async () => (await health(url)).newestIssue).toBe("2024-04-03");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { answers, failures, tags } = await reading.stop();
    expect(failures).toBe(0);
    expect(answers).toBeGreaterThan(20);
    expect(tags).toHaveLength(2);
    const [all, text] = [at.path(`all-${round}`), await (await fetch(`${url}/events.json?from=2024-01-01`)).text()];
    writeIssues(all, issues);
    const built = at.path(`built-${round}.json`);
    await run(["sync", "--from", all, "--data", built, "--rebuild"]);
    const told = await run(["get", "--data", built, "--today", TODAY, "--url", url, "/events.json?from=2024-01-01"]);
    expect(text).toBe(told.stdout);
    const said = () => serving?.said();
    await expect.poll(said).toMatch(/^sync added 2024-03-27-\S+ and 2024-04-03-\S+: newest issue 2024-04-03$/m);
    expect(said()).toMatch(/^serving 2024-04-03-\S+: \d+ events, newest issue 2024-04-03$/m);
  });

  test("continues answering while the source fails, reports it in /health, and recovers", async () => {
    const { url } = await syncing();
    await expect.poll(async () => (await health(url)).sync?.outcome).toBe("nothing");
    const reading = reader(url);
    github.trouble("/commits/", ...Array.from({ length: 5 }, () => status(500)));
    await expect.poll(async () => (await health(url)).sync?.outcome).toBe("failed");
    const { sync, newestIssue } = await health(url);
    expect(newestIssue).toBe("2024-03-20");
    expect(sync?.error).toMatchObject({ name: "SourceUnreachable", message: expect.stringContaining("HTTP 500") });
    expect(sync?.failingSince).not.toBeNull();
    github.files = contents(13);
    await expect.poll(async () => (await health(url)).newestIssue).toBe("2024-03-27");
    await expect.poll(async () => (await health(url)).sync).toMatchObject({ error: null, failingSince: null });
    expect((await reading.stop()).failures).toBe(0);
    expect(serving?.said()).toMatch(/warning: sync failed: .*HTTP 500[\s\S]*sync works again/);
  });

  test("can be stopped during a sync, and keeps the old data set", async () => {
    const { url, data } = await syncing();
    await expect.poll(async () => (await health(url)).sync?.outcome).toBe("nothing");
    const before = await readFile(data);
    github.files = contents(14);
    const hanging = new Promise<void>((resolve) => github.trouble("/o/r/", () => resolve()));
    await hanging;
    expect((await health(url)).sync?.ended).toBeNull();
    expect(await serving?.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(await readFile(data)).toEqual(before);
  });

  test("stops its sync when it is killed", async () => {
    await syncing();
    github.files = contents(14);
    const cut = new Promise<void>((resolve) => {
      github.trouble("/o/r/", (request) => {
        request.socket.once("close", () => resolve());
        serving?.child.kill("SIGKILL");
      });
    });
    await cut;
  });

  test("starts from the included data set, and reads folders", async () => {
    const [folder, data] = [at.path("issues"), at.path("state", "events.json")];
    writeIssues(folder, issues);
    serving = await serve(["--data", data, "--today", TODAY, "--sync", "1s", "--from", folder]);
    const embedded = JSON.parse(await readFile("data/events.json", "utf8"));
    expect((await health(serving.url)).version).toBe(embedded.version);
    await expect.poll(async () => (await stat(data)).size).toBeGreaterThan(0);
    const { url } = serving;
    // Issues that are older than those which it has need all that there are.
    await expect.poll(async () => (await health(url)).sync?.outcome).toBe("left");
    expect(await readFile(data)).toEqual(await readFile("data/events.json"));
  });

  test.each([
    [["--sync", "1m"], /--sync takes a duration from 5m to 7d, like 30m, 1h or 1d, not "1m"/],
    [["--sync", "1w", "--from", "."], /--sync takes a duration from 1s to 7d, .* not "1w"/],
    [["--sync", "8d"], /--sync takes a duration/],
    [["--offline", "--from", "."], /--from cannot be combined with --offline/],
    [["--offline", "--sync", "1h"], /--sync cannot be combined with --offline/],
    [["--sync", "1h", "--from", ".", "--ref", "main"], /--from cannot be combined with options for GitHub/],
  ])("rejects %j", async (args, message) => {
    const { code, stderr } = await run(["serve", "--port", "0", ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe("SIGHUP", () => {
  test("reloads the same file and logs that; a broken one changes nothing", async () => {
    const data = at.path("hup.json");
    await writeFile(data, await readFile("data/events.json"));
    serving = await serve(["--data", data]);
    const { url, child, said } = serving;
    const { version } = await health(url);
    child.kill("SIGHUP");
    await expect.poll(said).toMatch(/SIGHUP: reloading the data set\nserving \S+: \d+ events, newest issue \S+\n/);
    await writeFile(data, "broken");
    child.kill("SIGHUP");
    await expect.poll(said).toMatch(/cannot read the data set: \S*hup\.json:1: /);
    expect(await health(url)).toMatchObject({ status: "degraded", version, trouble: "DataSetBroken" });
    await writeFile(data, await readFile("data/events.json"));
    child.kill("SIGHUP");
    await expect.poll(() => health(url)).toMatchObject({ status: "ok", version, trouble: null });
    expect(await serving.end("SIGINT")).toEqual({ code: 0, signal: null });
  });
});
