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

/** Maximum number of issues fetched in one run: each needs a request, and requests are limited. */
const MOST = 30;
const LISTING = "listing";

export interface ScheduledOptions extends KvOptions {
  readonly kv: KeyValues;
  readonly log: Log;
  /** Loads `data/places/gazetteer.json`; only called if there are issues to add. */
  readonly gazetteer: () => Promise<Parameters<typeof pipelineOf>[0]>;
  /** Contents of `data/overrides.json`. */
  readonly overrides: Parameters<typeof pipelineOf>[1];
  /** Location of the newsletter, and the token. */
  readonly github?: Omit<GitHubOptions, "memory">;
  /** Maximum number of issues added in one run. Default: 30. */
  readonly most?: number;
  /** Whether the draft of the next issue is also read. */
  readonly drafts?: boolean;
  /** Options for start times. Default: none are read or served. */
  readonly hours?: HoursOptions;
}

/**
 * The scheduled run of a Worker: adds new issues from the newsletter's repository, deletes old versions, and reads start times.
 * Never rejects: the result is in the state, which is also stored for `/health`.
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
  await store
    .collect()
    .catch((error: unknown) => log.warn(`cannot delete old versions, retrying in the next run: ${inFull(error)}`));
  // Last, because issues need not wait for organisers.
  if (hours !== undefined)
    await hoursOnSchedule(hours, { kv, store, times, now, log }).catch((error: unknown) =>
      log.warn(`cannot update start times, retrying in the next run: ${inFull(error)}`),
    );
  // Reading start times needs the data set: if it is unreadable, the next run must not skip the sync.
  const read = hours?.asking && state.settled !== null ? await store.read().catch(() => null) : undefined;
  if (read !== undefined && read?.version !== state.version)
    await book.end({ ...state, settled: null }).catch(() => undefined);
  return state;
}

/** Ignores errors, because it is only a cache. */
function kvMemory(kv: KeyValues): Memory {
  return {
    load: () => kv.get(LISTING, "text").catch(() => null),
    save: (text) => kv.put(LISTING, text).catch(() => undefined),
  };
}
