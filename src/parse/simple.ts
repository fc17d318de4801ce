import { type Piece, plainPiece, resolveEmphasis, signsPiece } from "./emphasis.ts";
import { joined, type Span, textSpan, withoutTags } from "./span.ts";

/** Text up to the next character that may mean something. */
const PLAIN = /[^[\]*_`<\\&!]+/y;
const SIGNS = /\*+|_+/y;
const TICKS = /`+/y;
/** One character of an address, but for brackets in pairs. */
export const ADDRESS = String.raw`(?:[^\s\u0000-\u001f\u007f()<>\\&]|&(?![#\w]*;))`;
/** `(https://example.org/)`, `(<https://example.org/>)`; no title. */
const RESOURCE = new RegExp(String.raw`\( *(?:<(${ADDRESS}+)>|((?:${ADDRESS}|\(${ADDRESS}*\))+)) *\)`, "y");
/** `<` that begins neither a tag nor an address, `<3 `; `<T>` and `<Output = Rust>` mean themselves as well. */
const ANGLE = /<(?:(?![\w/!?.#$%&'*+=^`{|}~-])|\d+(?= )|[A-Z][A-Za-z\d]*(?: = [A-Z][A-Za-z\d]*)?>)/y;
const BRACKET = /\[/y;
/** `!` that begins no image. */
const EXCLAMATION = /!(?!\[)/y;
/** `&` that begins no character reference. */
const AMPERSAND = /&(?![#\w]*;)/y;

/** A line while it is read. */
interface Reading {
  readonly line: string;
  at: number;
  readonly pieces: Piece[];
  /** Indices of the pieces that are `[`, and whether they may still begin a link. */
  readonly brackets: { readonly at: number; active: boolean }[];
}

/**
 * The runs of a line of Markdown that holds only text, code, links and emphasis, as remark reads them (a test compares both);
 * null when it holds anything else: images, HTML, escapes, character references, titles of links.
 */
export function simpleSpans(line: string): Span[] | null {
  const reading: Reading = { line, at: 0, pieces: [], brackets: [] };
  while (reading.at < line.length) if (!readNext(reading)) return null;
  resolveEmphasis(reading.pieces);
  return joined(reading.pieces.map(spanOf).filter(({ text, url }) => text !== "" || url !== null));
}

function spanOf({ text, url, strong, strongText }: Piece): Span {
  if (url === null) return textSpan(text, strong);
  return { text, url, strong: strong || strongText !== null, strongText: strong ? text : strongText };
}

/** Reads on from `at`; false for what is not simple. */
function readNext(reading: Reading): boolean {
  const { line, at, pieces, brackets } = reading;
  switch (line[at]) {
    case "*":
    case "_": {
      const signs = matched(SIGNS, reading);
      pieces.push(signsPiece(signs, line.charAt(at - 1), line.charAt(reading.at)));
      return true;
    }
    case "`":
      return readCode(reading);
    case "[":
      brackets.push({ at: pieces.length, active: true });
      return readText(BRACKET, reading);
    case "]":
      return readLinkEnd(reading);
    case "!":
      return readText(EXCLAMATION, reading);
    case "<":
      return readText(ANGLE, reading);
    case "&":
      return readText(AMPERSAND, reading);
    default:
      return readText(PLAIN, reading);
  }
}

function readText(pattern: RegExp, reading: Reading): boolean {
  const text = matched(pattern, reading);
  reading.pieces.push(plainPiece(text));
  return text !== "" && withoutTags(text) === text;
}

/** What a pattern matches at `at`, which moves behind it; empty when it does not match. */
function matched(pattern: RegExp, reading: Reading): string {
  pattern.lastIndex = reading.at;
  const text = pattern.exec(reading.line)?.[0] ?? "";
  reading.at += text.length;
  return text;
}

function readCode(reading: Reading): boolean {
  const ticks = matched(TICKS, reading);
  const end = closingTicks(reading.line, reading.at, ticks.length);
  const code = end < 0 ? ticks : reading.line.slice(reading.at, end);
  if (end >= 0) reading.at = end + ticks.length;
  reading.pieces.push(plainPiece(/^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code));
  return !code.includes("<");
}

/** Where as many ticks as these stand again; -1 when they do not. */
function closingTicks(line: string, from: number, count: number): number {
  for (const { 0: ticks, index } of line.slice(from).matchAll(/`+/g)) if (ticks.length === count) return from + index;
  return -1;
}

/** `]`: the end of a link's text where an address follows. */
function readLinkEnd(reading: Reading): boolean {
  const { line, pieces, brackets } = reading;
  const bracket = brackets.pop();
  reading.at++;
  if (!bracket?.active || line[reading.at] !== "(") {
    pieces.push(plainPiece("]"));
    return true;
  }
  RESOURCE.lastIndex = reading.at;
  const resource = RESOURCE.exec(line);
  if (resource === null) return false;
  reading.at = RESOURCE.lastIndex;
  const inside = pieces.splice(bracket.at).slice(1);
  resolveEmphasis(inside);
  const bold = inside.filter(({ strong }) => strong);
  pieces.push({
    ...plainPiece(textOf(inside)),
    url: resource[1] ?? resource[2] ?? "",
    strongText: bold.length > 0 ? textOf(bold) : null,
  });
  // No link stands inside another.
  for (const outer of brackets) outer.active = false;
  return true;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
