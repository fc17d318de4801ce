import { readFileSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { SITE_URL } from "./test/runtime/checks.ts";

/** Day of the newest issue: the clock of tests that know no other. */
const TODAY = /"newestIssue": "([^"]+)"/.exec(readFileSync("data/events.json", "utf8"))?.[1] ?? "";

/** Tests of whole programs, which start processes, browsers and servers of their own. */
const PROGRAMS = ["adapters/cli", "adapters/worker", "attack", "package", "pages", "runtime"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
/** Tests inside the runtime of Workers. */
const WORKERD = "test/**/in-workerd.test.ts";
/** Whole calendar programs. */
const JUDGES = "test/judges/**/*.test.ts";

export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // How long something takes is never a test; a busy machine is slow.
    expect: { poll: { timeout: 20_000 } },
    // One for each core of the smallest machine that runs them: without, one core would be left alone.
    maxWorkers: 3,
    // `npm test` tries few random cases.
    env: { RUNS: mode === "quick" ? "few" : "all" },
    // A report that `.ci/run` counts.
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "coverage/tests.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "units",
          include: ["test/**/*.test.ts"],
          exclude: [...PROGRAMS, WORKERD, JUDGES],
          // What they import is loaded once for all of them: that is half of their time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "programs", include: PROGRAMS, exclude: [WORKERD], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: { bindings: { TODAY, SITE_URL } },
          }),
        ],
        test: {
          name: "workerd",
          include: [WORKERD],
          globalSetup: ["test/runtime/workerd-setup.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // After all others, so that they take no time from tests that measure it.
        test: { name: "judges", include: [JUDGES], sequence: { groupOrder: 1 } },
      },
    ],
  },
}));
