import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** A run of a line: plain text, or a link with its address. `strong` where any part of it is bold. */
export interface Span {
  readonly text: string;
  readonly url: string | null;
  readonly strong: boolean;
  /** For a link whose text is bold in part, the text of the bold part. */
  readonly strongText: string | null;
}

/** A bullet is one paragraph to us, whatever it begins with: `1. FC Rust` is no list, `# 14` no heading. */
const FLOW = [
  ...["blockQuote", "codeFenced", "codeIndented", "definition", "headingAtx", "htmlFlow", "list"],
  ...["setextUnderline", "thematicBreak"],
];
const markdown = unified()
  .use(remarkParse)
  .data("micromarkExtensions", [{ disable: { null: FLOW } }])
  .freeze();

/**
 * A character that means only itself in Markdown: `&` where it begins no character reference, `<` where it begins no tag
 * and no address, `_` inside a word.
 */
const LETTER = String.raw`(?:[^[\]*_\x60<\\&\n]|&(?![#\w]*;)|<(?![\w/!?])|(?<=[^\W_])_(?=[^\W_]))`;
const PLAIN = new RegExp(`${LETTER}+`, "y");
/** `[Hybrid]` inside a link's text. */
const INNER = String.raw`(?:${LETTER}|\[${LETTER}+\](?![(:[]))`;
const ADDRESS = String.raw`(?:https?|irc):\/\/(?:[^\s()<>\\&*_[\]]|[*_]|&(?![#\w]*;))+`;
/** `[**Title**](https://example.org/)`, `[Group](<https://example.org/>)`, `[Oslo | **Title** | Group](https://…)`. */
const LINK = new RegExp(
  String.raw`\[(${INNER}*)(?:\*\*(${INNER}+)\*\*(${INNER}*))?\]\((?:(${ADDRESS})|<(${ADDRESS})>)\)`,
  "y",
);

/**
 * The runs of one line of Markdown, in order; neighbouring plain runs are joined.
 * Nine lines of ten hold only plain text and simple links and are read by two patterns that agree with
 * remark on them (a test compares both on the archive); all others are parsed by remark.
 */
export function spansOf(line: string): Span[] {
  return simpleSpans(line.trim()) ?? parsedSpans(line);
}

/** The runs as two patterns read them; null when the line holds anything else. */
export function simpleSpans(line: string): Span[] | null {
  const spans: Span[] = [];
  let at = 0;
  while (at < line.length) {
    LINK.lastIndex = at;
    const link = LINK.exec(line);
    if (link) {
      const [, before = "", bold, after = ""] = link;
      const url = link[4] ?? link[5] ?? "";
      // `![…](…)` is an image; `** Title **` and `**“Title”**s` are not bold to remark.
      if (line[at - 1] === "!" || (bold !== undefined && !isBold(before, bold, after))) return null;
      const text = before + (bold ?? "") + after;
      if (text === "") return null;
      spans.push({ text, url, strong: bold !== undefined, strongText: bold ?? null });
      at = LINK.lastIndex;
      continue;
    }
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(line);
    if (!plain) return null;
    spans.push({ text: plain[0], url: null, strong: false, strongText: null });
    at = PLAIN.lastIndex;
  }
  return spans;
}

/** Whether `**` around a text makes it bold, kept to the plain cases: none of blanks inside, and outside blanks or nothing, or a letter before the end. */
function isBold(before: string, bold: string, after: string): boolean {
  return bold === bold.trim() && /^$|\s$/.test(before) && (/^$|^\s/.test(after) || /[\p{L}\p{N}]$/u.test(bold));
}

/** The runs as remark reads them. */
export function parsedSpans(line: string): Span[] {
  const spans: Span[] = [];
  collect(markdown.parse(line), false, spans);
  return joined(spans);
}

function collect(node: Nodes, strong: boolean, into: Span[]): void {
  switch (node.type) {
    case "link":
      into.push({
        text: plainText(node),
        url: node.url,
        strong: strong || strongText(node) !== null,
        strongText: strong ? plainText(node) : strongText(node),
      });
      return;
    case "html":
    case "text":
    case "inlineCode":
    case "image":
      into.push(textSpan(plainText(node), strong));
      return;
    case "break":
      into.push(textSpan(" ", strong));
      return;
    default:
      if ("children" in node) for (const child of node.children) collect(child, strong || node.type === "strong", into);
  }
}

/** Comments and HTML's own tags, but not the `<T>` of `Rust<T>`, which Markdown takes for one. */
const TAG =
  /<!--.*?-->|<\/?(?:a|abbr|b|big|blockquote|br|button|center|code|del|details|div|em|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|pre|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)\b[^<>]{0,2000}>/gi;

function plainText(node: Nodes): string {
  const text = textOf(node);
  return text.includes("<") ? text.replace(TAG, "") : text;
}

function strongText(node: Nodes): string | null {
  if (node.type === "strong") return plainText(node);
  if (!("children" in node)) return null;
  const parts = node.children.map(strongText).filter((part) => part !== null);
  return parts.length > 0 ? parts.join("") : null;
}

function textSpan(text: string, strong: boolean): Span {
  return { text, url: null, strong, strongText: strong ? text : null };
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && last.url === null && span.url === null && last.strong === span.strong) {
      out[out.length - 1] = textSpan(last.text + span.text, span.strong);
    } else out.push(span);
  }
  return out;
}
