import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { type Expected, expected } from "./expected.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly expected: Expected;
  }
}

/** Prepares the snapshot that is deployed, and what the app says on Node, for the tests that run in workerd. */
export default async function (project: TestProject): Promise<void> {
  execFileSync(process.execPath, ["src/adapters/worker/assets.ts"]);
  project.provide("expected", await expected());
}
