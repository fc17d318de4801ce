import type { CallListing } from "../model/call.ts";
import { collapse } from "../model/collapse.ts";
import type { LocalDate } from "../model/date.ts";
import { once } from "../model/once.ts";
import type { PrintedDate } from "../model/printed.ts";
import type { Problem } from "../model/problem.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";
import { visible } from "../model/visible.ts";
import { type Days, daysOf } from "../normalize/dates/days.ts";
import { canonicalLink } from "../normalize/link.ts";
import type { Gazetteer } from "../normalize/places/gazetteer.ts";
import { plainTokens, remarkTokens } from "../parse/markdown.ts";
import { mend } from "../parse/mend.ts";
import { definitionsOf, inlineReferences } from "../parse/references.ts";
import { reportTo } from "../parse/report.ts";
import { linesOf } from "../parse/section.ts";
import { allText, isLink, type Token } from "../parse/token.ts";
import { type PrintedCall, readCall } from "./line.ts";
import { callsForPapers } from "./name.ts";
import { type CallPlaces, callPlaces, type Whereabouts } from "./places.ts";
import { CALL_PROBLEMS, type CallReport } from "./report.ts";
import { type CallLine, callLines } from "./section.ts";
import { instantOf } from "./time.ts";
import { correctYears, yearsIn } from "./years.ts";

/** The calls of one issue, and what was odd about them. */
export interface CallsOfIssue {
  readonly calls: readonly CallListing[];
  readonly problems: readonly Problem[];
}

/** Reads the calls for papers of an issue of that day. */
export type CallReader = (issue: LocalDate, text: string) => CallsOfIssue;

/** Calls of an issue that are read; the archive has 6 at most. */
const MAX_CALLS = 500;
/** Longer lines are not read. */
const MAX_LINE = 2_000;
const NO_PLACE: Whereabouts = { mode: null, places: [], resolved: [], unknown: false };

/** A reader of calls; places come from the gazetteer, `trace` counts rules. Never throws, whatever the text holds. */
export function createCallReader(gazetteer: Gazetteer, trace: Trace = NO_TRACE): CallReader {
  const places = callPlaces(gazetteer);
  return (issue, text) => {
    const problems: Problem[] = [];
    const lines = linesOf(visible(text));
    const report = reportTo(CALL_PROBLEMS, problems, issue, lines);
    const definitions = once(() => definitionsOf(lines));
    const calls: CallListing[] = [];
    for (const line of callLines(lines, report)) {
      if (calls.length === MAX_CALLS) {
        report("call-section-too-long", line.at);
        break;
      }
      if (line.mixed && !CALLS.test(line.text)) continue;
      const tell: CallReport = line.mixed ? () => {} : report;
      if (line.text.length > MAX_LINE) {
        tell("call-too-long", line.at);
        continue;
      }
      const closed = line.text.replace(UNCLOSED, "$&)");
      if (closed !== line.text) tell("call-markup-mended", line.at, "bracket behind an address missing");
      const { text, mended } = mend(inlineReferences(closed.replace(BARE, "[$&]($&)"), definitions));
      for (const rule of mended) tell("call-markup-mended", line.at, rule.replaceAll("-", " "));
      const tokens = plainTokens(text) ?? remarkTokens(text);
      if (!isCall(tokens, line)) tell("call-not-understood", line.at);
      else {
        const call = readCall(tokens, line.mixed, issue, places.isPlace);
        calls.push(listingOf(issue, line, call, places, { report, tell }, trace));
      }
    }
    return { calls, problems: problems.sort((a, b) => a.line - b.line) };
  };
}

