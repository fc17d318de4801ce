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
import { type Laid, layDraft } from "./sync/draft.ts";
import { createFetcher } from "./sync/fetch.ts";
import { type Held, heldOf } from "./sync/hold.ts";
import { type Left, type Plan, type Planned, planSync } from "./sync/plan.ts";
import { type Pipeline, takeIn } from "./sync/take-in.ts";

export interface SyncOptions {
  readonly source: IssueSource;
  readonly store: EventStore;
  /** The pipeline, or what makes it when there is something to take in. */
  readonly pipeline: Pipeline | (() => Promise<Pipeline>);
  readonly log: Log;
  /** Build anew from what the source has, whether anything changed or not. */
  readonly rebuild?: boolean;
  /** Most issues that are fetched in one run; further ones are left to the next. No limit unless told. */
  readonly most?: number;
  /** What {@link SyncReport.settled} was: where it still fits, the data set is not even read. */
  readonly settled?: string | null;
  /** Where the coming issue's draft is kept; none is read unless told. */
  readonly drafts?: DraftStore;
}

export interface SyncReport {
  readonly plan: Plan;
  readonly before: DataSet | null;
  /** What is stored now; null where it was not read, and where there is nothing. */
  readonly data: DataSet | null;
  /** Version of what is stored now. */
  readonly version: string | null;
  readonly problems: readonly Problem[];
  /** The newest issues, where they are not taken in because they list so few events; oldest first. */
  readonly held: readonly Held[];
  readonly left: Left | null;
  /** Stands for what is stored and what was offered, when there was nothing to do; null when there was. */
  readonly settled: string | null;
  /** Null where no draft was asked for, and where nothing was read. */
  readonly draft: Laid | null;
}

/**
 * Brings the stored data set up to date with the source: takes in new issues; where known ones were edited or older ones
 * came to light, takes them in anew, from a data set kept from before or from nothing, or says that it cannot. Everything
 * is fetched and worked out before the one write; whatever fails, the store keeps what it has. Rejects with the errors of
 * `ports.ts`. What is stored is the same with drafts and without: they are kept beside it.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { source, drafts, log, rebuild = false } = options;
  const pipeline = once(async () =>
    typeof options.pipeline === "function" ? await options.pipeline() : options.pipeline,
  );
  const report = await syncIssues({ ...options, pipeline });
  if (drafts === undefined || report.data === null || report.version === null) return report;
  const draft = await layDraft({ source, drafts, pipeline, log, rebuild }, report.data, report.version);
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
      log.info(`building anew ${from}, because ${plan.because}`);
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
  if (rebuild) return { plan: { kind: "rebuild", files, because: "that was asked for" }, base: null, left: null };
  const without = new Set(held.map(({ ref }) => ref.file));
  return planSync(before, files, {
    most,
    readBefore: (issue) => store.readBefore?.(issue) ?? Promise.resolve(null),
    without,
  });
}

/** A broken data set is no hindrance to building it anew; only the ids that it alone knew are lost. Undefined for one. */
async function readIfWhole(store: EventStore, log: Log): Promise<DataSet | null | undefined> {
  try {
    return (await store.version()) === null ? null : await store.read();
  } catch (error) {
    if (!(error instanceof DataSetBroken)) throw error;
    log.warn(`${error.message}; building without it`);
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
