import { collapse } from "../model/collapse.ts";

/** Plain text between links and bars. */
export interface TextToken {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
}

/** A link, its address as printed; `bold` is the bold part of its text, null when no part is. */
export interface LinkToken {
  readonly kind: "link";
  readonly text: string;
  readonly address: string;
  readonly bold: string | null;
}

/** A `|` outside of links. */
export interface BarToken {
  readonly kind: "bar";
  readonly text: "|";
}

/** A part of a line of Markdown; all parts in order are the line. */
export type Token = TextToken | LinkToken | BarToken;

/** What stands between two bars; blank text is left out. */
export type Cell = readonly (TextToken | LinkToken)[];

const BAR: BarToken = { kind: "bar", text: "|" };

export function isLink(token: Token): token is LinkToken {
  return token.kind === "link";
}

/** A text as tokens, cut at each bar. */
export function textTokens(text: string, bold = false): Token[] {
  return text.split("|").flatMap((part, index) => {
    const token: Token[] = part === "" ? [] : [{ kind: "text", text: part, bold }];
    return index === 0 ? token : [BAR, ...token];
  });
}

/** The tokens between the bars: one cell more than there are bars. */
export function cellsOf(tokens: readonly Token[]): Cell[] {
  const cells: (TextToken | LinkToken)[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "bar") cells.push([]);
    else if (token.kind === "link" || token.text.trim() !== "") cells.at(-1)?.push(token);
  }
  return cells;
}

/** The text outside of links, bars included, white space collapsed. */
export function plainText(tokens: readonly Token[]): string {
  return collapse(tokens.map((token) => (token.kind === "link" ? " " : token.text)).join(""));
}

/** The text of all tokens, links and bars included, white space collapsed. */
export function allText(tokens: readonly Token[]): string {
  return collapse(tokens.map(({ text }) => text).join(""));
}

/** The tokens before the first link as text, as printed; the tokens from that link on. */
export function beforeLink(tokens: readonly Token[]): readonly [text: string, rest: readonly Token[]] {
  const found = tokens.findIndex(isLink);
  const at = found < 0 ? tokens.length : found;
  const before = tokens.slice(0, at).map(({ text }) => text);
  return [before.join(""), tokens.slice(at)];
}
