import type { LocalDate } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { Problem } from "../model/problem.ts";
import type { FetchedIssue } from "../pipeline.ts";

/** What issues make of a data set. */
export interface Processed {
  readonly data: DataSet;
  readonly problems: readonly Problem[];
}

/** Turns issues into events. An issue on which it throws counts as an empty one. */
export interface Pipeline {
  /** The data set of `issues`, oldest first, in which events that `known` holds keep their ids. */
  build(issues: readonly FetchedIssue[], known: DataSet | null): Processed;
  /**
   * `data` with `issues` taken in, all newer than the ones it has, oldest first: equal to a build of them all. Events that
   * `known` holds keep their ids.
   */
  add(data: DataSet, issues: readonly FetchedIssue[], known?: DataSet | null): Processed;
  /** Issues that are published however few events they list. */
  readonly publish?: ReadonlySet<LocalDate>;
}

/** What `issues` add to `base`, or make by themselves where there is none; events of `known` keep their ids. */
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
