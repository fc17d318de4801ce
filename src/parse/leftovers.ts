import type { PrintedContent } from "../model/printed.ts";
import { datePrefix } from "./date.ts";
import type { ProblemRule } from "./report.ts";
import { isLink, type Token } from "./token.ts";

const WORD = /[\p{L}\p{N}]{2,}/gu;
/** Words that only join organisers or lead to them. */
const JOINING = new Set(["and", "the", "by", "with", "hosted"]);
/** Without any of these nothing is torn. */
const BRACKETS = /[[\]]|:\/\//;
/** What a link that came apart leaves in a text: `Fjord Rust]h(ttps://…`, `[(`. */
const TORN = /\]\S{0,2}\(|\[\(|:\/\//;

/** An address, or the end of a place. */
const TELLING = /:\/\/|\p{L}, [A-Z]{2}\b/u;
const WORD_BEGINS = /(?<![\p{L}\d])(?=[\p{L}\d])/gu;
/** A month's name or a year: `7/8` and `18:00` are no dates to us. */
const OF_DATE = /\p{L}{3}|\d{4}/u;

/** Problems of one listing: the rule, and what it is about. */
export type Leftovers = readonly (readonly [rule: ProblemRule, text: string])[];

/**
 * Checks that nothing of the tokens of a listing, of its row and of the event under it, is lost: `words-unused` for words that
 * no field has, `link-broken` for brackets and addresses that a mistyped link leaves in a text.
 *
 *     * 2025-10-08 | Oslo, NO | [Fjord Rust]h(ttps://example.org/)
 *                                          ^
 */
export function leftoversOf(tokens: readonly Token[], content: PrintedContent): Leftovers {
  const texts = textsOf(content);
  const fields = [...texts, ...addressesOf(content)].join("\n");
  // Nearly every token is a field as it stands.
  const isUsed = (part: string) => fields.includes(part.trim());
  const unused = tokens
    .filter((token) => token.kind !== "bar" && (!isUsed(token.text) || (isLink(token) && !isUsed(token.address))))
    .flatMap((token) => wordsOf(isLink(token) ? `${token.text} ${token.address}` : token.text));
  const words = unused.length === 0 ? [] : unusedWords(unused, fields);
  const torn = BRACKETS.test(tokens.map(({ text }) => text).join("")) ? tornIn(tokens, texts) : undefined;
  return [
    ...(words.length > 0 ? [["words-unused", words.join(" ")] as const] : []),
    ...(isTelling(content.note) ? [["note-unused", content.note] as const] : []),
    ...(torn === undefined ? [] : [["link-broken", torn.trim()] as const]),
  ];
}

/** Whether a note has a date, a place or an address: notes are read for what became of the event, and nothing else. */
function isTelling(note: string): boolean {
  const dates = [...note.matchAll(WORD_BEGINS)].map(
    ({ index }) => datePrefix(note.slice(index, index + 40))?.value.text,
  );
  return TELLING.test(note) || dates.some((date) => date !== undefined && OF_DATE.test(date));
}

function tornIn(tokens: readonly Token[], texts: readonly string[]): string | undefined {
  const outside = tokens.map((token) => (isLink(token) ? "" : token.text)).join("");
  const linked = tokens.filter(isLink).map(({ text }) => text);
  return [outside, ...linked].find(isUneven) ?? texts.find((text) => TORN.test(text));
}

function unusedWords(words: readonly string[], fields: string): readonly string[] {
  const used = new Set(wordsOf(fields));
  return words.filter((word) => !used.has(word) && !JOINING.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.replaceAll("&amp;", "&").toLowerCase().match(WORD) ?? [];
}

function isUneven(text: string): boolean {
  return text.split("[").length !== text.split("]").length;
}

function textsOf({ place, groups, text, links }: PrintedContent): string[] {
  return [place ?? "", text, ...groups.map(({ name }) => name), ...links.map((link) => link.text)];
}

function addressesOf({ date, beside, note, url, groups, links }: PrintedContent): string[] {
  return [date?.text, beside?.text, note, url, ...[...groups, ...links].map((each) => each.url)].filter(
    (text) => text != null,
  );
}
