import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generated, writeIssues } from "../adapters/cli/program.ts";
import { freePort } from "../runtime/port.ts";
import { build, CONTAINERFILE, type Image, STEPS, USER } from "./containerfile.ts";
import { begin, ended, ran, served } from "./run.ts";

const all = (keyword: string) => STEPS.filter((step) => step.keyword === keyword);
const lastStage = STEPS.slice(STEPS.findLastIndex(({ keyword }) => keyword === "FROM"));

describe("the Containerfile", () => {
  it("passes the linter", () => {
    expect(validate(CONTAINERFILE).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  it("uses a pinned base image, an unprivileged user, and the program as PID 1", () => {
    for (const { text } of all("FROM")) expect(text).toMatch(/^docker\.io\/library\/node:\d+-[a-z-]+-slim( AS \w+)?$/);
    const users = lastStage.filter(({ keyword }) => keyword === "USER");
    expect(users.map(({ words }) => words)).toEqual([["node"]]);
    for (const keyword of ["ENTRYPOINT", "CMD", "HEALTHCHECK"]) {
      expect(all(keyword)).toHaveLength(1);
      expect(all(keyword)[0]?.text).toMatch(/(^|CMD )\["[^"]+".*\]$/s);
    }
  });

  it("copies files that are not ignored", () => {
    const ignored = readFileSync(".containerignore", "utf8").trim().split("\n");
    const copied = all("COPY").filter(({ text }) => !text.startsWith("--from="));
    const paths = new Set(copied.flatMap(({ words }) => words.slice(0, -1)));
    expect(ignored.slice(ignored.indexOf("*"))).toEqual(["*", ...[...paths].sort().map((path) => `!${path}`)]);
  });
});

// Runs as another user without write access: requires root.
describe.runIf(process.getuid?.() === 0)("the result of its steps", () => {
  let at = "";
  let image: Image;
  let around: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly uid: number };
  let port = "";
  const ported = (words: readonly string[]) => words.map((word) => word.replace("8787", port));
  const cache = () => join(image.root, "var/cache/twir-calendar");

  beforeAll(async () => {
    at = mkdtempSync(join(tmpdir(), "container-"));
    chmodSync(at, 0o755);
    image = await build(at);
    writeIssues(join(at, "issues"), generated(3));
    port = String(await freePort());
    const env = {
      ...image.env,
      XDG_CACHE_HOME: join(image.root, image.env.XDG_CACHE_HOME ?? ""),
      HOME: "/nonexistent",
    };
    around = { cwd: join(image.root, image.workdir), env: { ...env, TMPDIR: "/nonexistent" }, uid: USER };
  }, 120_000);
  afterAll(() => rmSync(at, { recursive: true }), 60_000);

  const start = async () => {
    const offline = ["--port", port, "--from", join(at, "issues"), "--no-times"];
    const child = begin([...image.entrypoint, ...image.command, ...offline], around);
    const end = ended(child);
    await served(child);
    return { child, end };
  };

  it("serves on all addresses, is healthy, keeps its own data set, and stops on SIGTERM", async () => {
    const { child, end } = await start();
    expect((await fetch(`http://127.0.0.1:${port}/events.ics`)).status).toBe(200);
    expect(await ran(ported(image.health), around)).toEqual({ code: 0, stdout: "", stderr: "" });
    const told = async () => (await fetch(`http://127.0.0.1:${port}/health`)).json();
    await expect.poll(told).toMatchObject({ sync: { ended: expect.any(String), error: null } });
    expect(existsSync(join(cache(), "events.json"))).toBe(true);
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 0 });
    expect(await ran(ported(image.health), around)).toMatchObject({ code: 1 });
  });

  it("serves the included data set if nothing is writable", async () => {
    rmSync(cache(), { recursive: true });
    const { child, end } = await start();
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await end).toMatchObject({ code: 0, stderr: expect.stringContaining("the server does not sync") });
  });
});
