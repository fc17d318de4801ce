import type { PrintedDate } from "../model/printed.ts";
import { datePrefix } from "../parse/date.ts";
import { ROLES, type Role } from "./roles.ts";
import { blankTime } from "./time.ts";
import { leadOf, tailOf } from "./words.ts";

/** A date in a text, from `at` to `end`. */
interface Found {
  readonly at: number;
  readonly end: number;
  /** Null for a month or a season: it tells no day. */
  readonly date: PrintedDate | null;
}

/** A date of a call with the words around it, from `from` to `until`. */
export interface RoleDate extends Found {
  readonly from: number;
  readonly until: number;
  readonly role: Role | null;
  /** The rule that told the role. */
  readonly rule: string | null;
  /** The words around it. */
  readonly words: string;
  readonly text: string;
}

const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
/** `November 2026`, `2026-11`, `autumn 2026`, `Q4 2026`, `June`. */
const VAGUE =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?,? 20\d\d|20\d\d-(?:0\d|1[0-2])|(?:spring|summer|autumn|fall|winter|q[1-4]),? 20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?!\.? ?\d))(?![\p{L}\p{N}]|-\d)/iu;

const WEEKDAY = String.raw`\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? `;
const OR = ` ?(?:[-–—&]|to|and) ?`;
/** Forms of dates that are written as others are. */
const REWRITES: readonly (readonly [from: RegExp, to: string])[] = [
  // `2026-05-04T23:59Z`
  [/(?<=\d{4}-\d\d-\d\d)T(?=\d\d:\d\d)/g, " "],
  // `Wed 14 - Sat 17 October 2026`
  [new RegExp(String.raw`${WEEKDAY}(?=\d)`, "gi"), ""],
  // `14. - 17. October 2026`
  [new RegExp(String.raw`\b(\d{1,2})\.${OR}(\d{1,2})\.? (?=\p{L}{3})`, "giu"), "$1-$2 "],
  // `October 14 to 17 2026`
  [
    new RegExp(String.raw`\b(\p{L}{3,9}\.? \d{1,2})(?:st|nd|rd|th)?${OR}(\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)\b`, "giu"),
    "$1-$2, $3",
  ],
];

/** A text with its dates in forms that are read. */
export function plainDates(text: string): string {
  return REWRITES.reduce((written, [from, to]) => written.replace(from, to), text);
}

/** All dates in a text with what they are, in their order. */
export function datesIn(text: string): readonly RoleDate[] {
  const found = findDates(text);
  return found.map((one, index) => {
    const before = blankTime(text.slice(found[index - 1]?.end ?? 0, one.at));
    const behind = blankTime(text.slice(one.end, found[index + 1]?.at ?? text.length));
    const lead = before.slice(leadFrom(before));
    const tail = index + 1 < found.length ? behind.slice(0, leadFrom(behind)) : behind;
    const words = tail.slice(0, tailOf(tail));
    const near = /^\s*[([–—:-]|^[^,;]*$/.test(words) ? words : "";
    const struck = before.trimEnd().endsWith("~~") && behind.trimStart().startsWith("~~");
    const rule = [struck ? "was" : lead, near]
      .map((words) => ROLES.find(({ match }) => match.test(words)))
      .find((one) => one);
    const [role, name] = [rule?.role ?? null, rule?.rule ?? null];
    return {
      ...one,
      from: one.at - lead.length,
      until: one.end + words.length,
      role,
      rule: name,
      words: lead + near,
      text: text.slice(one.at, one.end),
    };
  });
}

/** Where the words begin that lead to the date behind `before`; those before a bracket or comma belong to the date before. */
function leadFrom(before: string): number {
  const from = leadOf(before);
  const cut = Math.max(...[",", ";", ")", "]"].map((sign) => before.lastIndexOf(sign))) + 1;
  return cut > from ? cut : from;
}

function findDates(text: string): readonly Found[] {
  const read = text.replace(/[()[\]]/g, "|");
  const found: Found[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(read); match !== null; match = WORD.exec(read)) {
    const one = dateAt(read, match.index);
    if (one === null) continue;
    found.push(one);
    WORD.lastIndex = one.end;
  }
  return found;
}

function dateAt(text: string, at: number): Found | null {
  const rest = text.slice(at, at + 200);
  const vague = VAGUE.exec(rest);
  if (vague !== null) return { at, end: at + vague[0].length, date: null };
  const date = datePrefix(rest)?.value;
  return date === undefined ? null : { at, end: at + date.text.length, date };
}
