import { localDate } from "../model/date.ts";
import { once } from "../model/once.ts";
import type { PrintedIssue } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { visible } from "../model/visible.ts";
import { type Bullet, bulletsOf } from "./bullets.ts";
import { datePrefix } from "./date.ts";
import { createMemory, type Memory } from "./lines.ts";
import { listingsOf } from "./outline.ts";
import { definitionsOf, inlineReferences, labelOf, labelsIn } from "./references.ts";
import { PROBLEMS, reportTo } from "./report.ts";
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

function readIssue({ name, text: whole }: IssueText, memory: Memory): PrintedIssue {
  const text = visible(whole);
  const header = text.slice(0, 2_000);
  const date = issueDate(name, header);
  const issue = date ?? "";
  const lines = linesOf(text);
  const problems: Problem[] = [];
  const report = reportTo(PROBLEMS, problems, issue, lines);
  const read = { issue, number: issueNumber(header), file: name, window: null, listings: [], problems };
  const section = date === null ? null : findSection(lines, report);
  if (section === null) {
    report(date === null ? "issue-date-missing" : "section-missing", 0);
    return read;
  }
  const { bullets, window, definitions: defined } = bulletsOf(section, report);
  if (bullets.length === 0 && problems.length === 0) report("section-empty", section.first - 1);
  const referred = once(() => new Set(bullets.flatMap(({ text }) => labelsIn(text))));
  for (const at of defined) if (!referred().has(labelOf(lines[at] ?? ""))) report("definition-unused", at);
  const definitions = once(() => definitionsOf(lines));
  const readBullet = (bullet: Bullet) => ({ ...bullet, line: memory.line(inlineReferences(bullet.text, definitions)) });
  const listings = listingsOf(bullets.map(readBullet), memory.listing, report);
  problems.sort((a, b) => a.line - b.line);
  return { ...read, window: window === null ? null : windowOf(window), listings };
}

/** The issue's date from `2020-12-2-this-week-in-rust.md`, else from the line `Date: 2020-12-02`. */
function issueDate(name: string, header: string): string | null {
  const dayOf = (match: RegExpExecArray | null) =>
    match && localDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const inName = dayOf(/(?:^|[\\/])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)[^\\/]*$/.exec(name));
  return inName ?? dayOf(/^date:.*?(\d{4})-(\d{1,2})-(\d{1,2})/im.exec(header));
}

/** `Number: 656`, else the last number of `Title: This Week in Rust 1`. */
function issueNumber(header: string): number | null {
  const found = /^number:[ \t]*(\d{1,5})[ \t]*$/im.exec(header) ?? /^title:.*?(\d{1,5})[ \t]*$/im.exec(header);
  return found ? Number(found[1]) : null;
}

/** `1/12/2022 - 2/9/2022` or `2025-10-08 - 2025-11-05` as days; null when it is no span. */
function windowOf(text: string): PrintedIssue["window"] {
  const date = datePrefix(text)?.value;
  const [from, to] = [date?.from, date?.to].map((day) => (day?.year ? localDate(day.year, day.month, day.day) : null));
  return from && to && from <= to ? { from, to } : null;
}
