import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { generateArchive } from "../../generate/archive.ts";

export const PROGRAM: string = fileURLToPath(new URL("../../../src/adapters/twir-calendar.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real program. Nothing of this machine's GitHub access reaches it. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { GITHUB_TOKEN: _, ...rest } = process.env;
  return spawn(process.execPath, [PROGRAM, ...args], { env: { ...rest, ...env } });
}

/** Runs the real program to its end. */
export async function run(
  args: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = start(args, env);
  child.stdin?.end(input);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, ...output };
}

/** Objects of JSON Lines. */
export function records(stdout: string): Record<string, unknown>[] {
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

/** A temporary folder for the tests of one file. */
export function scratch(): { path(...parts: string[]): string } {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cli-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return { path: (...parts) => join(folder, ...parts) };
}

/** Weekly issues that a program wrote: `count` of them from 2024-01-03 on. */
export const generated = (count: number, perWeek = 12) =>
  generateArchive(7, { from: "2024-01-03", issues: count, perWeek }).issues;

/** Writes issues into a folder. */
export function writeIssues(folder: string, issues: readonly { readonly name: string; readonly text: string }[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of issues) writeFileSync(join(folder, name), text);
}
