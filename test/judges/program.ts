import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Ended {
  /** null when it was ended by us, or never began. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  /** Replaces what this process has under the same names. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Time limit in seconds, after which the program and its children are killed. Default: 120. */
  readonly seconds?: number;
  /** Ends the program and all it started, without an error. */
  readonly signal?: AbortSignal;
}

/** Runs a program in a process group of its own, to its end or its time limit; a program that cannot be started rejects. */
export function runProgram(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { input = "", env = {}, cwd, seconds = 120, signal } = options;
  const child = spawn(command, args, { env: { ...process.env, ...env }, detached: true, ...(cwd ? { cwd } : {}) });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  // A program that ends without reading all of its input is judged by how it ends.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    let late = false;
    const end = () => endGroup(child);
    const limit = setTimeout(() => {
      late = true;
      end();
    }, seconds * 1_000);
    signal?.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("exit", end);
    child.once("close", (code) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", end);
      if (late) reject(new Error(`${command} took more than ${seconds} s\n${output.stdout}\n${output.stderr}`));
      else resolve({ code, ...output });
    });
  });
}

/** Runs a program that has to succeed; what it prints on standard output. */
export async function runWell(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runProgram(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Kills the process group of `child`. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Ends every process that was started with `marker` in its environment, such as a folder of ours: programs leave groups. */
export function endAllOf(marker: string): void {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, "utf8").includes(marker)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // Gone in the meantime, or not ours.
    }
  }
}
