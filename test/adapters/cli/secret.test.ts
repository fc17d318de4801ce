import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { addDays } from "../../../src/model/date.ts";
import { generateArchive } from "../../generate/archive.ts";
import { comingOf, playOrganisers } from "../../times/newest.ts";
import { type Replay, replay } from "../../times/replay/server.ts";
import { askingOf, contentsOf, type FakeGitHub, fakeGitHub, type Trouble } from "../source/fake-github.ts";
import { run, scratch, writeIssues } from "./program.ts";
import { type Serving, serve } from "./server.ts";

/** A token, and the part of it that may appear only in requests to GitHub's API. */
const TOKEN = "ghp_q7Rw/Zt+0123456789";
const PARTS = ["q7Rw", "Zt+01", encodeURIComponent(TOKEN), Buffer.from(TOKEN).toString("base64")];

const at = scratch();
const today = new Date().toISOString().slice(0, 10);
const { issues } = generateArchive(3, { from: addDays(today, -1 - 7 * 5), issues: 6, perWeek: 6 });
let github: FakeGitHub;
let hosts: Replay;
let serving: Serving | null = null;
beforeAll(async () => {
  [github, hosts] = [await fakeGitHub(contentsOf(issues)), await replay()];
});
afterEach(async () => {
  await serving?.end("SIGKILL");
  serving = null;
  github.headers.length = 0;
});
afterAll(() => Promise.all([github.close(), hosts.close()]));

/** All that any file below a folder holds, and is called. */
function filesIn(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => `${name} ${readFileSync(join(parentPath, name), "latin1")}`)
    .join("\n");
}

function expectNone(texts: Readonly<Record<string, string>>): void {
  for (const [what, text] of Object.entries(texts))
    for (const part of PARTS) expect(text.includes(part), `${what} holds ${part}`).toBe(false);
}

const repeating: Trouble = (_, response) => {
  response.statusMessage = TOKEN;
  response.writeHead(401, { etag: `"${TOKEN}"`, "x-token": TOKEN }).end(TOKEN);
};

test("the token never appears in pages, errors, /health, logs, files, or requests to others", async () => {
  writeIssues(at.path("issues"), issues);
  const data = at.path("served", "events.json");
  expect((await run(["sync", "--no-times", "--data", data, "--from", at.path("issues")])).code).toBe(0);
  const organisers = at.path("organisers.json");
  writeFileSync(organisers, JSON.stringify(playOrganisers(hosts, comingOf(await fileStore(data).read()))));
  github.trouble("/commits/", ...Array.from({ length: 2 }, () => repeating));
  const more = ["--via", hosts.via, "--organisers", organisers, "--time-limit", "2"];
  serving = await serve(["--data", data, "--sync", "1s", ...askingOf(github), ...more], {
    GITHUB_TOKEN: ` ${TOKEN}\r\n`,
    XDG_CACHE_HOME: at.path("served", "cache"),
  });
  const { url } = serving;
  const health = async () => (await fetch(`${url}/health`)).text();
  await expect.poll(health).toMatch(/"outcome":"failed"/);
  const failed = await health();
  expect(JSON.parse(failed).sync.error).toEqual({
    name: "SourceUnreachable",
    message: `${github.url}/repos/o/r/commits/HEAD: HTTP 401 Unauthorized`,
  });
  github.calm();
  await expect.poll(health).toMatch(/"outcome":"nothing"/);
  await expect.poll(() => hosts.log.length).toBeGreaterThan(1);
  const paths = ["/", "/events.json", "/events.ics", "/feeds.json", "/docs", "/nothing", "/events.ics?x=1", "/changes"];
  const pages = await Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).text()));
  const sent = JSON.stringify(hosts.log);
  expectNone({ failed, health: await health(), pages: pages.join("\n"), log: serving.said(), sent });
  expectNone({ files: filesIn(at.path("served")) });
  expect(sent).not.toContain("authorization");
  expect(github.headers[0]?.authorization).toBe(`Bearer ${TOKEN}`);
});

describe("at start", () => {
  test.each([
    ["GITHUB_TOKEN", "q7Rwx\nq7Rwy", "sync"],
    ["GITHUB_TOKEN", "q7Rwö", "serve"],
    ["TWIR_CONTACT", "q7Rw\nx-evil: q7Rw", "sync"],
    ["TWIR_CONTACT", "https://q7Rwé.example", "serve"],
  ])("%s %j is rejected by %s, and not repeated", async (name, value, command) => {
    const { code, stdout, stderr } = await run([command, "--data", at.path("refused.json"), ...askingOf(github)], {
      env: { [name]: value, XDG_CACHE_HOME: at.path("refused") },
    });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^twir-calendar: ${name} takes `));
    expectNone({ stderr });
    expect(github.headers).toEqual([]);
  });

  test.each([
    ["--api", "http://user:q7Rw@127.0.0.1:1"],
    ["--raw", "https://127.0.0.1:1/?token=q7Rw"],
    ["--via", "http://user:q7Rw@127.0.0.1:1"],
    ["--url", "https://user:q7Rw@calendar.example.org"],
    ["--url", "https://calendar.example.org\n.example"],
    ["--repository", "o/r/../../x"],
    ["--ref", "a..b"],
  ])("%s %j is rejected", async (option, value) => {
    const { code, stdout, stderr } = await run(["serve", "--port", "0", option, value], {
      env: { XDG_CACHE_HOME: at.path("refused") },
    });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${option} takes `);
    expectNone({ stderr });
  });
});
