import { type LocalDate, localDate } from "../../model/date.ts";
import type { IssueFile } from "../../ports.ts";

const ISSUE_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d).*\.(?:md|markdown)$/;

/** The day that an issue's file name begins with, also `2020-12-9-…`; null for any other name. */
export function issueDate(name: string): LocalDate | null {
  const match = ISSUE_NAME.exec(name);
  return match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** What `name` says about an issue, with its blob id; null when it is no issue's name. */
export function issueFile(name: string, blob: string): IssueFile | null {
  const issue = issueDate(name);
  return issue === null ? null : { name, issue, blob };
}

/** As {@link issueFile}, of what is not published yet. */
export function draftFile(name: string, blob: string): IssueFile | null {
  const file = issueFile(name, blob);
  return file && { ...file, draft: true };
}

/** The drafts among `drafts` that are newer than all `issues`, oldest first: others are left over from what was published. */
export function toCome(drafts: readonly IssueFile[], issues: readonly IssueFile[]): IssueFile[] {
  const newest = issues.reduce((day, { issue }) => (issue > day ? issue : day), "");
  return inOrder(drafts).filter(({ issue }) => issue > newest);
}

/** Oldest issue first; issues of one day by name. */
export function inOrder(files: readonly IssueFile[]): IssueFile[] {
  return files.toSorted((a, b) => (a.issue === b.issue ? (a.name < b.name ? -1 : 1) : a.issue < b.issue ? -1 : 1));
}
