import type { LocalDate } from "../model/date.ts";
import type { IssueRef } from "../model/event.ts";
import type { IssueFile } from "../ports.ts";

/** The difference between the issues of a source and those of a data set. */
export interface Comparison {
  /** Newer than all known issues, oldest first. */
  readonly fresh: readonly IssueFile[];
  /** Edited, or added later although not newer, oldest first. */
  readonly changed: readonly IssueFile[];
  /** Describes `changed` in words. */
  readonly because: string;
  /** Number of known issues that the source does not have under any name. */
  readonly missing: number;
}

/** Compares what a data set knows with `files`, oldest first. */
export function comparisonOf(known: readonly IssueRef[], files: readonly IssueFile[]): Comparison {
  const blobs = new Map(known.map(({ file, blob }) => [file, blob]));
  const newest =
    known
      .map(({ issue, file }) => `${issue} ${file}`)
      .sort()
      .at(-1) ?? "";
  const isLate = ({ issue, name }: IssueFile) => `${issue} ${name}` < newest;
  const unknown = files.filter(({ name }) => !blobs.has(name));
  const edited = files.filter(({ name, blob }) => blobs.has(name) && blobs.get(name) !== blob);
  const late = unknown.filter(isLate);
  const because = [
    named(edited, "was edited", "were edited"),
    named(late, "is new, but older than the newest known issue", "are new, but older than the newest known issue"),
  ];
  const offered = new Set(files.flatMap(({ name, blob }) => [name, blob]));
  return {
    fresh: unknown.filter((file) => !isLate(file)),
    changed: files.filter((file) => edited.includes(file) || late.includes(file)),
    because: because.filter((part) => part !== "").join("; "),
    missing: known.filter(({ file, blob }) => !offered.has(file) && !offered.has(blob)).length,
  };
}

/** The day of the oldest of `files`. */
export function oldest(files: readonly IssueFile[]): LocalDate {
  return files.map(({ issue }) => issue).sort()[0] ?? "";
}

/** `files`, with those in `without` as the data set knows them: with their known blob, or absent. */
export function unchanged(
  files: readonly IssueFile[],
  known: readonly IssueRef[],
  without: ReadonlySet<string>,
): readonly IssueFile[] {
  const blobs = new Map(known.map(({ file, blob }) => [file, blob]));
  return files.flatMap((file) => {
    if (!without.has(file.name)) return file;
    const blob = blobs.get(file.name);
    return blob === undefined ? [] : { ...file, blob };
  });
}

function named(files: readonly IssueFile[], one: string, several: string): string {
  const [first, ...more] = files;
  if (!first) return "";
  return more.length > 0 ? `${first.name} and ${more.length} more ${several}` : `${first.name} ${one}`;
}

/** `2 issues` */
export function count(issues: number): string {
  return issues === 1 ? "1 issue" : `${issues} issues`;
}
