import { inFull, type Log, type SyncState } from "../../ports.ts";
import { FIRST_STATE, LONGEST_WAIT_MS } from "../../sync/unwatched.ts";
import type { Running } from "./spawn.ts";

/** Waits are randomly up to 10 % shorter or longer, so that many servers do not sync at the same time. */
const JITTER = 0.1;

export interface SyncingOptions {
  /** Interval between runs, in milliseconds. */
  readonly everyMs: number;
  /** Starts a run, given the state after the previous one. */
  readonly start: (before: SyncState | null) => Running;
  /** Called after each run, before waiting for the next one. */
  readonly ended: (state: SyncState) => Promise<void>;
  readonly log: Log;
}

export interface Syncing {
  /** The state after the last run, with the start of the current one; null before the first. */
  state(): SyncState | null;
  /** Stops the current run, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Syncs immediately and then repeatedly, one run at a time; logs only changes. Waits for the interval between runs, or longer
 * if the source asks for it, by a monotonic clock.
 */
export function startSyncing({ everyMs, start, ended, log }: SyncingOptions): Syncing {
  let state: SyncState | null = null;
  let running: Running | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function runOnce(): Promise<void> {
    const before = state;
    const begun = new Date().toISOString();
    state = { ...(before ?? FIRST_STATE), begun, ended: null };
    const next = await run(before).catch((error: unknown) => {
      log.warn(inFull(error));
      return unexpected(before, begun);
    });
    running = null;
    if (stopped) return;
    report(log, before, next);
    state = next;
    await ended(next);
    if (!stopped) timer = setTimeout(runOnce, waitOf(everyMs, next));
  }

  async function run(before: SyncState | null): Promise<SyncState> {
    // The wait that the source asked for is over.
    running = start(before && { ...before, notBefore: null });
    return running.done;
  }

  void runOnce();
  return {
    state: () => state,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.stop();
    },
  };
}

/** The interval with jitter; at least as long as the source asks for, from the end of the run, at most six hours. */
function waitOf(everyMs: number, { ended, notBefore }: SyncState): number {
  const wait = everyMs * (1 + JITTER * (2 * Math.random() - 1));
  const asked = ended === null || notBefore === null ? 0 : Date.parse(notBefore) - Date.parse(ended);
  return Math.max(wait, Math.min(asked, LONGEST_WAIT_MS));
}

/** The state after a run that ended without a result. */
function unexpected(before: SyncState | null, begun: string): SyncState {
  const ended = new Date().toISOString();
  return {
    ...(before ?? FIRST_STATE),
    begun,
    ended,
    outcome: "failed",
    took: [],
    error: { name: "Error", message: "the sync process ended without a result; see the log" },
    failingSince: before?.failingSince ?? ended,
    notBefore: null,
  };
}

function report(
  log: Log,
  before: SyncState | null,
  { outcome, took, newestIssue, held, left, error }: SyncState,
): void {
  if (error !== null) {
    log.warn(`sync failed: ${error.message}`);
    return;
  }
  if (before?.error) log.info("sync works again");
  if (took.length > 0) log.info(`sync ${outcome} ${few(took)}: newest issue ${newestIssue ?? "none"}`);
  for (const { file, listings, usual } of held)
    if (!before?.held.some((known) => known.file === file))
      log.warn(`sync holds back ${file}: it lists ${listings} events, the median is ${usual}`);
  if (left !== null && left.because !== before?.left?.because)
    log.warn(`sync skipped ${few(left.files)}: ${left.because}`);
}

/** `a, b and 3 more` */
function few(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return shown.length === 1 ? String(shown[0]) : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
