import { collapse } from "../model/collapse.ts";

/** A part of a line of Markdown; all parts in order are the line. */
export type Token =
  | { readonly kind: "text"; readonly text: string; readonly bold: boolean }
  /** Moved to as printed; `bold` is the bold part of the text, null when no part is. */
  | { readonly kind: "link"; readonly text: string; readonly address: string; readonly bold: string | null }
  /** A `|` outside of links. */
  | { readonly kind: "bar"; readonly text: "|" };

export type LinkToken = Extract<Token, { kind: "link" }>;

/** What stands between two bars; empty text is left out. */
export type Cell = readonly Exclude<Token, { kind: "bar" }>[];

/** The bar, and what looks like one: `¦`. */
const BAR = /[|¦｜│❘∣]/;

export function isLink(token: Token): token is LinkToken {
  return token.kind === "link";
}

/** A text as tokens, cut at each bar. */
export function textTokens(text: string, bold = false): Token[] {
  const tokens: Token[] = [];
  for (const [index, part] of text.split(BAR).entries()) {
    if (index > 0) tokens.push({ kind: "bar", text: "|" });
    if (part !== "") tokens.push({ kind: "text", text: part, bold });
  }
  return tokens;
}

/** The tokens between the bars: one cell more than there are bars. */
export function cellsOf(tokens: readonly Token[]): Cell[] {
  const cells: Cell[number][][] = [[]];
  for (const token of tokens) {
    if (token.kind === "bar") cells.push([]);
    else if (token.kind === "link" || token.text.trim() !== "") cells.at(-1)?.push(token);
  }
  return cells;
}

/** The text outside of links, bars included, white space collapsed. */
export function plainText(tokens: readonly Token[]): string {
  return collapse(tokens.map((token) => (isLink(token) ? " " : token.text)).join(""));
}

/** The text of all tokens, white space collapsed. */
export function allText(tokens: readonly Token[]): string {
  return collapse(tokens.map(({ text }) => text).join(""));
}

/** The text before the first link, as printed; the tokens from that link on. */
export function beforeLink(tokens: readonly Token[]): readonly [text: string, rest: readonly Token[]] {
  const link = tokens.findIndex(isLink);
  const at = link < 0 ? tokens.length : link;
  const before = tokens.slice(0, at).map(({ text }) => text);
  return [before.join(""), tokens.slice(at)];
}
