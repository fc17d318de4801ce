import { compare } from "../../model/compare.ts";
import { type LocalDate, localDate } from "../../model/date.ts";
import type { IssueFile } from "../../ports.ts";

const ISSUE_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d).*\.(?:md|markdown)$/;

/** The date at the start of an issue's file name, also `2020-12-9-…`; null for any other name. */
export function issueDate(name: string): LocalDate | null {
  const match = ISSUE_NAME.exec(name);
  return match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Maximum length of a file name, in bytes. */
const MOST_BYTES = 255;

/** Whether a name is safe to show, store and request: without control, formatting, unassigned and replacement characters. */
export function isPlain(name: string): boolean {
  return !/[\p{C}\ufffd]/u.test(name) && new TextEncoder().encode(name).length <= MOST_BYTES;
}

/** Whether `path` is a valid path in git. */
export function isPath(path: string): boolean {
  return (
    path.isWellFormed() && !path.includes("\0") && path.split("/").every((part) => !["", ".", ".."].includes(part))
  );
}

/** `name` for messages: quoted, with unprintable characters escaped as in JSON, truncated after 100 characters. */
export function quoted(name: string): string {
  const start = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(start).replace(/[\p{C}\u2028\u2029]/gu, (letter) => letter.split("").map(escaped).join(""));
}

/** The issue file with this name and blob id; null if it is not the name of an issue. */
export function issueFile(name: string, blob: string): IssueFile | null {
  const issue = issueDate(name);
  return issue === null ? null : { name, issue, blob };
}

/** Like {@link issueFile}, for a draft. */
export function draftFile(name: string, blob: string): IssueFile | null {
  const file = issueFile(name, blob);
  return file && { ...file, draft: true };
}

/** The drafts that are newer than all `issues`, oldest first. Older ones are leftovers of published issues. */
export function toCome(drafts: readonly IssueFile[], issues: readonly IssueFile[]): IssueFile[] {
  const newest = issues.reduce((day, { issue }) => (issue > day ? issue : day), "");
  return inOrder(drafts).filter(({ issue }) => issue > newest);
}

/** Sorts by date, then by name. */
export function inOrder<File extends IssueFile>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => compare(a.issue, b.issue) || compare(a.name, b.name));
}
