import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visible } from "../model/visible.ts";
import { type Token, textTokens } from "./token.ts";

/** Text in which nothing means anything but itself: no brackets, emphasis, code, HTML, escapes, references. */
const PLAIN = String.raw`[^&*<[\\\]_\x60]*(?:&(?![#\w]*;)[^&*<[\\\]_\x60]*)*`;
const ADDRESS = String.raw`(?:https?|ircs?):\/\/(?!https?:)\w(?:[^\s\u0000-\u001f\u007f()<>\\&]|&(?![#\w]*;))*`;
/** The bold part of a link's text, and what stands before and behind it. */
const BOLD = String.raw`(?<=[ [])\*\*(?![\s*])(?<bold>${PLAIN})(?<!\s)\*\*(?=[ \]])`;
/** The next link or text of a line that holds only such text, links, and links with one bold part. */
const NEXT = new RegExp(
  String.raw`(?<!!)\[(?<before>${PLAIN})(?:${BOLD}(?<behind>${PLAIN}))?\]\((?<address>${ADDRESS})\)|(?<plain>${PLAIN})`,
  "y",
);
/** What a line may not hold besides: an address in text, what nobody sees, one character or a lone letter before a link. */
const BROKEN = /:\/\/|^[$%^~]|\p{Cf}|(?<![^\s|])\p{Lu}$|^\d$/u;

/** The tokens of a line of the plainest Markdown, as remark reads it; null for any other line. */
export function plainTokens(line: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; at = NEXT.lastIndex) {
    NEXT.lastIndex = at;
    const { before = "", bold = null, behind = "", address, plain = "" } = NEXT.exec(line)?.groups ?? {};
    const text = address === undefined ? plain : before + (bold ?? "") + behind;
    if (BROKEN.test(text) || (address === undefined && plain === "")) return null;
    if (address === undefined) tokens.push(...textTokens(plain));
    else tokens.push({ kind: "link", text, address, bold });
  }
  return tokens;
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

/** The tokens of a line of Markdown as remark reads it. */
export function remarkTokens(line: string): Token[] {
  return runsOf(markdown.parse(line), false).flatMap((run) =>
    run.kind === "text" ? textTokens(run.text, run.bold) : run,
  );
}

/** The texts and links below a node in order, neighbouring texts that are equally bold as one. */
function runsOf(node: Nodes, bold: boolean): Token[] {
  if (node.type === "link") {
    const text = visible(textOf(node));
    return [{ kind: "link", text, address: node.url, bold: bold ? text : boldText(node) }];
  }
  if (!("children" in node)) return [{ kind: "text", text: node.type === "break" ? " " : visible(textOf(node)), bold }];
  const runs: Token[] = [];
  for (const run of node.children.flatMap((child) => runsOf(child, bold || node.type === "strong"))) {
    const last = runs.at(-1);
    if (run.kind === "text" && last?.kind === "text" && last.bold === run.bold)
      runs[runs.length - 1] = { ...run, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

function boldText(node: Nodes): string | null {
  if (node.type === "strong") return textOf(node);
  if (!("children" in node)) return null;
  const parts = node.children.map(boldText).filter((part) => part !== null);
  return parts.length > 0 ? parts.join("") : null;
}
