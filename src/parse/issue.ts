import { copyOf } from "../model/copy-of.ts";
import { isLocalDate, localDate } from "../model/date.ts";
import { once } from "../model/once.ts";
import type { PrintedIssue } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { bulletsOf } from "./bullets.ts";
import { datePrefix } from "./date.ts";
import { createMemory, type Memory } from "./lines.ts";
import { listingsOf } from "./outline.ts";
import { definitionsOf, inlineReferences } from "./references.ts";
import type { SectionProblem } from "./report.ts";
import { findSection, linesOf } from "./section.ts";
import { listingOf } from "./shapes.ts";

/** A file of the newsletter's `content/` folder. */
export interface IssueText {
  readonly name: string;
  readonly text: string;
}

/** Reads issues one after another; equal lines of different issues are parsed once. */
export interface IssueParser {
  parse(file: IssueText): PrintedIssue;
}

/** A parser with an empty memory; `trace` counts rules that mend a line and shapes, once for each distinct text. */
export function createIssueParser(trace: Trace = NO_TRACE): IssueParser {
  const memory = createMemory((line, event) => listingOf(line, event?.tokens ?? null, trace), trace);
  return { parse: (file) => readIssue(file, memory) };
}

/**
 * Takes one issue apart: the events section found, each bullet a listing or a problem. Never throws,
 * whatever the text holds; the time it takes is linear in its length.
 */
export function parseIssue(file: IssueText): PrintedIssue {
  return createIssueParser().parse(file);
}

function readIssue(file: IssueText, memory: Memory): PrintedIssue {
  const text = file.text.startsWith("\ufeff") ? file.text.slice(1) : file.text;
  const lines = once(() => linesOf(text));
  const header = once(() => linesOf(text.slice(0, 2_000)).slice(0, 20));
  const issue = issueDate(file.name, header);
  const problems: Problem[] = [];
  const report = ({ at, ...problem }: SectionProblem) =>
    problems.push({ ...problem, issue: issue ?? "", line: at + 1, printed: quote(lines()[at] ?? ""), used: null });
  const read = {
    issue: issue ?? "",
    number: issueNumber(text, header),
    file: file.name,
    window: null,
    listings: [],
    problems,
  };
  if (issue === null) {
    const message = "neither the file's name (YYYY-MM-DD-…) nor a Date line tells the issue's date";
    report({ rule: "issue-date-missing", severity: "warning", at: 0, message });
    return read;
  }
  const section = findSection(text, report);
  if (!section) {
    report({ rule: "section-missing", severity: "warning", at: 0, message: "no heading “Upcoming Events” was found" });
    return read;
  }
  const definitions = once(() => definitionsOf(lines()));
  const content = bulletsOf(section, report);
  if (content.bullets.length === 0 && problems.length === 0) {
    const message = "the section lists nothing";
    report({ rule: "section-empty", severity: "warning", at: section.first - 1, message });
  }
  const bullets = content.bullets.map((bullet) => ({
    ...bullet,
    line: memory.line(inlineReferences(bullet.text, definitions)),
  }));
  const listings = listingsOf(bullets, memory.listing, report);
  return {
    ...read,
    window: content.window === null ? null : windowOf(content.window),
    listings,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

/** The issue's date from `2020-12-2-this-week-in-rust.md`, else from the line `Date: 2020-12-02`. */
function issueDate(name: string, header: () => readonly string[]): string | null {
  const inName = /(?:^|[\\/])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[^\\/]*$/.exec(name);
  const fromName = inName && localDate(Number(inName[1]), Number(inName[2]), Number(inName[3]));
  if (fromName) return fromName;
  const line = header().find((text) => /^date:/i.test(text));
  const match = line && /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(line);
  const date = match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date && isLocalDate(date) ? date : null;
}

/** `Number: 656`, nearly always on the second line, else the last number of `Title: This Week in Rust 1`. */
function issueNumber(text: string, header: () => readonly string[]): number | null {
  const usual = /^Title: .*\nNumber: (\d{1,5})\n/.exec(text);
  if (usual) return Number(usual[1]);
  const number = header()
    .map((line) => /^number:\s*(\d{1,5})\s*$/i.exec(line))
    .find(Boolean);
  const title = header()
    .map((line) => /^title:.*?(\d{1,5})\s*$/i.exec(line))
    .find(Boolean);
  const found = number?.[1] ?? title?.[1];
  return found ? Number(found) : null;
}

/** `1/12/2022 - 2/9/2022` or `2025-10-08 - 2025-11-05` as days; null when it is no span. */
function windowOf(text: string): PrintedIssue["window"] {
  const date = datePrefix(text)?.value;
  if (!date?.to) return null;
  const [from, to] = [date.from, date.to].map((day) => (day.year ? localDate(day.year, day.month, day.day) : null));
  return from && to && from <= to ? { from, to } : null;
}

function quote(line: string): string {
  const text = line.trim();
  return text.length > 200 ? `${text.slice(0, 200)}…` : copyOf(text);
}
