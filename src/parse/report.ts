import { copyOf } from "../model/copy-of.ts";
import type { LocalDate } from "../model/date.ts";
import type { Problem, Severity } from "../model/problem.ts";

/** Lines of a section that are read; the longest of 600 sections had 250. */
export const MAX_LINES = 100_000;
/** Characters of a line that are read; the longest line of twelve years has 2,136. Remark's time grows with the square of some. */
export const MAX_LINE = 8_000;

/** What may be odd in an issue, how bad that is, and what is said of it, `{}` standing for what was found. */
export const PROBLEMS = {
  "issue-date-missing": ["warning", "neither the file's name (YYYY-MM-DD-…) nor a Date line tells the issue's date"],
  "section-missing": ["warning", "no heading “Upcoming Events” was found"],
  "section-empty": ["warning", "the section lists nothing"],
  "section-too-long": ["error", `the section has more than ${MAX_LINES} lines: the rest was not read`],
  "section-ended-by-heading": ["info", "an unknown heading without events ends the section"],
  "heading-unknown": ["warning", "a heading that names no region: its events carry no region"],
  "line-too-long": ["error", `what makes a line longer than ${MAX_LINE} characters was not read`],
  "comment-unclosed": ["warning", "a comment is opened and never closed: only its `<!--` was taken out"],
  "commented-out": ["info", "a bullet, a date or an address inside a comment"],
  "text-damaged": ["warning", "control characters, or bytes that are no UTF-8: they were taken out of the text"],
  "bullet-typed-as-heading": ["info", "a bullet typed as a heading"],
  "bullet-marker-missing": ["info", "{} without its bullet marker"],
  "bullet-marker-misplaced": ["info", "the space behind the bullet's marker stands in the year"],
  prose: ["info", "a paragraph that lists no event"],
  "markup-mended": ["info", "markup was mended: {}"],
  "link-refused": ["warning", "no link that a browser may follow: “{}”"],
  "link-broken": ["warning", "a bracket of a link is missing or misplaced: “{}”"],
  "link-torn": ["info", "a link goes on in this line"],
  "definition-unused": ["info", "an address that no listing refers to"],
  "note-unused": ["warning", "a date, a place or an address behind the event that no field has: “{}”"],
  "event-missing": ["warning", "a row without its event"],
  "words-unused": ["warning", "words that no field has: “{}”"],
  "date-missing": ["warning", "a listing without a date that can be read"],
  "note-under-event": ["info", "a bullet under an event that lists no other event"],
  "no-events": ["info", "a line that says there are none"],
  "cancelled-in-prose": ["info", "a sentence about a cancelled or postponed event"],
  "prose-bullet": ["info", "a sentence that lists no event"],
  "bullet-not-understood": ["error", "neither a listing nor a sentence"],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type ProblemRule = keyof typeof PROBLEMS;

/** Takes what is odd at a line of the file, `at` counted from 0, and what was found there. */
export type Report = (rule: ProblemRule, at: number, found?: string) => void;

/** A report that adds what `table` says of a rule to `problems`; `lines` are those of the issue's file. */
export function reportTo<Rule extends string>(
  table: Readonly<Record<Rule, readonly [Severity, string]>>,
  problems: Problem[],
  issue: LocalDate,
  lines: readonly string[],
): (rule: Rule, at: number, found?: string) => void {
  return (rule, at, found = "") => {
    const [severity, message] = table[rule];
    problems.push({
      rule,
      severity,
      message: message.replace("{}", () => found),
      issue,
      line: at + 1,
      printed: quote(lines[at] ?? ""),
      used: null,
    });
  };
}

function quote(line: string): string {
  const text = line.trim();
  return text.length > 200 ? `${text.slice(0, 200)}…` : copyOf(text);
}
