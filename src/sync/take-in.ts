import type { LocalDate } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { Problem } from "../model/problem.ts";
import type { FetchedIssue } from "../pipeline.ts";

/** The result of processing issues. */
export interface Processed {
  readonly data: DataSet;
  readonly problems: readonly Problem[];
}

/** Turns issues into events. An issue on which it throws is treated as empty. */
export interface Pipeline {
  /** Builds the data set of `issues`, oldest first. Events that are in `known` keep their ids. */
  build(issues: readonly FetchedIssue[], known: DataSet | null): Processed;
  /**
   * Adds `issues`, all newer than those in `data`, oldest first. The result equals a build of all issues. Events that are in
   * `known` keep their ids.
   */
  add(data: DataSet, issues: readonly FetchedIssue[], known?: DataSet | null): Processed;
  /** Issues to publish even if they list few events. */
  readonly publish?: ReadonlySet<LocalDate>;
}

/** Adds `issues` to `base`, or builds a new data set without it; events in `known` keep their ids. */
export function takeIn(
  pipeline: Pipeline,
  issues: readonly FetchedIssue[],
  base: DataSet | null,
  known: DataSet | null,
): Processed {
  const run = (all: readonly FetchedIssue[]) => (base ? pipeline.add(base, all, known) : pipeline.build(all, known));
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

/** Empties each issue on which the pipeline throws, found by bisection, so that the others are not affected. */
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
  const message = `the program failed on ${name}, which is skipped: ${error instanceof Error ? error.message : error}`;
  return { rule: "issue-failed", severity: "error", issue, file: name, line: 1, message, printed: null, used: null };
}
