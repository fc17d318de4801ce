import { fork } from "node:child_process";
import { extname, join } from "node:path";
import type { SyncState } from "../../ports.ts";
import type { SyncJob } from "./job.ts";

/** TypeScript in a checkout, JavaScript in a package, as this file is. */
const CHILD = join(import.meta.dirname, `child${extname(import.meta.filename)}`);

/** A Node that reads no TypeScript by itself is taught to, as `twir-calendar.js` does for this process. */
const TAUGHT =
  process.features.typescript || CHILD.endsWith(".js")
    ? []
    : [`--import=${new URL("../strip-types.js", import.meta.url).href}`];

/** A run takes seconds, and waits for GitHub two minutes at most unless told; one that takes so long hangs. */
const LONGEST_MS = 30 * 60_000;

/** A sync in a process of its own. */
export interface Running {
  /** What it came to. Rejects when the process ended without a word. */
  readonly done: Promise<SyncState>;
  /** Ends it; resolves when it has ended. What is stored is what was before, or all that is new. */
  stop(): Promise<void>;
}

/**
 * Runs one sync in a process of its own: a build from all issues takes seconds and hundreds of megabytes, which a thread
 * would take from the server that answers beside it, and would leave behind in its heap.
 */
export function syncInChild(job: SyncJob): Running {
  const child = fork(CHILD, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [...process.execArgv, ...TAUGHT],
    timeout: LONGEST_MS,
    killSignal: "SIGKILL",
  });
  let told: SyncState | null = null;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `with code ${code}` : `by ${signal}`));
  });
  child.on("message", (state: SyncState) => {
    told = state;
  });
  child.send(job, () => undefined);
  return {
    done: ended.then((how) => {
      if (told === null) throw new Error(`the sync's process ended ${how}, without a word`);
      return told;
    }),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
