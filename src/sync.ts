import type { DataSet, IssueRef } from "./model/event.ts";
import type { Problem } from "./model/problem.ts";
import type { FetchedIssue } from "./pipeline.ts";
import { DataSetBroken, type EventStore, type IssueFile, type IssueSource, type Log } from "./ports.ts";

/** What issues make of a data set. */
export interface Processed {
  readonly data: DataSet;
  readonly problems: readonly Problem[];
}

/** Turns issues into events. An issue on which it throws counts as an empty one. */
export interface Pipeline {
  /** The data set of `issues`, oldest first, in which events that `known` holds keep their ids. */
  build(issues: readonly FetchedIssue[], known: DataSet | null): Processed;
  /** `data` with `issues` taken in, all newer than the ones it has, oldest first: equal to a build of them all. */
  add(data: DataSet, issues: readonly FetchedIssue[]): Processed;
}

/** What it takes to bring a data set up to date. */
export type Plan =
  | { readonly kind: "nothing" }
  | { readonly kind: "add"; readonly files: readonly IssueFile[] }
  | { readonly kind: "rebuild"; readonly files: readonly IssueFile[]; readonly because: string }
  | { readonly kind: "impossible"; readonly because: string };

export interface SyncOptions {
  readonly source: IssueSource;
  readonly store: EventStore;
  readonly pipeline: Pipeline;
  readonly log: Log;
  /** Build anew from what the source has, whether anything changed or not. */
  readonly rebuild?: boolean;
}

export interface SyncReport {
  readonly plan: Plan;
  readonly before: DataSet | null;
  /** What is stored now. */
  readonly data: DataSet | null;
  readonly problems: readonly Problem[];
}

/** Issues that are fetched at the same time. */
const AT_ONCE = 8;

/**
 * Brings the stored data set up to date with the source: takes in new issues, builds anew when known ones were edited or
 * older ones came to light. Everything is fetched and worked out before the one write; whatever fails, the store keeps
 * what it has. Rejects with the errors of `ports.ts`.
 */
export async function sync(options: SyncOptions): Promise<SyncReport> {
  const { source, store, pipeline, log } = options;
  const before = options.rebuild ? await readIfWhole(store, log) : await readOrNull(store);
  const files = await source.list();
  const plan: Plan = options.rebuild
    ? { kind: "rebuild", files, because: "that was asked for" }
    : planSync(before?.issues ?? [], files);
  if (plan.kind === "nothing" || plan.kind === "impossible") return { plan, before, data: before, problems: [] };

  if (plan.kind === "rebuild" && before !== null) log.info(`building anew from all issues, because ${plan.because}`);
  const issues = await fetchAll(source, plan.files, log);
  const base = plan.kind === "add" ? before : null;
  const { data, problems } = takeIn(pipeline, issues, base, before);
  await store.replace(data);
  return { plan, before, data, problems };
}

/** What `issues` add to `base`, or make by themselves where there is none; events of `known` keep their ids. */
function takeIn(
  pipeline: Pipeline,
  issues: readonly FetchedIssue[],
  base: DataSet | null,
  known: DataSet | null,
): Processed {
  const run = (all: readonly FetchedIssue[]) => (base ? pipeline.add(base, all) : pipeline.build(all, known));
  try {
    return run(issues);
  } catch {
    const { usable, failures } = sift(pipeline, issues, base ?? pipeline.build([], null).data);
    const { data, problems } = run(usable);
    return { data, problems: [...failures, ...problems] };
  }
}

interface Sifted {
  readonly usable: readonly FetchedIssue[];
  readonly failures: readonly Problem[];
  readonly data: DataSet;
}

/** Empties each issue on which the pipeline throws: it costs itself alone. Halves until that one is found. */
function sift(pipeline: Pipeline, issues: readonly FetchedIssue[], data: DataSet): Sifted {
  try {
    return { usable: issues, failures: [], data: pipeline.add(data, issues).data };
  } catch (error) {
    const [only] = issues;
    if (only === undefined || only.text === "") throw error;
    if (issues.length === 1) {
      const usable = [{ ...only, text: "" }];
      return { usable, failures: [failure(only, error)], data: pipeline.add(data, usable).data };
    }
    const half = Math.ceil(issues.length / 2);
    const first = sift(pipeline, issues.slice(0, half), data);
    const second = sift(pipeline, issues.slice(half), first.data);
    return {
      usable: [...first.usable, ...second.usable],
      failures: [...first.failures, ...second.failures],
      data: second.data,
    };
  }
}

function failure({ name, issue }: FetchedIssue, error: unknown): Problem {
  const message = `the program failed on ${name}, which is left out: ${error instanceof Error ? error.message : error}`;
  return { rule: "issue-failed", severity: "error", issue, file: name, line: 1, message, printed: null, used: null };
}

/** Compares what a data set has taken in with what a source offers, oldest first. */
export function planSync(known: readonly IssueRef[], files: readonly IssueFile[]): Plan {
  const blobs = new Map(known.map(({ file, blob }) => [file, blob]));
  const newest =
    known
      .map(({ issue, file }) => `${issue} ${file}`)
      .sort()
      .at(-1) ?? "";
  const fresh = files.filter(({ name }) => !blobs.has(name));
  const edited = files.filter(({ name, blob }) => blobs.has(name) && blobs.get(name) !== blob);
  const late = fresh.filter(({ issue, name }) => `${issue} ${name}` < newest);
  if (edited.length === 0 && late.length === 0)
    return fresh.length > 0 ? { kind: "add", files: fresh } : { kind: "nothing" };

  const because = [named(edited, "edited"), named(late, "new, but not newer than the newest known")]
    .filter((part) => part !== "")
    .join("; ");
  const offered = new Set(files.flatMap(({ name, blob }) => [name, blob]));
  const missing = known.filter(({ file, blob }) => !offered.has(file) && !offered.has(blob));
  if (missing.length === 0) return { kind: "rebuild", files, because };
  return {
    kind: "impossible",
    because: `${because}; the source lacks ${count(missing.length)} that the data set knows`,
  };
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

function named(files: readonly IssueFile[], what: string): string {
  const [first, ...more] = files;
  if (!first) return "";
  return `${first.name}${more.length > 0 ? ` and ${more.length} more` : ""} ${more.length > 0 ? "are" : "is"} ${what}`;
}

function count(issues: number): string {
  return issues === 1 ? "1 issue" : `${issues} issues`;
}
