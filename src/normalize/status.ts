import type { Status } from "../model/listing.ts";
import type { Rule } from "../model/rule.ts";
import { NO_TRACE, type Trace } from "../model/trace.ts";

/** Where in a title a mark for the status may stand; the words inside a running title (`Cancelled futures`) are no mark. */
interface StatusMark extends Rule {
  readonly mark: RegExp;
}

const WORDS = {
  cancelled: /\bcancell?ed\b|\babgesagt\b|\bannul[ée]+\b|\bcancelado\b/i,
  postponed: /\bpostponed\b|\bverschoben\b|\breport[ée]e?\b/i,
};
const ANY_WORD = /cancel|postpon|abgesagt|verschoben|annul|report/i;
const MARKS = "marks that editors may use: test/normalize/line.test.ts";

export const STATUS_MARKS: readonly StatusMark[] = [
  {
    rule: "status-alone",
    says: "A title of one word.",
    example: ["Cancelled", "cancelled"],
    mark: /^\W*\p{L}{5,12}\W*$/gu,
  },
  {
    rule: "status-in-capitals",
    says: "A word in capitals, wherever it stands.",
    example: ["CANCELLED Talk night", "cancelled"],
    outside: MARKS,
    mark: /\b(?:CANCELL?ED|POSTPONED)\b/g,
  },
  {
    rule: "status-first",
    says: "The first word, and punctuation behind it.",
    example: ["Cancelled: Talks", "cancelled"],
    outside: MARKS,
    mark: /^\W{0,4}\p{L}{5,12}\b(?=\s*[:!\])–—-])/gu,
  },
  {
    rule: "status-in-bracket",
    says: "In brackets or between stars.",
    example: ["Talks (postponed)", "postponed"],
    outside: MARKS,
    mark: /[[(*]\s*[^\][()*]{5,40}\s*[\])*]/g,
  },
  {
    rule: "status-last",
    says: "The last word behind a dash or a colon.",
    example: ["Talks - postponed", "postponed"],
    outside: MARKS,
    mark: /[-–—:]\s*\p{L}{5,12}\W{0,3}$/gu,
  },
];

/** Whether a text has a word for a status, a mark or not. */
export function mentionsStatus(text: string): boolean {
  return text.includes("~~") || ANY_WORD.test(text);
}

/** The status that a mark in the title, or one of `besides` (the place column, what stands behind the link), states. */
export function statusOf(title: string, besides: readonly string[], trace: Trace = NO_TRACE): Status {
  if (isStruckOut(title) || besides.some((text) => text.startsWith("~~"))) return "cancelled";
  if (![title, ...besides].some(mentionsStatus)) return "confirmed";
  const found = STATUS_MARKS.flatMap(({ rule, mark }) => (title.match(mark) ?? []).map((text) => ({ rule, text })));
  const marks = [...besides.map((text) => ({ rule: null, text })), ...found];
  for (const status of ["cancelled", "postponed"] as const) {
    const stated = marks.find(({ text }) => WORDS[status].test(text));
    if (stated === undefined) continue;
    if (stated.rule !== null) trace(stated.rule, title);
    return status;
  }
  return "confirmed";
}

/** `~~Talk night~~`, and what follows. */
const STRUCK = /^([^~\p{L}\p{N}]*)~~([^~]+)~~(.*)$/su;

/** Whether all of the title is struck out; one that another follows is only replaced: `~~Talk night~~ Hack night`. */
function isStruckOut(title: string): boolean {
  const [, , , after] = STRUCK.exec(title) ?? [];
  return after !== undefined && (!/[\p{L}\p{N}]/u.test(after) || ANY_WORD.test(after));
}

/** The title that counts: `~~Talk night~~` → `Talk night`, `~~Talk night~~ Hack night` → `Hack night`. */
export function withoutStrike(title: string): string {
  const [, before = "", struck = "", after] = STRUCK.exec(title) ?? [];
  if (after === undefined) return title;
  return (isStruckOut(title) ? `${before}${struck}${after}` : after).trim();
}

/** Punctuation before the word is looked for from the first of it only, which keeps the time linear. */
const MARK = /(?<![\s*([])[\s*([]*\b(?:cancell?ed|postponed)\b[\s*)\]:–-]*/gi;

/** A place column without the mark that it carries: `CANCELLED Virtual` → `Virtual`. */
export function withoutStatus(place: string): string {
  return place.replace(MARK, " ").trim();
}
