import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // A report that `.ci/run` counts.
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "coverage/tests.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "ours",
          include: ["test/**/*.test.ts"],
          exclude: ["test/judges/**"],
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
