import { collapse } from "../model/collapse.ts";
import { linksOf } from "./event.ts";
import { webUrl } from "./link.ts";
import { allText, beforeLink, isLink, plainText, type Token } from "./token.ts";

/**
 * A line in no columns, around its first link: the texts before, in and behind it, white space collapsed, and what a
 * listing says whose title the link is. `linked` is null where there is none; `title` has a question mark that follows.
 *
 *     The [Apr 5. Are we embedded yet](https://…)? A talk
 *     ^-^  ^----- linked -----------^            ^- tail
 */
export function sentenceOf(tokens: readonly Token[]) {
  const [printed, [first, ...after]] = beforeLink(tokens);
  const link = first && isLink(first) ? first : null;
  const [linked, tail] = [link && collapse(link.text), plainText(after)];
  const title = (linked ?? "") + (/^[?!]+/.exec(tail)?.[0] ?? "");
  const [url, note] = [link && webUrl(link.address), tail.replace(/^[.,!?;:\s]+/, "")];
  const content = { form: "line" as const, place: null, groups: [], url, links: linksOf(after), note };
  return { before: link ? collapse(printed) : "", linked, tail, title, whole: allText(tokens), content };
}
