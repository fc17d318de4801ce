import type { Link } from "../model/listing.ts";
import { bareUrl, plainText, trimSigns, webUrl } from "./cells.ts";
import { type EventPart, type ReadLine, runsOf } from "./line.ts";
import { isBoldTitle, isSideLink } from "./side-link.ts";
import type { Span } from "./span.ts";

/** What a line says as an event bullet. */
export function eventOf(line: ReadLine): EventPart {
  line.event ??= eventPart(runsOf(line));
  return line.event;
}

/** Title, main link and further links of an event bullet: `[**Title**](https://…) | [**Mirror**](https://…)`. */
export function eventPart(spans: readonly Span[]): EventPart {
  const links = spans.filter((span) => span.url !== null && span.text.trim() !== "");
  const main = mainOf(links);
  const refused = refusedLinks(links);
  const plain = plainText(spans);
  if (!main) {
    const url = bareUrl(plain);
    // `[**Title**]: 6:30pm, town hall`: the bold part is the title.
    const bold = spans.find((span) => span.strong && span.text.trim() !== "");
    if (bold) return { text: titleText(bold.text), url, links: [], note: "", refused };
    // `[Title]: 6:30pm, town hall`: brackets of a link that is none.
    const words = titleText(url ? plain.replace(url, "") : plain).replace(/^\[([^[\]]*)\]:\s*/, "$1 ");
    return { text: words, url, links: [], note: "", refused };
  }
  return {
    text: (isAside(main) && !main.strong && titleBefore(spans, main)) || titleText(main.text),
    url: webUrl(main.url ?? ""),
    links: linksOf(links.filter((link) => link !== main)),
    note: plain.replace(/^[|\s.,–—-]+/, ""),
    refused,
  };
}

/** The link of the title: the first, or a bold one behind `[RSVP](…)`. */
function mainOf(links: readonly Span[]): Span | undefined {
  const [first, ...others] = links;
  if (!first || others.length === 0 || !isAside(first)) return first;
  return others.find((link) => link.strong && !isAside(link)) ?? first;
}

/** Whether a link's text is no title: `RSVP`, `link`, its own address. */
function isAside(link: Span): boolean {
  const text = link.text.trim();
  return (isSideLink(text) && !isBoldTitle(link)) || /^https?:/.test(text);
}

/** `**Fjord Meetup** ([link](…))`: the title that stands before such a link; empty when there is none. */
function titleBefore(spans: readonly Span[], link: Span): string {
  const before = spans.slice(0, spans.indexOf(link)).filter((span) => span.url === null);
  const bold = before.find((span) => span.strong && /\p{L}/u.test(span.text));
  const title = titleText(trimSigns(bold?.text ?? plainText(before), "", " |:,(<–—-"));
  // `Join us on [Meetup](…)`, `Hybrid: [Event page](…)` have none.
  return bold !== undefined || /\p{Lu}\S*\s(?:.*\s)?\p{Lu}/u.test(title) ? title : "";
}

/** Stray marks around a title gone: `***Fjord Meetup*` and `[Fjord Meetup]` → `Fjord Meetup`; `[Hybrid] Fjord Meetup` stays. */
export function titleText(text: string): string {
  const title = trimSigns(text, " *_|", " *_|");
  return title.startsWith("[") ? title.replace(/^\[([^[\]]*)\]$/, "$1").trim() : title;
}

/** Addresses among the runs that no browser may follow, `javascript:…`, or that are none, `[Title](word)`. */
export function refusedLinks(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => (span.url && webUrl(span.url) === null ? [span.url] : []));
}

/** The links among the runs that a browser may follow. */
export function linksOf(spans: readonly Span[]): Link[] {
  return spans.flatMap((span) => {
    const url = span.url === null ? null : webUrl(span.url);
    return url && span.text.trim() ? [{ text: titleText(span.text), url }] : [];
  });
}
