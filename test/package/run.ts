import { type ChildProcess, spawn } from "node:child_process";
import type { Ended } from "../adapters/cli/program.ts";

export interface Surroundings {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

/** Environment variables that npm sets for its scripts, and that would affect another npm. */
const OF_NPM = /^npm_(lifecycle|package|command|node|execpath|config_(?!registry|cache|.*proxy|.*ca)|init)/i;

/** This process's environment, as a person's at a prompt. Nothing is left in the folder for temporary files. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_NPM.test(name))),
  GITHUB_TOKEN: undefined,
  TWIR_CORPUS: undefined,
  NODE_DISABLE_COMPILE_CACHE: "1",
};

export function begin([command = "", ...args]: readonly string[], { cwd, env, uid }: Surroundings): ChildProcess {
  const user = uid === undefined ? {} : { uid, gid: uid };
  return spawn(command, args, { cwd, env: { ...ENVIRONMENT, ...env }, ...user });
}

/** Runs a command to its end. */
export async function ran(command: readonly string[], around: Surroundings): Promise<Ended> {
  const child = begin(command, around);
  child.stdin?.end();
  return ended(child);
}

/** The same, of one that must not fail: what it printed. */
export async function printed(command: readonly string[], around: Surroundings): Promise<string> {
  const { code, stdout, stderr } = await ran(command, around);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${stderr}${stdout}`);
  return stdout;
}

/** What a process prints until it ends. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  return { code, ...output };
}

/** Resolves with the address that a starting `serve` prints; rejects when it ends first. */
export async function served(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stderr?.on("data", (text) => {
      said += text;
    });
    child.stdout?.on("data", (text) => {
      said += text;
      const found = /all events +(https?:\S+)\/events\.ics/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once("close", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}
