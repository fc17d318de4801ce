import type { Rule } from "../model/rule.ts";

/** A typo in Markdown that would cost a link, and what to write for it. */
export interface Mend extends Rule {
  readonly pattern: RegExp;
  readonly by: string | ((...match: string[]) => string);
}

/** HTML's own tags and comments, but not the `<T>` of `Rust<T>`, which Markdown takes for one. */
const TAG =
  /<!--.*?-->|<\/?(?:a|abbr|b|big|blockquote|br|button|center|code|del|details|div|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|pre|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)\b[^<>]{0,2000}>/gi;

/** What stands before the address of a link, its text in a group: in brackets, in others, or at the start without any. */
const LINKED = [
  String.raw`\[([^{}[\]]{1,300}?)(?<![|([])[\])}]?[[({]?`,
  String.raw`[({]([^(){}[\]|]{1,300})[\])}][[({]`,
  String.raw`^([^[\]{}|]{1,500}|[^[\]{}]{1,300}\*\*[^[\]{}]{1,300})\][[({]?`,
];
/** The end of an address, unless it stands within a link's text. */
const LINK_END = String.raw`(?:[)\]}](?=$|[ .,|])|\.?$)(?![^[\]]*\]\()`;

/** The rules in the order in which they are applied; each mends what those before it wrote. */
export const MENDS: readonly Mend[] = [
  {
    rule: "html-was-taken-out",
    says: "Tags of HTML are no text.",
    example: ["[<b>Title</b>](https://example.org/)", "[Title](https://example.org/)"],
    outside: "an issue's text may hold HTML, which Markdown allows",
    pattern: TAG,
    by: "",
  },
  {
    rule: "stray-character-before-the-link",
    says: "One character before a link at the start is a typo.",
    example: ["$[**Title**](https://example.org/)", "[**Title**](https://example.org/)"],
    pattern: /^[$%^~]\s{0,2}(?=\[)/,
    by: "",
  },
  {
    rule: "stray-backtick",
    says: "A backtick that nothing pairs with is a typo.",
    example: ["[Mar 5. Oslo, NO -`Hack](https://example.org/)", "[Mar 5. Oslo, NO -Hack](https://example.org/)"],
    pattern: /^([^`]*)`([^`]*)$/,
    by: "$1$2",
  },
  {
    rule: "bracket-behind-the-first-letter",
    says: "A link's bracket behind the first letter or figure of its text stands before it.",
    example: ["M[ar 5. Oslo, NO - Title](https://example.org/)", "[Mar 5. Oslo, NO - Title](https://example.org/)"],
    outside: "a hand swaps two keys",
    pattern: /(?<![^\s|*])(\p{Lu}(?=\[\p{Ll})|\d(?=\[[\d/]))\[(?=[^[\]]{2,300}\]\()/gu,
    by: "[$1",
  },
  {
    rule: "letter-between-the-brackets",
    says: "A letter between the brackets of a link belongs to its text, or to its address.",
    example: ["[Fjord Rus]t(https://example.org/)", "[Fjord Rust](https://example.org/)"],
    outside: "a hand swaps two keys",
    pattern: /\](?:(h)\((?=ttps?:\/\/)|([^\s()[\]])\((?=https?:\/\/))/g,
    by: (_, scheme, letter) => (scheme === undefined ? `${letter}](` : `](${scheme}`),
  },
  {
    rule: "space-between-link-text-and-address",
    says: "A space between a link's text and its address is a typo.",
    example: ["[Group] (https://example.org/)", "[Group](https://example.org/)"],
    pattern: /\] {1,3}(?=\(https?:\/\/)/g,
    by: "]",
  },
  {
    rule: "bracket-before-the-address-twice",
    says: "A bracket between a link's text and its address that is typed twice is one.",
    example: ["[Group]((https://example.org/)", "[Group](https://example.org/)"],
    pattern: /(?:(?<=\[[^[\]]{1,300})\]{2,}\(|\]\(\()(?=https?:\/\/)/g,
    by: "](",
  },
  {
    rule: "bracket-before-the-address-missing",
    says: "An address between a link's text and a bracket is the link's.",
    example: ["[**Title**]https://example.org/)", "[**Title**](https://example.org/)"],
    pattern: /\](?=https?:\/\/[^\s()]{1,2000}\))/g,
    by: "](",
  },
  {
    rule: "brackets-of-a-link",
    says: "A text and an address are a link when one bracket of its four is missing, or some are of another kind.",
    example: ["(Group)[https://example.org/]", "[Group](https://example.org/)"],
    outside:
      "`[Group(https://…)`, `Mar 5. Title](https://…)`, `{Group}(https://…)`: a hand misses a key, or takes the next",
    pattern: new RegExp(`(?:${LINKED.join("|")})(https?:\\/\\/[^\\s()[\\]{}]{1,2000}?)${LINK_END}`, "g"),
    by: (_, bracketed, inOthers, unopened, address) => `[${bracketed ?? inOthers ?? unopened}](${address})`,
  },
  {
    rule: "scheme-misspelt",
    says: "What looks like the scheme of an address is `https`, or `http` where that is spelt right.",
    example: ["[**Title**](hhttps://example.org/)", "[**Title**](https://example.org/)"],
    pattern: /(?<=\]\()(?:([htps]{3,7}|http:s)(?:[ :;.]{1,3}\/{1,3}|\/\/)|:?\/\/)+(?=\w)/g,
    by: (_, scheme) => (scheme === "http" ? "http://" : "https://"),
  },
];

/** A line of Markdown mended, and the names of the rules that changed it. */
export function mend(line: string): { readonly text: string; readonly mended: readonly string[] } {
  let text = line;
  const mended: string[] = [];
  for (const { rule, pattern, by } of MENDS) {
    const after = text.replace(pattern, by as string);
    if (after !== text) mended.push(rule);
    text = after;
  }
  return { text, mended };
}
