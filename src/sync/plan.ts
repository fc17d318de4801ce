import type { LocalDate } from "../model/date.ts";
import type { DataSet } from "../model/event.ts";
import type { EventStore, IssueFile } from "../ports.ts";
import { comparisonOf, count, oldest, unchanged } from "./compare.ts";

/** What it takes to bring a data set up to date. */
export type Plan =
  | { readonly kind: "nothing" }
  | { readonly kind: "add"; readonly files: readonly IssueFile[] }
  /** `files` are added to a data set that was kept from before `since`. */
  | { readonly kind: "redo"; readonly files: readonly IssueFile[]; readonly because: string; readonly since: LocalDate }
  | { readonly kind: "rebuild"; readonly files: readonly IssueFile[]; readonly because: string };

/** Issues edited after publication, or come late, that cannot be taken in here; they stay as they are known, or unknown. */
export interface Left {
  readonly files: readonly string[];
  readonly because: string;
}

export interface Planned {
  readonly plan: Plan;
  /** The data set to which the files of `plan` are added; null for none. */
  readonly base: DataSet | null;
  readonly left: Left | null;
}

/** Most files that are read in one run, and where older data sets are. */
export interface Means {
  readonly most: number;
  readonly readBefore: NonNullable<EventStore["readBefore"]>;
  /** Files that stay as they are known, or unknown, whatever is offered. */
  readonly without: ReadonlySet<string>;
}

/**
 * The way from `before` to what the source offers, `files`, oldest first. Where issues were edited or came late: from a
 * data set that is kept from before them, or from nothing. Those for which neither will do are left, and no others.
 */
export async function planSync(
  before: DataSet | null,
  files: readonly IssueFile[],
  { most, readBefore, without }: Means,
): Promise<Planned> {
  const known = before?.issues ?? [];
  const first = comparisonOf(known, files);
  const why =
    first.missing > 0
      ? `the source lacks ${count(first.missing)} that the data set knows`
      : `that takes ${count(files.length)}, more than the ${most} that can be read at once here: sync elsewhere, and deploy that`;
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

/** What there is to add to `base`, a data set from before, to get all that `before` knows and more; null when that is not to be had. */
function redoOf(base: DataSet, before: DataSet, files: readonly IssueFile[]): readonly IssueFile[] | null {
  const { fresh, changed } = comparisonOf(base.issues, files);
  const has = new Set([...base.issues.map(({ file }) => file), ...files.map(({ name }) => name)]);
  return changed.length === 0 && before.issues.every(({ file }) => has.has(file)) ? fresh : null;
}

async function olderThan({ newestIssue }: DataSet, readBefore: Means["readBefore"]): Promise<DataSet | null> {
  return newestIssue === null ? null : readBefore(newestIssue);
}
