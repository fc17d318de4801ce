import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { fileStore } from "../../src/adapters/store/file.ts";
import { encodeTimes } from "../../src/adapters/times/codec.ts";
import { DATA, type Expected, expected } from "./expected.ts";
import { madeTimes } from "./times.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly expected: Expected;
    /** The same with hours that were made up, and these. */
    readonly timed: Expected;
    readonly times: string;
  }
}

/** Prepares the snapshot that is deployed, and what the app says on Node, for the tests that run in workerd. */
export default async function (project: TestProject): Promise<void> {
  execFileSync(process.execPath, ["src/adapters/worker/assets.ts"]);
  project.provide("expected", await expected());
  const times = madeTimes(await fileStore(DATA).read());
  project.provide("timed", await expected(async () => times));
  project.provide("times", encodeTimes(times));
}
