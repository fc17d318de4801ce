import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { addDays } from "../../../src/model/date.ts";
import { generateArchive } from "../../generate/archive.ts";
import { comingOf, playOrganisers } from "../../times/newest.ts";
import { type Replay, replay } from "../../times/replay/server.ts";
import { askingOf, contentsOf, type FakeGitHub, fakeGitHub } from "../source/fake-github.ts";
import { run, scratch, start, writeIssues } from "./program.ts";
import { type Serving, serve } from "./server.ts";

/** The server on a machine that is online, and on one that is not. */
const at = scratch();
const today = new Date().toISOString().slice(0, 10);
/** The last of the issues is of yesterday. */
const { issues } = generateArchive(3, { from: addDays(today, -1 - 7 * 9), issues: 10, perWeek: 6 });
let github: FakeGitHub;
let hosts: Replay;
let serving: Serving | null = null;
beforeAll(async () => {
  github = await fakeGitHub(contentsOf(issues));
  hosts = await replay();
});
afterEach(async () => {
  await serving?.end("SIGKILL");
  serving = null;
});
afterAll(() => Promise.all([github.close(), hosts.close()]));

test("syncs issues and start times into its own data set, and answers in the meantime", async () => {
  writeIssues(at.path("issues"), issues);
  const data = at.path("events.json");
  expect((await run(["sync", "--no-times", "--data", data, "--from", at.path("issues")])).code).toBe(0);
  const organisers = playOrganisers(hosts, comingOf(await fileStore(data).read()));
  writeFileSync(at.path("organisers.json"), JSON.stringify(organisers));
  const old = at.path("old.json");
  const shipped = readFileSync("data/events.json");
  serving = await serve(
    [
      "--data",
      old,
      ...askingOf(github),
      "--sync",
      "6h",
      "--via",
      hosts.via,
      "--organisers",
      at.path("organisers.json"),
    ],
    { XDG_CACHE_HOME: at.path("cache") },
  );
  const { url } = serving;
  expect((await fetch(`${url}/events.ics`)).status).toBe(200);
  const health = async () => (await fetch(`${url}/health`)).json();
  await expect
    .poll(health)
    .toMatchObject({ newestIssue: issues.at(-1)?.name.slice(0, 10), sync: { outcome: "added" } });
  await expect.poll(health).toMatchObject({ times: { events: { timed: expect.any(Number) }, trouble: null } });
  await expect.poll(async () => (await fetch(`${url}/events.ics?timed=only`)).text()).toMatch(/^DTSTART;TZID=/m);
  expect(readFileSync("data/events.json").equals(shipped)).toBe(true);
});

test("without a network reports that in one line, and serves, even if its own data set is broken", async () => {
  mkdirSync(at.path("cache-alone", "twir-calendar"), { recursive: true });
  writeFileSync(
    at.path("cache-alone", "twir-calendar", "events.json"),
    readFileSync("data/events.json").subarray(0, 99_999),
  );
  // An unreachable proxy simulates a machine without a network.
  const child = start(
    ["serve", "--port", "0", "--api", "http://127.0.0.1:9", "--raw", "http://127.0.0.1:9", "--time-limit", "1"],
    {
      XDG_CACHE_HOME: at.path("cache-alone"),
    },
  );
  let [printed, said] = ["", ""];
  child.stdout?.on("data", (text) => {
    printed += text;
  });
  child.stderr?.on("data", (text) => {
    said += text;
  });
  await expect.poll(() => said).toMatch(/sync failed: .*127\.0\.0\.1/);
  const url = /all events +(https?:\S+)\/events\.ics/.exec(printed)?.[1];
  expect((await fetch(`${url}/events.ics`)).status).toBe(200);
  expect(said.trim().split("\n")).toHaveLength(1);
  // It has its own data set, and the included one is unchanged.
  expect(
    (await fileStore(at.path("cache-alone", "twir-calendar", "events.json")).read()).events.length,
  ).toBeGreaterThan(5_000);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
});
