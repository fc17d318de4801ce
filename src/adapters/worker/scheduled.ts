import { inFull, type Log, type SyncState } from "../../ports.ts";
import { syncUnwatched } from "../../sync/unwatched.ts";
import { pipelineOf } from "../pipeline.ts";
import { type GitHubOptions, githubSource, type Memory } from "../source/github.ts";
import type { KeyValues } from "../store/key-values.ts";
import { type KvOptions, kvStore } from "../store/kv.ts";
import { kvDrafts } from "../store/kv-drafts.ts";
import { kvTimes } from "../times/kv.ts";
import { type HoursOptions, hoursOnSchedule, timedBy } from "./hours.ts";
import { kvBook } from "./state.ts";

/** Issues that one run may fetch: each is a request of its own, and their number is limited. */
const MOST = 30;
const LISTING = "listing";

export interface ScheduledOptions extends KvOptions {
  readonly kv: KeyValues;
  readonly log: Log;
  /** What `data/places/gazetteer.json` holds; asked for only when there is something to take in. */
  readonly gazetteer: () => Promise<Parameters<typeof pipelineOf>[0]>;
  /** What `data/overrides.json` holds. */
  readonly overrides: Parameters<typeof pipelineOf>[1];
  /** Where the newsletter is, and the token for it. */
  readonly github?: Omit<GitHubOptions, "memory">;
  /** Most issues that are taken in by one run; 30 unless told. */
  readonly most?: number;
  /** Whether the coming issue's draft is laid on top of what is stored, for those who ask for it. */
  readonly drafts?: boolean;
  /** Hours from organisers' calendars; none unless told. */
  readonly hours?: HoursOptions;
}

/**
 * What a Worker does when its hour has come: takes in what the newsletter's repository has anew, reads hours, and clears away what
 * is old. Never rejects: the state, which it also keeps for `/health`, tells what came of it.
 */
export async function syncOnSchedule(options: ScheduledOptions): Promise<SyncState> {
  const { kv, log, now, gazetteer, overrides, github, most = MOST, hours } = options;
  const times = kvTimes(kv, hours?.text ?? (async () => null));
  const stored = hours === undefined ? options : { ...options, timed: timedBy(hours, { times, log }) };
  const store = kvStore(kv, stored);
  const source = githubSource({ log, ...github, memory: kvMemory(kv) });
  const pipeline = async () => pipelineOf(await gazetteer(), overrides);
  const drafts = options.drafts ? { drafts: kvDrafts(kv, stored) } : {};
  const book = kvBook(kv);
  const state = await syncUnwatched({ source, store, pipeline, log, most, ...drafts }, book, now);
  await store.collect().catch((error: unknown) => log.warn(`old versions are left for another run: ${inFull(error)}`));
  // Last: issues need not wait for organisers.
  if (hours !== undefined)
    await hoursOnSchedule(hours, { kv, store, times, now, log }).catch((error: unknown) =>
      log.warn(`hours are left for another run: ${inFull(error)}`),
    );
  // The data set was read for the hours: where it could not be, the next run must not think that nothing is to do.
  const read = hours?.asking && state.settled !== null ? await store.read().catch(() => null) : undefined;
  if (read !== undefined && read?.version !== state.version)
    await book.end({ ...state, settled: null }).catch(() => undefined);
  return state;
}

/** Does without what cannot be read or written. */
function kvMemory(kv: KeyValues): Memory {
  return {
    load: () => kv.get(LISTING, "text").catch(() => null),
    save: (text) => kv.put(LISTING, text).catch(() => undefined),
  };
}
