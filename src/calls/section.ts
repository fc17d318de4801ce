import { BULLET } from "../parse/bullet-marker.ts";
import { withoutComments } from "../parse/comments.ts";
import { opensNextSection } from "../parse/headings.ts";
import { isDefinition } from "../parse/references.ts";
import type { CallReport } from "./report.ts";

/** A line of a section that may hold calls, with the lines that continue it. */
export interface CallLine {
  /** 0-based index of its first line in the file. */
  readonly at: number;
  readonly text: string;
  /** Whether projects that look for help stand in its section too: most of its lines are no calls for papers. */
  readonly mixed: boolean;
}

/** How a heading begins. */
const MARKED = /^ {0,3}[#*]/;
const HEADING = /^ {0,3}(#{1,6})\s*(\S.*)$/;
const BOLD_LINE = /^ {0,3}\*\*([^*]{3,60})\*\*:?\s*$/;
const FOR_PAPERS =
  /^(?:open )?(?:cf[ps]s?|calls? for (?:talk )?(?:papers?|proposals?|speakers?|talks?|presentations?|submissions?|sessions?|abstracts?))\b/;
const PROJECTS = /projects?|tasks?|issues?|testing|mentor/;
/** Sentences that introduce the section. */
const INTRODUCTION =
  /^(?:are you a new or experienced speaker|if you are an event organi[sz]er|open calls for submissions|always wanted to contribute|every week we highlight|some of these tasks|if you are a rust project owner)/i;
const NONE = /^(?:there (?:are|were) )?(?:no|none|nothing)\b/i;
/** A row of a table's frame: `|---|:-:|`. */
const FRAME = /^[|\s:-]*-{3}[|\s:-]*$/;
/** A line continues the one before with no more characters than this. */
const LONGEST = 2_000;

/** What a heading opens: calls for papers, calls of all kinds, or another section (null). */
function kindOf(heading: string): "calls" | "mixed" | null {
  const words = heading
    .replace(/\]\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{N};]+/gu, " ")
    .trim()
    .toLowerCase();
  if (/^call for participation\b/.test(words)) return "mixed";
  if (!FOR_PAPERS.test(words)) return null;
  return PROJECTS.test(words) && !/speaker|event/.test(words) ? "mixed" : "calls";
}

/** The lines of all sections of an issue that may hold calls, whatever the level of their headings. */
export function callLines(lines: readonly string[], report: CallReport): readonly CallLine[] {
  const found: CallLine[] = [];
  let from = 0;
  let [kind, level]: ["calls" | "mixed" | null, number] = [null, 0];
  const close = (end: number) => {
    if (kind !== null) found.push(...linesOf(lines.slice(from, end), from, kind === "mixed", report));
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (!MARKED.test(line)) continue;
    const [, signs, text] = HEADING.exec(line) ?? [];
    const bold = kind === "mixed" && signs === undefined ? BOLD_LINE.exec(line)?.[1] : undefined;
    const opened = text ?? bold;
    if (opened === undefined) continue;
    const next = kindOf(opened);
    // `**Synth**` and `#### Europe` stand within a section.
    const within =
      next === null && (signs === undefined || (kind !== null && signs.length > level && !opensNextSection(line)));
    if (within) continue;
    close(at);
    [kind, level, from] = [next, signs?.length ?? level, at + 1];
  }
  close(lines.length);
  return found;
}

/** Bullets, rows of a table and lines that begin with a link, each with what continues it. */
function linesOf(printed: readonly string[], first: number, mixed: boolean, report: CallReport): readonly CallLine[] {
  const found: CallLine[] = [];
  let [open, indent] = [false, 0];
  const comments = (rule: string, at: number) =>
    report(rule === "comment-unclosed" ? "call-comment-unclosed" : "call-commented-out", at);
  for (const [index, raw] of withoutComments(printed, first, mixed ? () => {} : comments).entries()) {
    const at = first + index;
    const text = raw.trim();
    if (text === "" || isDefinition(raw) || HEADING.test(raw) || FRAME.test(text)) {
      open = false;
      continue;
    }
    const bullet = BULLET.exec(raw);
    const said = (bullet?.[2] ?? text).replace(/^[\s*_]+/, "");
    const depth = bullet?.[1]?.replaceAll("\t", "    ").length ?? 0;
    if (bullet && open && depth > indent + 1 && !/\]\(/.test(said.slice(0, 300))) append(found, ` | ${said}`);
    else if (NONE.test(said)) {
      open = false;
    } else if (bullet || startsCall(text)) {
      open = bullet?.[2] !== "" || bullet === null;
      indent = depth;
      found.push({ at, text: bullet?.[2] ?? text.replace(/^\|/, ""), mixed });
    } else if (open) append(found, ` ${text}`);
    else if (!mixed && !INTRODUCTION.test(said)) report("call-prose", at);
  }
  return found;
}

/** `[**EuroRust 2025**](…)| …` is a call even without a marker, and so is a row of columns. */
function startsCall(text: string): boolean {
  return /^[*_|+-]{0,3}\[[^\]]+\]\(/.test(text) || /^\|/.test(text) || /^[^|]{2,200}\|[^|]*\|/.test(text);
}

function append(found: CallLine[], more: string): void {
  const last = found.at(-1);
  if (last !== undefined && last.text.length + more.length <= LONGEST)
    found[found.length - 1] = { ...last, text: last.text + more };
}
