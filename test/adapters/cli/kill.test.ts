import type { ChildProcess } from "node:child_process";
import { watch } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { fileStore } from "../../../src/adapters/store/file.ts";
import { createRandom, type Random } from "../../generate/random.ts";
import { generated, run, scratch, start, writeIssues } from "./program.ts";

const KILLS = 24;
const seed = Date.now() % 1_000_000;
const at = scratch();
const issues = generated(30, 60);

/** Ends `child` at some moment of the `whole` milliseconds that it takes; every third time while it writes. */
async function killSomewhere(child: ChildProcess, kill: number, random: Random, whole: number): Promise<string> {
  const share = random.int(0, 1_100) / 1_000;
  if (kill % 3 > 0) {
    await Promise.race([sleep(whole * share), new Promise((resolve) => child.once("exit", resolve))]);
    child.kill("SIGKILL");
    return `${share} of ${whole} ms`;
  }
  const watcher = watch(at.path());
  await new Promise<void>((resolve) => {
    watcher.on("change", (_, name) => String(name).endsWith(".tmp") && resolve());
    child.once("exit", () => resolve());
  });
  watcher.close();
  await sleep(random.int(0, 4));
  child.kill("SIGKILL");
  return "while it wrote";
}

describe(`sync killed at any moment, seed ${seed}`, () => {
  test("leaves the old data set or the new one, and the next sync continues from it", async () => {
    const [folder, data] = [at.path("issues"), at.path("events.json")];
    const sync = ["sync", "--from", folder, "--data", data];
    writeIssues(folder, issues.slice(0, -1));
    expect((await run(sync)).code).toBe(0);
    const before = await readFile(data);
    writeIssues(folder, issues);
    const begun = performance.now();
    expect((await run(sync)).code).toBe(0);
    const whole = performance.now() - begun;
    const after = await readFile(data);
    expect(after.equals(before)).toBe(false);

    const random = createRandom(seed);
    const seen = { old: 0, new: 0, killed: 0, halfWritten: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      await writeFile(data, before);
      const child = start(sync);
      const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
      const moment = await killSomewhere(child, kill, random, whole);
      if ((await ended) === "SIGKILL") seen.killed++;

      const found = await readFile(data);
      const state = found.equals(before) ? "old" : found.equals(after) ? "new" : null;
      expect(state, `kill ${kill}, ${moment}`).not.toBeNull();
      if (state) seen[state]++;
      if ((await readdir(at.path())).some((name) => name.endsWith(".tmp"))) seen.halfWritten++;
    }
    // The test is worth nothing when no kill met the program at work, or none met it writing.
    expect(seen.killed).toBeGreaterThan(KILLS / 3);
    expect(seen.halfWritten).toBeGreaterThan(0);
    expect((await run(sync)).code).toBe(0);
    expect((await readFile(data)).equals(after)).toBe(true);
    expect((await fileStore(data).read()).issues).toHaveLength(issues.length);
    expect((await readdir(at.path())).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    console.info(`${KILLS} kills:`, seen);
  }, 120_000);
});
