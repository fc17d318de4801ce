import type { DataSet } from "./model/event.ts";
import type { Problem } from "./model/problem.ts";
import type { FetchedIssue } from "./pipeline.ts";
import { DataSetBroken, type EventStore, type IssueFile, type IssueSource, type Log } from "./ports.ts";
import { type Held, heldOf } from "./sync/hold.ts";
import { count, type Plan, planSync } from "./sync/plan.ts";
import { type Pipeline, takeIn } from "./sync/take-in.ts";

export interface SyncOptions {
  readonly source: IssueSource;
  readonly store: EventStore;
  readonly pipeline: Pipeline;
  readonly log: Log;
  /** Build anew from what the source has, whether anything changed or not. */
  readonly rebuild?: boolean;
  /** Most issues that are fetched in one run; further ones are left to the next. No limit unless told. */
  readonly most?: number;
}

export interface SyncReport {
  readonly plan: Plan;
  readonly before: DataSet | null;
  /** What is stored now. */
  readonly data: DataSet | null;
  readonly problems: readonly Problem[];
  /** The newest issues, where they are not taken in because they list so few events; oldest first. */
  readonly held: readonly Held[];
}

/** Issues that are fetched at the same time. */
const AT_ONCE = 8;

/**
 * Brings the stored data set up to date with the source: takes in new issues; where known ones were edited or older ones
 * came to light, takes them in anew, from a data set kept from before or from nothing. Everything is fetched and worked
 * out before the one write; whatever fails, the store keeps what it has. Rejects with the errors of `ports.ts`.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { source, store, pipeline, log } = options;
  const before = options.rebuild ? await readIfWhole(store, log) : await readOrNull(store);
  const files = await source.list();
  const { plan, base } = await planOf(options, before, files);
  if (plan.kind === "nothing" || plan.kind === "impossible")
    return { plan, before, data: before, problems: [], held: [] };

  if (plan.kind !== "add" && before !== null) {
    const from = plan.kind === "redo" ? `from ${count(plan.files.length)}` : "from all issues";
    log.info(`building anew ${from}, because ${plan.because}`);
  }
  const issues = await fetchAll(source, plan.files, log);
  const known = plan.kind === "add" ? null : before;
  const all = takeIn(pipeline, issues, base, known);
  const held = before === null || options.rebuild ? [] : heldOf(all.data, before, pipeline.publish);
  if (held.length === 0) {
    await store.replace(all.data);
    return { plan, before, data: all.data, problems: all.problems, held };
  }
  const kept = issues.filter(({ name }) => held.every(({ ref }) => ref.file !== name));
  const wasKnown = held.some(({ ref }) => before?.issues.some(({ file }) => file === ref.file));
  // Without an issue that is published already, what it lists would be gone.
  if (kept.length === 0 || wasKnown) return { plan, before, data: before, problems: all.problems, held };
  const { data } = takeIn(pipeline, kept, base, known);
  await store.replace(data);
  return { plan, before, data, problems: all.problems, held };
}

/** The plan, and the data set to which its files are added; null for none. */
async function planOf(
  { store, rebuild, most = Number.POSITIVE_INFINITY }: SyncOptions,
  before: DataSet | null,
  files: readonly IssueFile[],
): Promise<{ readonly plan: Plan; readonly base: DataSet | null }> {
  const plan: Plan = rebuild
    ? { kind: "rebuild", files, because: "that was asked for", since: files[0]?.issue ?? "" }
    : planSync(before?.issues ?? [], files);
  if (plan.kind === "nothing") return { plan, base: null };
  if (plan.kind === "add") return { plan: { kind: "add", files: plan.files.slice(0, most) }, base: before };

  const base = rebuild ? null : ((await store.readBefore?.(plan.since)) ?? null);
  const redo = base === null || before === null ? null : redoOf(base, before, files);
  if (redo !== null && redo.length <= most)
    return { plan: { kind: "redo", files: redo, because: plan.because, since: plan.since }, base };
  if (plan.kind === "impossible" || plan.files.length <= most) return { plan, base: null };
  const because = `${plan.because}; that takes ${count(plan.files.length)}, more than the ${most} that can be read at once here`;
  return { plan: { kind: "impossible", because, since: plan.since }, base: null };
}

/** What there is to add to `base`, a data set from before, to get all that `before` knows and more; null when that is not to be had. */
function redoOf(base: DataSet, before: DataSet, files: readonly IssueFile[]): readonly IssueFile[] | null {
  const plan = planSync(base.issues, files);
  const has = new Set([...base.issues.map(({ file }) => file), ...files.map(({ name }) => name)]);
  return plan.kind === "add" && before.issues.every(({ file }) => has.has(file)) ? plan.files : null;
}

async function readOrNull(store: EventStore): Promise<DataSet | null> {
  return (await store.version()) === null ? null : store.read();
}

/** A broken data set is no hindrance to building it anew; only the ids that it alone knew are lost. */
async function readIfWhole(store: EventStore, log: Log): Promise<DataSet | null> {
  try {
    return await readOrNull(store);
  } catch (error) {
    if (!(error instanceof DataSetBroken)) throw error;
    log.warn(`${error.message}; building without it`);
    return null;
  }
}

/** The texts of all `files`, in their order. */
async function fetchAll(source: IssueSource, files: readonly IssueFile[], log: Log): Promise<FetchedIssue[]> {
  const fetched: FetchedIssue[] = [];
  const waiting = files.entries();
  let done = 0;
  const work = async () => {
    for (const [index, file] of waiting) {
      fetched[index] = { ...file, text: await source.read(file) };
      log.progress(++done, files.length, "issues read");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return fetched;
}
