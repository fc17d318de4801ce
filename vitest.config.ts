import { readFileSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { SITE_URL } from "./test/runtime/checks.ts";

/** Day of the newest issue: the clock of tests that know no other. */
const TODAY = /"newestIssue": "([^"]+)"/.exec(readFileSync("data/events.json", "utf8"))?.[1] ?? "";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // How long something takes is never a test; a busy machine is slow.
    expect: { poll: { timeout: 20_000 } },
    // A report that `.ci/run` counts.
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "coverage/tests.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "ours",
          include: ["test/**/*.test.ts"],
          exclude: ["test/judges/**", "test/**/in-workerd.test.ts"],
          // One for each core of the smallest machine that runs them: without, one core would be left alone.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      // Inside the runtime of Workers.
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
          include: ["test/**/in-workerd.test.ts"],
          globalSetup: ["test/runtime/workerd-setup.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      // Whole calendar programs: after all others, so that they take no time from tests that measure it.
      {
        extends: true,
        test: { name: "judges", include: ["test/judges/**/*.test.ts"], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
