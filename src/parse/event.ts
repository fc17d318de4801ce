import { collapse, trimOf } from "../model/collapse.ts";
import type { Link } from "../model/listing.ts";
import type { PrintedContent } from "../model/printed.ts";
import { bareUrl, isSideLink, webUrl } from "./link.ts";
import { titleText } from "./names.ts";
import { allText, beforeLink, isLink, type LinkToken, plainText, type Token } from "./token.ts";

/** Title, address and further links: what an event bullet says. */
export type EventPart = Pick<PrintedContent, "text" | "url" | "links" | "note">;

/** Title, main link and further links of an event bullet: `[**Title**](https://…) | [**Mirror**](https://…)`. */
export function eventOf(tokens: readonly Token[]): EventPart {
  const links = tokens.filter(isLink).filter(({ text }) => text.trim() !== "");
  const main = mainOf(links);
  const plain = plainText(tokens);
  if (!main) return { ...unlinked(plain, tokens), links: [], note: "" };
  return {
    text: (isAside(main) && main.bold === null && titleBefore(tokens, main)) || titleText(main.text),
    url: webUrl(main.address),
    links: linksOf(links.filter((link) => link !== main)),
    note: plain.replace(/^[|\s.,–—-]+/, ""),
  };
}

/** `**Title**: 6:30pm, town hall`: the bold part is the title; `[Title]: 6:30pm` has brackets of a link that is none. */
function unlinked(plain: string, tokens: readonly Token[]): Pick<EventPart, "text" | "url"> {
  const url = bareUrl(plain);
  const bold = tokens.find(isBold);
  if (bold) return { text: titleText(bold.text), url };
  const words = titleText(url ? plain.replace(url, "") : plain);
  return { text: words.replace(/^\[([^[\]]*)\]:\s*/, "$1 "), url };
}

/** The link of the title: the first, or a bold one behind `[RSVP](…)`. */
function mainOf(links: readonly LinkToken[]): LinkToken | undefined {
  const [first] = links;
  if (!first || !isAside(first)) return first;
  return links.find((link) => link.bold !== null && !isAside(link)) ?? first;
}

/** Whether a link's text is no title: `RSVP`, `link`, its own address. */
function isAside(link: LinkToken): boolean {
  const text = link.text.trim();
  return (isSideLink(text) && !isBoldTitle(link)) || /^https?:/.test(text);
}

/** `[**Build your own website**](https://…)`: bold, as titles are, and more than a word such as `**Mirror**`. */
export function isBoldTitle({ bold, text }: LinkToken): boolean {
  return bold !== null && text.trim().includes(" ");
}

/** `**Fjord Meetup** ([link](…))`: the title that stands before such a link; empty when there is none. */
function titleBefore(tokens: readonly Token[], link: LinkToken): string {
  const before = tokens.slice(0, tokens.indexOf(link));
  const bold = before.find((token) => isBold(token) && /\p{L}/u.test(token.text));
  const title = titleText(trimOf(bold?.text ?? plainText(before), "", " |:,(<–—-"));
  // `Join us on [Meetup](…)`, `Hybrid: [Event page](…)` have none.
  return bold || /\p{Lu}\S*\s(?:.*\s)?\p{Lu}/u.test(title) ? title : "";
}

function isBold(token: Token): boolean {
  return token.kind === "text" && token.bold && token.text.trim() !== "";
}

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

/** The links among the tokens that a browser may follow. */
export function linksOf(tokens: readonly Token[]): Link[] {
  return tokens.filter(isLink).flatMap(({ text, address }) => {
    const url = webUrl(address);
    return url && text.trim() ? [{ text: titleText(text), url }] : [];
  });
}

/** Addresses among the tokens that no browser may follow, `javascript:…`, or that are none, `[Title](word)`. */
export function refusedAddresses(tokens: readonly Token[]): string[] {
  return tokens.filter(isLink).flatMap(({ address }) => (address && webUrl(address) === null ? [address] : []));
}
