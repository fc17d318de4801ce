import {
  inFull,
  isOurs,
  Overtaken,
  SourceUnreachable,
  type SyncBook,
  type SyncOutcome,
  type SyncState,
} from "../ports.ts";
import { type SyncOptions, type SyncReport, sync } from "../sync.ts";

/** Longest wait that a source can ask for. */
export const LONGEST_WAIT_MS = 6 * 3_600_000;

/** Public description of an unexpected error; its text is only in the log. */
const UNFORESEEN = { name: "Error", message: "the sync failed with an unexpected error; see the log" };

/** The state before the first run. */
export const FIRST_STATE: SyncState = {
  begun: "",
  ended: null,
  outcome: null,
  took: [],
  lastSuccess: null,
  version: null,
  newestIssue: null,
  held: [],
  left: null,
  error: null,
  failingSince: null,
  notBefore: null,
  settled: null,
};

/**
 * One unattended run of the sync: writes the resulting state to `book`, and returns it. Never rejects. Skips a source that
 * asked to wait; a stored wait beyond {@link LONGEST_WAIT_MS} comes from a wrong clock and is ignored. `now` gives milliseconds
 * since 1970.
 */
export async function syncUnwatched(
  options: Omit<SyncOptions, "rebuild" | "settled">,
  book: SyncBook,
  now: () => number,
): Promise<SyncState> {
  const { log } = options;
  const warn = (error: unknown) => log.warn(`cannot store the sync state: ${inFull(error)}`);
  const begunAt = now();
  const begun = instant(begunAt);
  const loaded = await book.load().catch((error: unknown) => {
    warn(error);
    return null;
  });
  const before = untilNow({ ...FIRST_STATE, ...loaded }, begun);
  const end = async (state: SyncState) => {
    await book.end(state).catch(warn);
    return state;
  };
  if (before.notBefore !== null && begun < before.notBefore && before.notBefore <= instant(begunAt + LONGEST_WAIT_MS))
    return end({ ...before, begun, ended: begun, outcome: "waited", took: [] });

  await book.begin(begun).catch(warn);
  try {
    const report = await sync({ ...options, settled: before.settled });
    for (const { severity, file, line, rule, message } of report.problems)
      if (severity === "error") log.warn(`${file}:${line}: ${rule}: ${message}`);
    return await end({
      ...before,
      ...stateOf(report, before),
      begun,
      ended: instant(now()),
      lastSuccess: instant(now()),
    });
  } catch (error) {
    const ended = instant(now());
    if (error instanceof Overtaken)
      return end({ ...before, begun, ended, outcome: "overtaken", took: [], error: null, failingSince: null });
    if (!isOurs(error) || error.cause !== undefined) log.warn(inFull(error));
    const wait = error instanceof SourceUnreachable ? error.waitMs : null;
    return end({
      ...before,
      begun,
      ended,
      outcome: "failed",
      took: [],
      error: isOurs(error) ? { name: error.name, message: error.message } : UNFORESEEN,
      failingSince: before.failingSince ?? ended,
      notBefore: wait === null ? null : instant(now() + Math.min(wait, LONGEST_WAIT_MS)),
    });
  }
}

function stateOf(
  report: SyncReport,
  before: Pick<SyncState, "newestIssue">,
): Omit<SyncState, "begun" | "ended" | "lastSuccess"> {
  const { plan, data, version, left, settled } = report;
  return {
    outcome: outcomeOf(report),
    took: plan.kind === "nothing" ? [] : plan.files.map(({ name }) => name),
    version,
    newestIssue: data === null ? before.newestIssue : data.newestIssue,
    held: report.held.map(({ ref: { file, issue, listings }, usual }) => ({ file, issue, listings, usual })),
    left,
    error: null,
    failingSince: null,
    notBefore: null,
    settled,
  };
}

function outcomeOf({ plan, held, left }: SyncReport): SyncOutcome {
  if (plan.kind === "nothing") return held.length > 0 ? "held" : left !== null ? "left" : "nothing";
  return ({ add: "added", redo: "redone", rebuild: "rebuilt" } as const)[plan.kind];
}

/** Limits instants to `now`, in case they were stored while the clock was ahead. */
function untilNow(state: SyncState, now: string): SyncState {
  const early = (at: string | null) => (at !== null && at > now ? now : at);
  return { ...state, lastSuccess: early(state.lastSuccess), failingSince: early(state.failingSince) };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
