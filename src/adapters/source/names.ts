import { type LocalDate, localDate } from "../../model/date.ts";
import type { IssueFile } from "../../ports.ts";

const ISSUE_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})-.*\.(?:md|markdown)$/;

/** The day that an issue's file name begins with, also `2020-12-9-…`; null for any other name. */
export function issueDate(name: string): LocalDate | null {
  const match = ISSUE_NAME.exec(name);
  return match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Oldest issue first; issues of one day by name. */
export function inOrder(files: readonly IssueFile[]): IssueFile[] {
  const key = (file: IssueFile) => `${issueDate(file.name) ?? ""} ${file.name}`;
  return files
    .map((file) => ({ file, key: key(file) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ file }) => file);
}
