import { collapse, trimOf } from "../model/collapse.ts";
import { memo } from "../model/memo.ts";

const CALLED = `(?:talk |session |lightning talk )?(?:papers?|proposals?|speakers?|talks?|presentations?|participation|submissions?|sessions?|abstracts?|contributions?|presenters?)`;
const CALL = String.raw`\b(?:open )?calls? for ${CALLED}(?: (?:and|or|&) ${CALLED})*\b`;

/** Words of the call in a conference's name, which are no part of it, in the order in which they are taken out. */
const NOT_NAME: readonly RegExp[] = [
  new RegExp(CALL, "giu"),
  /\bcf[pst]s?\b/giu,
  /\b(?:speaker|talk|paper|proposal) submissions?\b/giu,
  /\b(?:(?:is|are|now|still) ){1,3}(?:open(?: now)?|out|live|closing soon)\b!?/giu,
  /^(?:join us at|(?:speak|present|talk) at|submit (?:an? |your )?(?:talks?|proposals?|papers?|abstracts?|sessions?)(?: (?:to|for|at))?)\b/iu,
];
const CALLS = new RegExp(String.raw`\bcf[ps]s?\b|${CALL}`, "iu");
const AROUND = " :;,.!|*_–—-";
/** What leads to a name or stands behind it once words of the call are gone. */
const BEFORE = /^(?:for|in|at|to|of|by)\b(?: the\b)?/iu;
const ARTICLE = /^the\b(?=.*\S)/iu;
const BEHIND = /(?:\b(?:for|in|at|to|is|are|of)|\(\s*\)|\[\s*\])$/iu;
const EMPTY = /\(\s*\)|\[\s*\]/g;

/**
 * The conference's name in a text of a call; empty where it names none.
 *
 *     Rust Conf 2025 Call for Speakers        The RustConf 2020 CFP is now open        CFP
 *     ^------------^                              ^-----------^
 */
export function conferenceName(text: string): string {
  const whole = trimOf(text, AROUND, AROUND.replace(/[.!]/g, ""));
  let name = whole;
  for (const pattern of NOT_NAME) name = name.replace(pattern, " ");
  if (collapse(name) === whole) return whole;
  name = trimOf(name.replace(EMPTY, " "), AROUND, AROUND);
  for (const pattern of [BEFORE, ARTICLE, BEHIND]) name = trimOf(name.replace(pattern, ""), AROUND, AROUND);
  return name;
}

/** Whether a text calls for papers. */
export function callsForPapers(text: string): boolean {
  return CALLS.test(text);
}

/** A series for comparison: `Rust Conf 2025 Conference` and `RustConf` are one. */
export const seriesKey = memo((name) => wordsOfSeries(name).join(""));

/** The words of a series, without years, remarks in brackets and what any conference is called. */
export const wordsOfSeries = memo((name): readonly string[] => {
  const bare = name.replace(/\([^()]*\)/g, " ");
  const words = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = words(bare).length > 0 ? words(bare) : words(name);
  const own = all.filter((word) => !/^(?:20\d\d|conference|the|edition)$/.test(word));
  return own.length > 0 ? own : all;
});
