import { fork, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { shown } from "../../../src/adapters/shown.ts";
import { device, pipe, putOdd } from "../odd-files.ts";
import type { Told } from "./many.ts";
import { generated, PROGRAM, run, scratch, writeIssues } from "./program.ts";
import { serve } from "./server.ts";

const MANY = fileURLToPath(new URL("./many.ts", import.meta.url));
/** Time limit: a command that takes longer hangs. */
const LIMIT_MS = 60_000;

const at = scratch();
const PLACES: Readonly<Record<string, () => string>> = {
  "below what the system keeps": () => "/proc/nobody/x",
  "right below it": () => "/proc/x",
  "below a device": () => "/dev/null/x",
  "below a file": () => at.path("file", "x"),
  "of too long a name": () => at.path("x".repeat(300)),
  "below a link to itself": () => at.path("circle", "x"),
  "in a folder that is no folder": () => at.path("pipe", "x"),
};
const THINGS: Readonly<Record<string, () => string>> = {
  "a pipe": () => at.path("pipe"),
  "an endless device": () => at.path("device"),
  "a link to one": () => at.path("endless"),
};

beforeAll(() => {
  writeIssues(at.path("issues"), generated(3));
  writeFileSync(at.path("file"), "a file");
  pipe(at.path("pipe"));
  symlinkSync(at.path("circle"), at.path("circle"));
  device(at.path("device"));
  symlinkSync("device", at.path("endless"));
});

/** Command lines with a path in them, each with the code that it ends with. */
const COMMANDS = (path: string): readonly (readonly [readonly string[], number])[] => [
  [["sync", "--no-times", "--rebuild", "--from", at.path("issues"), "--data", path], 1],
  [["sync", "--no-times", "--from", path, "--data", at.path("new.json")], 4],
  [
    ["sync", "--no-times", "--draft", "--from", at.path("issues"), "--draft-from", path, "--data", at.path("new.json")],
    4,
  ],
  [["sync", "--organisers", path, "--from", at.path("issues"), "--data", at.path("new.json")], 2],
  [["feeds", "--to", path, "--data", at.path("small.json")], 1],
  [["feeds", "--to", at.path("feeds"), "--data", path], 3],
  [["get", "/feeds.json", "--data", path], 3],
  [["get", "/feeds.json", "--data", at.path("small.json"), "--times", path], 0],
  [["times", "--data", path, "--via", "http://127.0.0.1:9"], 3],
  [["parse", path], 4],
  [["coverage", path], 4],
  [["events", path], 4],
  [["cfps", path], 4],
];

describe("every command reports an invalid path, and exits", () => {
  let ended: ReadonlyMap<string, Told["ended"]>;
  beforeAll(async () => {
    const paths = [...Object.values(PLACES), ...Object.values(THINGS)].map((path) => path());
    const small = ["sync", "--no-times", "--from", at.path("issues"), "--data", at.path("small.json")];
    ended = await many([small, ...paths.flatMap((path) => COMMANDS(path).map(([args]) => args))]);
  }, 2 * LIMIT_MS);

  test.each(Object.entries({ ...PLACES, ...THINGS }))("%s", (_, path) => {
    for (const [args, wanted] of COMMANDS(path())) {
      const { code, message = "" } = ended.get(args.join(" ")) ?? {};
      expect(code, `${args.join(" ")}: ${message}`).toBe(wanted);
      // Without stored times there is nothing to report.
      if (wanted !== 0) expect(message).toContain(shown(path()));
    }
  });
});

/** What each of the commands came to, run one after the other in one process. */
async function many(commands: readonly (readonly string[])[]): Promise<ReadonlyMap<string, Told["ended"]>> {
  const ended = new Map<string, Told["ended"]>();
  const child = fork(MANY, [JSON.stringify(commands)], { execArgv: [], timeout: LIMIT_MS, killSignal: "SIGKILL" });
  let last = "";
  child.on("message", (told: Told) => {
    last = commands[told.at]?.join(" ") ?? "";
    if (told.ended !== undefined) ended.set(last, told.ended);
  });
  const signal = await new Promise((resolve) => child.once("close", (_, how) => resolve(how)));
  expect(signal, `hangs: ${last}`).toBeNull();
  return ended;
}

describe("the program itself", () => {
  test.each(["/proc/x", "writable"])(
    "serves with its cache folder at %s, and says why it keeps nothing there",
    async (where) => {
      const cache = where.startsWith("/") ? where : at.path(where);
      if (where === "writable") {
        mkdirSync(at.path(where, "twir-calendar"), { recursive: true });
        chmodSync(at.path(where, "twir-calendar"), 0o777);
        symlinkSync(at.path("file"), at.path(where, "twir-calendar", "events.json"));
      }
      const serving = await serve(["--sync", "1h", "--from", at.path("issues"), "--no-times"], {
        XDG_CACHE_HOME: cache,
      });
      try {
        expect((await fetch(`${serving.url}/health`)).status).toBe(200);
        await expect
          .poll(() => serving.said())
          .toContain(`warning: ${join(cache, "twir-calendar")}: cannot be written, so the server does not sync: `);
      } finally {
        await serving.end("SIGKILL");
      }
    },
  );

  test("adds the issues in a folder that also contains everything else", async () => {
    const folder = at.path("odd");
    writeIssues(folder, generated(3));
    const odd = await putOdd(folder, "2024-01-11");
    const { code, stdout, stderr } = await run(["sync", "--no-times", "--from", folder, "--data", at.path("odd.json")]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("added 3 issues") });
    for (const name of odd.keys()) expect(stderr).toContain(`warning: ${join(folder, name)}: skipped: `);
  });

  test.each([
    ["place", '"$0" "$@" < /dev/zero', "standard input: cannot be read: it is larger than 4 MiB"],
    ["place", '"$0" "$@" < /', "standard input: cannot be read: it is a folder"],
    ["--help", '"$0" "$@" > /dev/full', "cannot write the output: ENOSPC"],
  ])("exits with 1 and an error message: %s, run as %s", async (command, script, said) => {
    const { code, stderr } = await inShell(script, [command]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`twir-calendar: ${said}`) });
  });

  // A process that may write files of 512 bytes at most is stopped at some byte, as by a full disk.
  test("reports a full disk, and leaves the file unchanged", async () => {
    await run(["sync", "--no-times", "--from", at.path("issues"), "--data", at.path("full.json")]);
    const before = readFileSync(at.path("full.json"));
    writeIssues(at.path("issues"), generated(5));
    const { code, stderr } = await inShell('ulimit -f 1; exec "$0" "$@"', [
      "sync",
      "--no-times",
      "--from",
      at.path("issues"),
      "--data",
      at.path("full.json"),
    ]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/full\.json: cannot be written, and is unchanged: E(FBIG|NOSPC)/),
    });
    expect(readFileSync(at.path("full.json")).equals(before)).toBe(true);
    expect(readdirSync(at.path()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

/** As `run`, by a shell whose `script` calls the program `"$0" "$@"`. */
async function inShell(script: string, args: readonly string[]) {
  const child = spawn("sh", ["-c", script, process.execPath, PROGRAM, ...args]);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stderr };
}
