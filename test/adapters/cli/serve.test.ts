import type { ChildProcess } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { addDays } from "../../../src/model/date.ts";
import { sampleDataSet } from "../sample.ts";
import { run, scratch, start } from "./program.ts";

const at = scratch();
beforeAll(() => fileStore(at.path("events.json")).replace(sampleDataSet(5)));

/** The address that `serve` prints, once it is printed. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (text) => {
      printed += text;
      const found = /all events +(http:\S+)\/events\.ics/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}

describe("serve", () => {
  test("prints addresses that answer, loads a new data set, and exits with 0", async () => {
    const data = at.path("served.json");
    await fileStore(data).replace(sampleDataSet(2));
    const child = start(["serve", "--port", "0", "--data", data, "--today", "2025-01-01", "--offline"]);
    const url = await address(child);
    const feed = await fetch(`${url}/events.ics`);
    expect(feed.headers.get("content-type")).toMatch(/^text\/calendar/);
    expect((await feed.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    await fileStore(data).replace(sampleDataSet(3));
    await expect
      .poll(async () => (await (await fetch(`${url}/events.ics`)).text()).match(/BEGIN:VEVENT/g))
      .toHaveLength(3);
    await writeFile(data, "broken");
    expect((await fetch(`${url}/events.ics`)).status).toBe(200);
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
    child.kill("SIGTERM");
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  test.each([
    [14, ""],
    [
      15,
      'warning: the newest issue is ISSUE, 15 days old; run "twir-calendar sync --data FILE" to update the data set\n',
    ],
  ])("%i days after the newest issue prints to standard error: %j", async (days, expected) => {
    const data = at.path("events.json");
    const { newestIssue } = await fileStore(data).read();
    const today = addDays(newestIssue ?? "", days);
    const child = start(["serve", "--port", "0", "--data", data, "--today", today, "--offline"]);
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const url = await address(child);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ageDays: days, stale: expected !== "" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGTERM");
    await ended;
    expect(said).toBe(expected.replace("ISSUE", newestIssue ?? "").replace("FILE", data));
  });

  test("does not listen if the data set is broken or missing", async () => {
    const content = await readFile(at.path("events.json"), "utf8");
    await writeFile(at.path("half.json"), content.slice(0, content.length / 2));
    const half = await run(["serve", "--port", "0", "--data", at.path("half.json")]);
    expect(half).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/half\.json:\d+: is not valid JSON \(truncated or edited\?\)/),
    });
    const none = await run(["serve", "--port", "0", "--data", at.path("none.json")]);
    expect(none).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/none\.json: no data set: run/),
    });
    await rm(at.path("half.json"));
  });

  test("reports that the port is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as { port: number }).port);
    const { code, stderr } = await run(["serve", "--port", port, "--data", at.path("events.json"), "--offline"]);
    other.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(`twir-calendar: cannot listen on 127.0.0.1, port ${port}: `),
    });
  });
});

describe("get", () => {
  const get = (...args: string[]) => run(["get", "--data", at.path("events.json"), "--today", "2025-01-01", ...args]);

  test("answers like the server", async () => {
    const child = start([
      "serve",
      "--port",
      "0",
      "--data",
      at.path("events.json"),
      "--today",
      "2025-01-01",
      "--offline",
    ]);
    const url = await address(child);
    for (const path of ["/events.ics?region=virtual", "/events.json?limit=2", "/feeds.json", "/"]) {
      const { code, stdout, stderr } = await get("--url", url, path);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toBe(await (await fetch(url + path)).text());
    }
    child.kill();
  });

  test("follows redirects, unless --include is given", async () => {
    const [led, right] = await Promise.all([get("/Events.ics/?region=online"), get("/events.ics?region=virtual")]);
    expect(led).toEqual(right);
    const { code, stdout } = await get("--include", "/Events.ics");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^HTTP 301\n(?:.+\n)*location: \/events\.ics\n/)]);
  });

  test("prints errors like the server, and exits with 1", async () => {
    for (const [path, status] of [
      ["/nothing", 404],
      ["/events.ics?colour=red", 400],
    ] as const) {
      const { code, stdout, stderr } = await get(path);
      expect(code).toBe(1);
      expect(JSON.parse(stdout).status).toBe(status);
      expect(stderr).toMatch(new RegExp(`^twir-calendar: ${path.replace("?", "\\?")}: ${status}`));
    }
  });

  test("prints status and headers with --include", async () => {
    const { stdout } = await get("-i", "/events.ics");
    expect(stdout).toMatch(/^HTTP 200.*\n(?:[a-z-]+: .*\n)*content-type: text\/calendar/);
    expect(stdout).toContain("\n\nBEGIN:VCALENDAR\r\n");
  });

  test("exits with 3 if the data set is broken", async () => {
    await writeFile(at.path("broken.json"), "{}");
    const { code, stdout, stderr } = await run(["get", "--data", at.path("broken.json"), "/events.ics"]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/broken\.json:/);
  });
});
