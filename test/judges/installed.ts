import { spawnSync } from "node:child_process";
import { describe } from "vitest";

/** A command that succeeds if the judge is installed, and its Debian packages. */
export interface Judge {
  readonly name: string;
  readonly probe: readonly [command: string, ...args: string[]];
  readonly packages: string;
}

/**
 * `describe` for tests that ask `judges`. Where one of them is not installed its tests count as skipped and the run says so
 * in words; under `CI` they run all the same, and fail.
 */
export function describeWith(...judges: readonly Judge[]) {
  const missing = judges.filter(({ probe: [command, ...args] }) => spawnSync(command, args).status !== 0);
  if (missing.length > 0) {
    const list = missing.map(({ name, packages }) => `${name} (${packages})`).join(", ");
    console.warn(`Not installed: ${list}. Its tests are skipped; on Debian, \`.ci/install\` installs it.`);
  }
  return describe.runIf(missing.length === 0 || process.env.CI);
}
