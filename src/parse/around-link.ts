import { collapse } from "../model/collapse.ts";
import type { PrintedContent } from "../model/printed.ts";
import { linksOf } from "./event.ts";
import { webUrl } from "./link.ts";
import { allText, isLink, plainText, type Token } from "./token.ts";

/** A line of one sentence around its first link, all white space collapsed. */
export interface AroundLink {
  /** The text before the link; empty where there is no link. */
  readonly before: string;
  /** The link's text; null where there is none. */
  readonly linked: string | null;
  /** The plain text behind the link. */
  readonly tail: string;
  /** The link's text and `?` or `!` behind it: `[Apr 5. Are we embedded yet](https://…)?` */
  readonly title: string;
  /** The text of the whole line. */
  readonly whole: string;
  /** What a listing says whose title is that link. */
  readonly content: Omit<PrintedContent, "date" | "text">;
}

/** Takes such a line apart. */
export function aroundLink(tokens: readonly Token[]): AroundLink {
  const at = tokens.findIndex(isLink);
  const link = tokens.find(isLink);
  const after = link ? tokens.slice(at + 1) : [];
  const tail = plainText(after);
  const linked = link ? collapse(link.text) : null;
  const note = tail.replace(/^[.,!?;:\s]+/, "");
  return {
    before: link ? allText(tokens.slice(0, at)) : "",
    linked,
    tail,
    title: (linked ?? "") + (/^[?!]+/.exec(tail)?.[0] ?? ""),
    whole: allText(tokens),
    content: {
      form: "line",
      place: null,
      groups: [],
      url: link ? webUrl(link.address) : null,
      links: linksOf(after),
      note,
    },
  };
}

/** Whether the words before a link are no sentence of their own: `The`, nothing, punctuation. */
export function isLabel(before: string): boolean {
  return before.split(" ").filter(Boolean).length <= 2 && !/[.:]$/.test(before);
}
