import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"));
/** The runtime's options under which `npm run sync` runs. */
const OPTIONS = (scripts.sync as string).split(" ").filter((word) => word.startsWith("--"));

/** Runs one script of this folder in a process of its own and reads the JSON value that it prints. */
export async function child<T>(script: string, ...args: readonly string[]): Promise<T> {
  return started([join(import.meta.dirname, script), ...args]);
}

/** The same, with the runtime's options under which the program itself does such work. */
export async function asSync<T>(script: string, ...args: readonly string[]): Promise<T> {
  return started([...OPTIONS, join(import.meta.dirname, script), ...args]);
}

async function started<T>(args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1 << 26 }).catch((error) => {
    throw new Error(`${args.join(" ")} failed:\n${error.stderr ?? error.message}`);
  });
  return JSON.parse(stdout) as T;
}

/** `times` runs one after another. */
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

/** Milliseconds that `work` takes, and what it gives. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

/** Most memory that this process ever held, in MB of 1,000,000 bytes. */
export const peakMegabytes = (): number => (process.resourceUsage().maxRSS * 1024) / 1_000_000;
