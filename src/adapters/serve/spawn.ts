import { fork } from "node:child_process";
import { extname, join } from "node:path";
import type { SyncState } from "../../ports.ts";
import type { SyncJob } from "./job.ts";

/** TypeScript in a checkout, JavaScript in a package, like this file. */
const CHILD = join(import.meta.dirname, `child${extname(import.meta.filename)}`);

/** Enables TypeScript in versions of Node that do not support it, as `twir-calendar.js` does for this process. */
const LOADER =
  process.features.typescript || CHILD.endsWith(".js")
    ? []
    : [`--import=${new URL("../strip-types.js", import.meta.url).href}`];

/** Time limit. A run takes seconds, and waits for GitHub two minutes at most by default. */
const LONGEST_MS = 30 * 60_000;

/** A sync in a child process. */
export interface Running {
  /** The resulting state. Rejects if the process ended without sending one. */
  readonly done: Promise<SyncState>;
  /** Stops it; resolves when it has exited. The stored data is either the old one or the complete new one. */
  stop(): Promise<void>;
}

/**
 * Runs one sync in a child process: a rebuild takes seconds and hundreds of megabytes, which a thread would take away from the
 * server, and keep in its heap.
 */
export function syncInChild(job: SyncJob): Running {
  const child = fork(CHILD, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [...process.execArgv, ...LOADER],
    timeout: LONGEST_MS,
    killSignal: "SIGKILL",
  });
  let result: SyncState | null = null;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `with code ${code}` : `by ${signal}`));
  });
  child.on("message", (state: SyncState) => {
    result = state;
  });
  child.send(job, () => undefined);
  return {
    done: ended.then((how) => {
      if (result === null) throw new Error(`the sync process ended ${how} without a result`);
      return result;
    }),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