/** `[EuroRust](https://… | CFP closes`: a link whose bracket is missing before a bar. */
const UNCLOSED = /\]\(https?:\/\/[^\s()|]+(?=\s*\|)/g;
/** An address in plain text. */
const BARE = /(?<=^|[\s|])https?:\/\/[^\s<>()[\]|]+/g;
/** What a line that calls for papers holds, if only in its address. */
const CALLS = /cf[ps]|calls? for|papercall|sessionize|pretalx/i;
/** Services that take in proposals. */
const SERVICE =
  /^https?:\/\/(?:(?:www\.)?papercall\.io|sessionize\.com|pretalx\.com|(?:[\w-]+\.)?cfp\.[\w.-]+|[\w-]+\.cfp\.dev)\b/i;
/** Where projects look for help, which some call a CFP too. */
const PROJECT = /\bcrates?\b|\bimplement|\bproject|\bworking group\b|\bwg\b/i;
const CODE = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.[\w.]+|codeberg\.org)\/[^/]+\/[^/]+/i;
const CONFERENCE = /\b(?:devrooms?|conf(?:erence)?s?|fest|summit|camp|meetups?|days?|week)\b/i;

/** Whether a line calls for papers: in a section of projects only if it says so, or leads to such a service. */
function isCall(tokens: readonly Token[], { mixed }: CallLine): boolean {
  const text = allText(tokens);
  const links = tokens.filter(isLink);
  if (!mixed) return links.length > 0 || tokens.some(({ kind }) => kind === "bar");
  if (PROJECT.test(text) || links.some(({ address }) => CODE.test(address))) return false;
  if (/\bcall for participation\b/i.test(text)) return CONFERENCE.test(text);
  return callsForPapers(text) || links.some(({ address }) => SERVICE.test(address));
}

/** Where problems go: all, and those that do not matter in a section of projects. */
interface Reports {
  readonly report: CallReport;
  readonly tell: CallReport;
}

function listingOf(
  issue: LocalDate,
  { at }: CallLine,
  call: PrintedCall,
  places: CallPlaces,
  { report, tell }: Reports,
  trace: Trace,
): CallListing {
  const where = call.place === null ? NO_PLACE : places.at(call.place);
  const printed = {
    closes: daysPrinted(call.deadline, issue, at, tell),
    from: daysPrinted(call.earlier, issue, at, tell),
  };
  // Days without a year are those after the deadline.
  const days = daysPrinted(call.days, printed.closes?.start ?? issue, at, tell);
  const years = [...yearsIn(call.name), ...yearsIn(call.url ?? "")];
  const { dates, rules } = correctYears({ issue, closes: printed.closes?.start ?? null, days, years });
  for (const rule of [...call.rules, ...rules]) trace(rule, `${issue} ${call.name}`);
  for (const rule of rules) {
    report("call-year-typo", at, rule.replaceAll("-", " "));
  }
  const { closes } = dates;
  const zone = where.resolved[0]?.timeZone ?? null;
  const closesAt = closes !== null && call.time !== null ? instantOf(closes, call.time, zone) : null;
  for (const [rule, found] of call.odd) tell(rule, at, found.slice(0, 80));
  if (call.time !== null && closesAt === null && closes !== null) tell("call-zone-unknown", at, call.deadline?.text);
  if (call.name === "") report("call-name-missing", at);
  if (call.url === null) tell("call-link-missing", at);
  if (closes === null && !call.rolling) tell("call-deadline-missing", at);
  if (dates.days === null) tell("call-days-missing", at);
  if (where.mode === null) tell("call-place-missing", at);
  if (where.unknown) tell("call-place-unknown", at, call.place ?? "");
  return {
    issue,
    line: at + 1,
    name: collapse(call.name),
    url: call.url,
    site: call.site,
    closes,
    closesAt,
    rolling: call.rolling,
    extended: call.extended,
    extendedFrom: printed.from?.start ?? null,
    start: dates.days?.start ?? null,
    end: dates.days?.end ?? null,
    mode: where.mode,
    places: where.places,
    resolved: where.resolved,
    link: canonicalLink(call.url),
  };
}

function daysPrinted(date: PrintedDate | null, from: LocalDate, at: number, report: CallReport): Days | null {
  if (date === null) return null;
  const { days, rule } = daysOf(date, from);
  if (rule !== null) report(days === null ? "call-date-impossible" : "call-date-typo", at, date.text);
  return days;
}
