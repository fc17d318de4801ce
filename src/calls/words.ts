/** Words that lead to a date of a call or stand behind it, and words that stand for a deadline. */
const WORDS = new Set(
  (
    "cfp cfps call calls for of papers paper proposals proposal speakers speaker talks talk submissions submission submit " +
    "abstract abstracts session sessions presentation presentations application applications apply entries " +
    "close closes closing closed deadline deadlines due until till by before end ends ending last final chance day days date dates soon " +
    "open opens opened opening is are was were now still currently new the a on at to from in and as it " +
    "extended extension extending originally previously formerly instead " +
    "tentative tentatively exact provisional planned " +
    "event events conference conf workshop workshops training trainings takes take taking place held happens happening runs run starts start begins main programme " +
    "accepting accepted accept receive received sent rolling ongoing continuous basis filled always no none not tbd tba tbc announced " +
    "unknown yet be will hurry reminder update updated aoe utc gmt anywhere earth local time midnight noon eod " +
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday early mid late about approx around"
  ).split(" "),
);

/** What stands between words, quotes and brackets included. */
const BETWEEN = String.raw`[^\p{L}\p{N}]*`;
const LAST = new RegExp(String.raw`([\p{L}\p{N}]+)${BETWEEN}$`, "u");
const FIRST = new RegExp(String.raw`^${BETWEEN}([\p{L}\p{N}]+)`, "u");

/** Where the words that lead to a date begin, in a text that ends where the date begins. */
export function leadOf(text: string): number {
  let at = text.length;
  for (;;) {
    const match = LAST.exec(text.slice(Math.max(0, at - 60), at));
    if (match === null || !WORDS.has(match[1]!.toLowerCase())) return at;
    at = Math.max(0, at - 60) + match.index;
  }
}

/** Where such words end that stand behind a date, in a text that begins where the date ends. */
export function tailOf(text: string): number {
  let at = 0;
  for (;;) {
    const match = FIRST.exec(text.slice(at, at + 60));
    if (match === null || !WORDS.has(match[1]!.toLowerCase())) return at;
    at += match[0].length;
  }
}

/** Whether a text has no other words. */
export function isOfCall(text: string): boolean {
  return leadOf(text.trimEnd()) === 0 || !/[\p{L}\p{N}]/u.test(text);
}
