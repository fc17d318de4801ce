import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a script in this folder in its own process and parses the JSON value that it prints. */
export async function child<T>(script: string, ...args: readonly string[]): Promise<T> {
  const path = join(import.meta.dirname, script);
  const { stdout } = await run(process.execPath, [path, ...args], { maxBuffer: 1 << 26 }).catch((error) => {
    throw new Error(`${[script, ...args].join(" ")} failed:\n${error.stderr ?? error.message}`);
  });
  return JSON.parse(stdout) as T;
}

/** Runs `times` times, one after another. */
export async function repeat<T>(times: number, once: (time: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await once(time));
  return results;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("median: no values");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The duration of `work` in milliseconds, and its result. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

/** Peak memory of this process, in MB of 1,000,000 bytes. */
export const peakMegabytes = (): number => (process.resourceUsage().maxRSS * 1024) / 1_000_000;
