import type { LocalDate } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { EventStore, IssueFile } from "../ports.ts";
import { comparisonOf, count, oldest, unchanged } from "./compare.ts";

/** How to update a data set. */
export type Plan =
  | { readonly kind: "nothing" }
  | { readonly kind: "add"; readonly files: readonly IssueFile[] }
  /** Add `files` to an older data set, stored before `since`. */
  | { readonly kind: "redo"; readonly files: readonly IssueFile[]; readonly because: string; readonly since: LocalDate }
  | { readonly kind: "rebuild"; readonly files: readonly IssueFile[]; readonly because: string };

/** Edited or late issues that cannot be updated from this source; the data set keeps their old version, or lacks them. */
export interface Left {
  readonly files: readonly string[];
  readonly because: string;
}

export interface Planned {
  readonly plan: Plan;
  /** The data set to which the files of `plan` are added; null to start from an empty one. */
  readonly base: DataSet | null;
  readonly left: Left | null;
}

/** Limits of a plan. */
export interface PlanOptions {
  /** Maximum number of files read in one run. */
  readonly most: number;
  /** Reads older data sets. */
  readonly readBefore: NonNullable<EventStore["readBefore"]>;
  /** Names of files to ignore: the data set keeps their known version, or lacks them. */
  readonly without: ReadonlySet<string>;
}

/**
 * Plans the update from `before` to `files`, the issues of the source, oldest first. Edited or late issues are applied to an
 * older data set from before them, or by a rebuild. Only those for which neither is possible are left out.
 */
export async function planSync(
  before: DataSet | null,
  files: readonly IssueFile[],
  { most, readBefore, without }: PlanOptions,
): Promise<Planned> {
  const known = before?.issues ?? [];
  const first = comparisonOf(known, files);
  const why =
    first.missing > 0
      ? `the source lacks ${count(first.missing)} of the data set`
      : `a rebuild needs ${count(files.length)}, but the limit here is ${most}: sync elsewhere, and deploy the result`;
  const leave = new Set(without);
  const isRead = ({ name }: IssueFile) => !leave.has(name);
  for (;;) {
    const offered = unchanged(files, known, leave);
    const { fresh, changed, because } = comparisonOf(known, offered);
    const gone = files.filter(({ name }) => leave.has(name) && !without.has(name));
    const left =
      gone.length === 0
        ? null
        : { files: gone.map(({ name }) => name), because: `${comparisonOf(known, gone).because}; ${why}` };
    if (changed.length === 0) {
      const plan: Plan = fresh.length > 0 ? { kind: "add", files: fresh.slice(0, most) } : { kind: "nothing" };
      return { plan, base: before, left };
    }
    const since = oldest(changed);
    for (
      let base = await readBefore(since);
      base !== null && before !== null;
      base = await olderThan(base, readBefore)
    ) {
      const files = redoOf(base, before, offered);
      if (files !== null && files.length <= most && files.every(isRead))
        return { plan: { kind: "redo", files, because, since }, base, left };
    }
    if (first.missing === 0 && files.length <= most && offered.every(isRead))
      return { plan: { kind: "rebuild", files: offered, because }, base: null, left };
    for (const { name, issue } of changed) if (issue === since) leave.add(name);
  }
}

/** The files to add to `base`, an older data set, to get all issues in `before` and more; null if that is not possible. */
function redoOf(base: DataSet, before: DataSet, files: readonly IssueFile[]): readonly IssueFile[] | null {
  const { fresh, changed } = comparisonOf(base.issues, files);
  const has = new Set([...base.issues.map(({ file }) => file), ...files.map(({ name }) => name)]);
  return changed.length === 0 && before.issues.every(({ file }) => has.has(file)) ? fresh : null;
}

async function olderThan({ newestIssue }: DataSet, readBefore: PlanOptions["readBefore"]): Promise<DataSet | null> {
  return newestIssue === null ? null : readBefore(newestIssue);
}
