import type { PrintedContent } from "../model/printed.ts";
import type { ProblemRule } from "./report.ts";
import { isLink, type Token } from "./token.ts";

const WORD = /[\p{L}\p{N}]{2,}/gu;
/** Words that only join organisers or lead to them. */
const JOINING = new Set(["and", "the", "by", "with", "hosted"]);
/** What a link that came apart leaves in a text: `Fjord Rust]h(ttps://…`, `[(`. */
const TORN = /\]\S{0,2}\(|\[\(|:\/\//;

interface PrintedLine {
  readonly text: string;
  readonly tokens: readonly Token[];
}

type Leftovers = readonly (readonly [rule: ProblemRule, text: string])[];

/** What was found for a content that is alone in its listing: equal lines give one content, also in later issues. */
const found = new WeakMap<PrintedContent, Leftovers>();

/**
 * Checks that nothing of the lines of a listing is lost: `words-unused` for words that none of `contents` has, `link-broken`
 * for brackets and addresses that a mistyped link leaves in a text.
 *
 *     * 2025-10-08 | Oslo, NO | [Fjord Rust]h(ttps://example.org/)
 *                                          ^
 */
export function leftoversOf(lines: readonly PrintedLine[], contents: readonly PrintedContent[]): Leftovers {
  const [content, ...others] = contents;
  if (content === undefined) return [];
  const known = others.length === 0 ? found.get(content) : undefined;
  if (known !== undefined) return known;
  const leftovers = lookedFor(lines, contents);
  if (others.length === 0) found.set(content, leftovers);
  return leftovers;
}

function lookedFor(lines: readonly PrintedLine[], contents: readonly PrintedContent[]): Leftovers {
  const used = new Set(contents.flatMap((content) => wordsOf([...textsOf(content), ...addressesOf(content)])));
  const unused = wordsOf(lines.map(({ text }) => text)).filter((word) => !used.has(word) && !JOINING.has(word));
  const tokens = lines.flatMap((line) => line.tokens);
  const outside = tokens.flatMap((token) => (isLink(token) ? [] : [token.text])).join("");
  const torn =
    [outside, ...tokens.filter(isLink).map(({ text }) => text)].find(isUneven) ??
    contents.flatMap(textsOf).find((text) => TORN.test(text));
  return [
    ...(unused.length > 0 ? [["words-unused", unused.join(" ")] as const] : []),
    ...(torn === undefined ? [] : [["link-broken", torn.trim()] as const]),
  ];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.join("\n").replaceAll("&amp;", "&").toLowerCase().match(WORD) ?? [];
}

function isUneven(text: string): boolean {
  return text.split("[").length !== text.split("]").length;
}

function textsOf({ place, groups, text, links }: PrintedContent): string[] {
  return [place ?? "", text, ...[...groups.map(({ name }) => name), ...links.map((link) => link.text)]];
}

function addressesOf({ date, note, url, groups, links }: PrintedContent): string[] {
  return [date?.text, note, url, ...[...groups, ...links].map((each) => each.url)].filter((text) => text != null);
}
