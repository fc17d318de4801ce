import { compare } from "../../model/compare.ts";
import { type LocalDate, localDate } from "../../model/date.ts";
import type { IssueFile } from "../../ports.ts";

const ISSUE_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d).*\.(?:md|markdown)$/;

/** The day that an issue's file name begins with, also `2020-12-9-…`; null for any other name. */
export function issueDate(name: string): LocalDate | null {
  const match = ISSUE_NAME.exec(name);
  return match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The longest name that file systems take, in bytes. */
const MOST_BYTES = 255;

/** Whether a name can be shown, stored and asked for as it is: without control, formatting, unassigned and unknown characters. */
export function isPlain(name: string): boolean {
  return !/[\p{C}\ufffd]/u.test(name) && new TextEncoder().encode(name).length <= MOST_BYTES;
}

/** Whether git can hold a file at `path`. */
export function isPath(path: string): boolean {
  return (
    path.isWellFormed() && !path.includes("\0") && path.split("/").every((part) => !["", ".", ".."].includes(part))
  );
}

/** `name` as messages show it: in quotes, odd characters as JSON writes them, the end of a long one left out. */
export function quoted(name: string): string {
  const start = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(start).replace(/[\p{C}\u2028\u2029]/gu, (letter) => letter.split("").map(escaped).join(""));
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
export function inOrder<File extends IssueFile>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => compare(a.issue, b.issue) || compare(a.name, b.name));
}
