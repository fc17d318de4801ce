import type { LocalDate } from "../model/date.ts";
import type { IssueRef } from "../model/event.ts";
import type { IssueFile } from "../ports.ts";

/** What it takes to bring a data set up to date. */
export type Plan =
  | { readonly kind: "nothing" }
  | { readonly kind: "add"; readonly files: readonly IssueFile[] }
  /** `files` are added to a data set that was kept from before `since`. */
  | { readonly kind: "redo"; readonly files: readonly IssueFile[]; readonly because: string; readonly since: LocalDate }
  | {
      readonly kind: "rebuild";
      readonly files: readonly IssueFile[];
      readonly because: string;
      readonly since: LocalDate;
    }
  | { readonly kind: "impossible"; readonly because: string; readonly since: LocalDate };

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
  const [since = ""] = [...edited, ...late].map(({ issue }) => issue).sort();
  if (missing.length === 0) return { kind: "rebuild", files, because, since };
  return {
    kind: "impossible",
    because: `${because}; the source lacks ${count(missing.length)} that the data set knows`,
    since,
  };
}

function named(files: readonly IssueFile[], what: string): string {
  const [first, ...more] = files;
  if (!first) return "";
  return `${first.name}${more.length > 0 ? ` and ${more.length} more` : ""} ${more.length > 0 ? "are" : "is"} ${what}`;
}

/** `2 issues` */
export function count(issues: number): string {
  return issues === 1 ? "1 issue" : `${issues} issues`;
}
