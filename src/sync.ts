import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DataSet } from "./model/event.ts";
import { once } from "./model/once.ts";
import type { Problem } from "./model/problem.ts";
import {
  DataSetBroken,
  type DraftStore,
  type EventStore,
  type IssueFile,
  type IssueSource,
  type Log,
} from "./ports.ts";
import { count } from "./sync/compare.ts";
import { applyDraft, type DraftReport } from "./sync/draft.ts";
import { createFetcher } from "./sync/fetch.ts";
import { type Held, heldOf } from "./sync/hold.ts";
import { type Left, type Plan, type Planned, planSync } from "./sync/plan.ts";
import { type Pipeline, takeIn } from "./sync/take-in.ts";

export interface SyncOptions {
  readonly source: IssueSource;
  readonly store: EventStore;
  /** The pipeline, or a function that loads it if there are issues to add. */
  readonly pipeline: Pipeline | (() => Promise<Pipeline>);
  readonly log: Log;
  /** Rebuild from all issues of the source, even if nothing changed. */
  readonly rebuild?: boolean;
  /** Maximum number of issues fetched in one run; the next run continues. Default: no limit. */
  readonly most?: number;
  /** {@link SyncReport.settled} of the last run: if it still matches, the data set is not read. */
  readonly settled?: string | null;
  /** Where the draft of the next issue is stored. Default: drafts are not read. */
  readonly drafts?: DraftStore;
}

export interface SyncReport {
  readonly plan: Plan;
  readonly before: DataSet | null;
  /** The stored data set after the run; null if it was not read, or if there is none. */
  readonly data: DataSet | null;
  /** Version of the stored data set after the run. */
  readonly version: string | null;
  readonly problems: readonly Problem[];
  /** The newest issues that are held back because they list so few events; oldest first. */
  readonly held: readonly Held[];
  readonly left: Left | null;
  /** Digest of what is stored and what the source offered, if there was nothing to do; null otherwise. */
  readonly settled: string | null;
  /** Null without {@link SyncOptions.drafts}, and if the data set was not read. */
  readonly draft: DraftReport | null;
}

/**
 * Updates the stored data set from the source: adds new issues. If known issues were edited or older ones were added, applies
 * the changes to an older data set that is still stored, or rebuilds, or reports that neither is possible. Everything is fetched
 * and computed before the single write; if anything fails, the store is unchanged. Rejects with the errors in `ports.ts`.
 * Drafts are stored separately and do not affect the data set.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { source, drafts, log, rebuild = false } = options;
  const pipeline = once(async () =>
    typeof options.pipeline === "function" ? await options.pipeline() : options.pipeline,
  );
  const report = await syncIssues({ ...options, pipeline });
  if (drafts === undefined || report.data === null || report.version === null) return report;
  const draft = await applyDraft({ source, drafts, pipeline, log, rebuild }, report.data, report.version);
  return { ...report, draft, settled: draft.failed === null ? report.settled : null };
}

async function syncIssues(options: SyncOptions & { readonly pipeline: () => Promise<Pipeline> }): Promise<SyncReport> {
  const { source, store, log, drafts, rebuild = false } = options;
  const stored = rebuild ? undefined : await store.version();
  const files = await source.list();
  const offered = drafts === undefined ? files : [...files, ...(source.drafts?.() ?? [])];
  if (stored && options.settled && options.settled === settledOf(stored, offered)) {
    const settled = options.settled;
    return { ...UNTOUCHED, plan: { kind: "nothing" }, before: null, data: null, version: stored, settled };
  }
  const before = rebuild ? await readIfWhole(store, log) : stored === null ? null : await store.read();
  const fetchAll = createFetcher(source, log);
  const held: Held[] = [];
  let problems: readonly Problem[] = [];
  for (;;) {
    const { plan, base, left } = await planOf(options, before ?? null, files, held);
    if (plan.kind === "nothing") {
      const version = before?.version ?? null;
      const settled = version !== null && held.length === 0 && left === null ? settledOf(version, offered) : null;
      return {
        ...UNTOUCHED,
        plan,
        before: before ?? null,
        data: before ?? null,
        version,
        problems,
        held,
        left,
        settled,
      };
    }
    if (plan.kind !== "add" && before) {
      const from = plan.kind === "redo" ? `from ${count(plan.files.length)}` : "from all issues";
      log.info(`rebuilding ${from}: ${plan.because}`);
    }
    const issues = await fetchAll(plan.files);
    const pipeline = await options.pipeline();
    const all = takeIn(pipeline, issues, base, plan.kind === "add" ? null : (before ?? null));
    if (held.length === 0) problems = all.problems;
    const thin = !before || rebuild ? [] : heldOf(all.data, before, pipeline.publish);
    if (thin.length === 0) {
      const version = await store.replace(all.data, before === undefined ? undefined : (before?.version ?? null));
      return { ...UNTOUCHED, plan, before: before ?? null, data: all.data, version, problems, held, left };
    }
    held.push(...thin);
  }
}

const UNTOUCHED = { problems: [], held: [], left: null, settled: null, draft: null } as const;

async function planOf(
  { store, rebuild, most = Number.POSITIVE_INFINITY }: SyncOptions,
  before: DataSet | null,
  files: readonly IssueFile[],
  held: readonly Held[],
): Promise<Planned> {
  if (rebuild) return { plan: { kind: "rebuild", files, because: "requested with --rebuild" }, base: null, left: null };
  const without = new Set(held.map(({ ref }) => ref.file));
  return planSync(before, files, {
    most,
    readBefore: (issue) => store.readBefore?.(issue) ?? Promise.resolve(null),
    without,
  });
}

/** Undefined for a broken data set, which can still be rebuilt; only ids that are nowhere else are lost. Null for none. */
async function readIfWhole(store: EventStore, log: Log): Promise<DataSet | null | undefined> {
  try {
    return (await store.version()) === null ? null : await store.read();
  } catch (error) {
    if (!(error instanceof DataSetBroken)) throw error;
    log.warn(`${error.message}; rebuilding without it`);
    return undefined;
  }
}

function settledOf(version: string, files: readonly IssueFile[]): string {
  const what = [
    version,
    ...files.map(({ name, blob, draft = false }) => `${blob} ${draft ? "draft/" : ""}${name}`),
  ].join("\n");
  return bytesToHex(sha256(utf8ToBytes(what))).slice(0, 16);
}
