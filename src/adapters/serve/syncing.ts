import { inFull, type Log, type SyncState } from "../../ports.ts";
import { FIRST_STATE, LONGEST_WAIT_MS } from "../../sync/unwatched.ts";
import type { Running } from "./spawn.ts";

/** Each wait is up to this share of it shorter or longer, so that many servers do not ask at the same moment. */
const JITTER = 0.1;

export interface SyncingOptions {
  readonly everyMs: number;
  /** Starts one run, which knows what the one before came to. */
  readonly start: (before: SyncState | null) => Running;
  /** Is told of each run that has ended, before the next one is waited for. */
  readonly ended: (state: SyncState) => Promise<void>;
  readonly log: Log;
}

export interface Syncing {
  /** What the last run that ended came to, with the beginning of the one that is under way; null before the first. */
  state(): SyncState | null;
  /** Starts no other run, and ends the one that is under way. */
  stop(): Promise<void>;
}

/**
 * Syncs at once and then again and again, one run after the other; says what changed, and nothing when nothing did. Between two
 * runs is the interval, or what the source asks for where that is longer, by a clock that nobody can set.
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
    tell(log, before, next);
    state = next;
    await ended(next);
    if (!stopped) timer = setTimeout(runOnce, waitOf(everyMs, next));
  }

  async function run(before: SyncState | null): Promise<SyncState> {
    // What the source asked for was waited for.
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

/** With some chance in it; at least as long as the source asks for, counted from the end of the run, and six hours of that at most. */
function waitOf(everyMs: number, { ended, notBefore }: SyncState): number {
  const wait = everyMs * (1 + JITTER * (2 * Math.random() - 1));
  const asked = ended === null || notBefore === null ? 0 : Date.parse(notBefore) - Date.parse(ended);
  return Math.max(wait, Math.min(asked, LONGEST_WAIT_MS));
}

/** The state after a run that could not even say that it failed. */
function unexpected(before: SyncState | null, begun: string): SyncState {
  const ended = new Date().toISOString();
  return {
    ...(before ?? FIRST_STATE),
    begun,
    ended,
    outcome: "failed",
    took: [],
    error: { name: "Error", message: "the sync's process ended without a word: the log may tell more" },
    failingSince: before?.failingSince ?? ended,
    notBefore: null,
  };
}

function tell(log: Log, before: SyncState | null, { outcome, took, newestIssue, held, left, error }: SyncState): void {
  if (error !== null) {
    log.warn(`the sync failed: ${error.message}`);
    return;
  }
  if (before?.error) log.info("the sync works again");
  if (took.length > 0) log.info(`the sync ${outcome} ${few(took)}: newest issue ${newestIssue ?? "none"}`);
  for (const { file, listings, usual } of held)
    if (!before?.held.some((known) => known.file === file))
      log.warn(`the sync holds back ${file}: it lists ${listings}, where ${usual} are usual`);
  if (left !== null && left.because !== before?.left?.because)
    log.warn(`the sync leaves ${few(left.files)}: ${left.because}`);
}

/** `a, b and 3 more` */
function few(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return shown.length === 1 ? String(shown[0]) : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
