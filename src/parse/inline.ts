import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { simpleSpans } from "./simple.ts";
import { joined, type Span, textSpan, withoutTags } from "./span.ts";

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
 * The runs of one line of Markdown, in order; neighbouring plain runs are joined. Remark is asked only for lines that hold
 * more than text, links, code and emphasis: none of a usual issue.
 */
export function spansOf(line: string): Span[] {
  return simpleSpans(line.trim()) ?? parsedSpans(line);
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

function plainText(node: Nodes): string {
  return withoutTags(textOf(node));
}

function strongText(node: Nodes): string | null {
  if (node.type === "strong") return plainText(node);
  if (!("children" in node)) return null;
  const parts = node.children.map(strongText).filter((part) => part !== null);
  return parts.length > 0 ? parts.join("") : null;
}
