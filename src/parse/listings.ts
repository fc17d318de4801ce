import type { Link } from "../model/listing.ts";
import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import type { Bullet } from "./bullets.ts";
import { allText, bareUrl, cellsOf, collapse, groupsOf, plainText, webUrl } from "./cells.ts";
import { datePrefix } from "./date.ts";
import type { Span } from "./inline.ts";

/** Title, address and further links: what an event bullet holds. */
interface EventPart {
  readonly text: string;
  readonly url: string | null;
  readonly links: readonly Link[];
  readonly note: string;
  /** Addresses that no browser may follow, as printed. */
  readonly refused: readonly string[];
}

/** An event bullet; `at` is its 0-based line. */
export interface EventBullet {
  readonly part: EventPart;
  readonly at: number;
}

/** A bullet that starts a listing, read; `bullet.at` gives its line. */
export interface Outer {
  readonly bullet: Bullet;
  readonly spans: readonly Span[];
}

/**
 * A listing in columns with its events nested under it (2022-03 on). Several event bullets give several listings.
 *
 *     * 2025-10-08 | Virtual (Boulder, CO, US) | [Group](https://…)
 *         * [**Title**](https://…) | [**Mirror**](https://…)
 */
export function columnListings(outer: Outer, events: readonly EventBullet[]): PrintedListing[] {
  const head = columnHead(outer.spans);
  return events.map(({ part, at }, index) => {
    const content = head.contents.get(part) ?? columnContent(head, part);
    head.contents.set(part, content);
    return listing(outer, content, at, events.length > 1 ? index + 1 : undefined);
  });
}

function listing({ bullet }: Outer, content: PrintedContent, titleAt = bullet.at, sub?: number): PrintedListing {
  const place = { line: bullet.at + 1, titleLine: titleAt + 1, region: bullet.region, content };
  return sub === undefined ? place : { ...place, sub };
}

function columnContent({ date, place, groups, links }: ColumnHead, event: EventPart): PrintedContent {
  const { text, url, note } = event;
  const all = links.length > 0 ? [...links, ...event.links] : event.links;
  return { date, form: "columns", place, groups, text, url, links: all, note };
}

/** What the outer bullet holds; `contents` remembers what it says together with each of its event bullets. */
interface ColumnHead extends Pick<PrintedContent, "date" | "place" | "groups" | "links"> {
  readonly contents: Map<EventPart, PrintedContent>;
}

const columnHead = remembered((spans): ColumnHead => {
  const { date, rest } = afterDate(spans);
  const [first = [], ...others] = cellsOf(rest);
  // `Virtual (Linz, AT) [Rust Linz](…)`: the sign between place and group left out.
  const place = plainText(first).replace(/^[\s,:;.|–—-]+|[\s,;:|\-–—]+$/g, "");
  const { groups, links } = groupsOf([first.filter((span) => span.url !== null), ...others]);
  return { date, place: place || null, groups, links, contents: new Map() };
});

/** A function of a line's runs that is worked out once for each line read. */
function remembered<T extends object>(make: (spans: readonly Span[]) => T): (spans: readonly Span[]) => T {
  const known = new WeakMap<readonly Span[], T>();
  return (spans) => {
    const found = known.get(spans);
    if (found) return found;
    const made = make(spans);
    known.set(spans, made);
    return made;
  };
}

/**
 * A bullet in columns without a nested one: the last link, or the bold one, is the event.
 *
 *     * 2025-10-08 | Berlin, DE | [Group](https://…) | [**Title**](https://…)
 */
export function columnLine(outer: Outer): PrintedListing[] {
  const { rest } = afterDate(outer.spans);
  const links = rest.filter((span) => span.url !== null);
  const event = links.find((span) => span.strong) ?? (links.length > 1 ? links.at(-1) : links[0]);
  if (!event) return columnListings(outer, [{ part: eventPart(rest.slice(-1)), at: outer.bullet.at }]);
  const kept = { ...outer, spans: outer.spans.filter((span) => span !== event) };
  return columnListings(kept, [{ part: eventPart([event]), at: outer.bullet.at }]);
}

/**
 * Everything inside one link, in columns (late 2021 – 2022-02).
 *
 *     * [December 8, 2021 | Los Angeles, CA, US | **Title** | Group](https://…) | [Alternative](https://…)
 */
export function pipedLink(outer: Outer, link: Span): PrintedListing {
  return listing(outer, pipedContent(outer.spans, link));
}

function pipedContent(spans: readonly Span[], link: Span): PrintedContent {
  const text = link.text.trimStart();
  const date = datePrefix(text);
  const rest = text.slice(date?.end ?? 0);
  const { place, title, groups } = columnsAround(rest, link.strongText) ?? columnsOf(rest);
  const after = spans.slice(spans.indexOf(link) + 1);
  return {
    date: date?.value ?? null,
    form: "columns",
    place: place || null,
    groups: groups.filter((name) => name !== "").map((name) => ({ name, url: null })),
    text: title,
    url: webUrl(link.url ?? ""),
    links: linksOf(after),
    note: plainText(after),
  };
}

/** ` | Los Angeles, CA, US | **Title | with a bar** (Virtual) | Group`: the bold part is the title, bars and all. */
function columnsAround(text: string, bold: string | null) {
  const at = bold === null ? -1 : text.indexOf(bold);
  if (bold === null || at < 0) return null;
  const place = collapse(text.slice(0, at).replace(/^[\s|,:;.-]+|[\s|,:;-]+$/g, ""));
  const [behind = "", ...groups] = text
    .slice(at + bold.length)
    .split("|")
    .map(collapse);
  // `**Rust Dublin February Meetup** - Rust Dublin`: a dash for the last column's sign.
  const dashed = /^[-–—]\s*(\S.*)$/.exec(behind)?.[1];
  return { place, title: collapse(dashed ? bold : `${bold} ${behind}`), groups: dashed ? [dashed, ...groups] : groups };
}

function columnsOf(text: string) {
  const [place = "", title = "", ...groups] = text
    .replace(/^[\s|,:;.-]+/, "")
    .split("|")
    .map(collapse);
  return { place, title, groups };
}

/**
 * One line, nothing in columns (2014 – 2021): the text after the date is left to `normalize`.
 *
 *     * [Apr  5. Madrid, ES - Segundo meetup de MadRust](https://…).
 *     * 9/30. RustBerlin Hack and Learn.
 *     * [Rust Seattle Meetup](https://…), January 12th
 */
export function lineListing(outer: Outer): PrintedListing | null {
  const { content } = lineContent(outer.spans);
  return content && listing(outer, content);
}

const lineContent = remembered((spans) => ({ content: readLine(spans) }));

function readLine(line: readonly Span[]): PrintedContent | null {
  const spans = line.filter((span) => span.text.trim() !== "" || span.url !== null);
  const link = spans.find((span) => span.url !== null);
  const before = link ? collapse(allText(spans.slice(0, spans.indexOf(link)))) : "";
  const after = link ? spans.slice(spans.indexOf(link) + 1) : [];
  const tail = plainText(after);
  const base = {
    form: "line" as const,
    place: null,
    groups: [],
    url: link ? webUrl(link.url ?? "") : null,
    links: linksOf(after),
    note: tail.replace(/^[.,!?;:\s]+/, ""),
  };
  const whole = collapse(allText(spans));
  const inLink = link ? datePrefix(collapse(link.text)) : null;
  if (link && inLink && before.length < 20) {
    return { ...base, date: inLink.value, text: collapse(link.text).slice(inLink.end) };
  }
  const leading = datePrefix(whole);
  if (leading) {
    const text = link && before.length <= leading.end + 2 ? collapse(link.text) : whole.slice(leading.end);
    return { ...base, date: leading.value, text };
  }
  if (!link || !isLabel(before)) return null;
  const trailing = trailingDate(`${collapse(link.text)}${tail}`, collapse(link.text).length);
  if (trailing) return { ...base, date: trailing.date, text: trailing.text, note: trailing.note };
  if (base.note.split(" ").length > 4) return null;
  return { ...base, date: null, text: collapse(link.text) };
}

/** Whether the words before the link are no sentence of their own: `The`, nothing, a bold sign. */
function isLabel(before: string): boolean {
  return before.split(" ").filter(Boolean).length <= 2 && !/[.:]$/.test(before);
}

/** `Rust Paris, Nov 17` or `[Rust Seattle Meetup](…), January 12th`: the date behind the title. */
function trailingDate(text: string, linkEnd: number) {
  for (const match of text.matchAll(/[,:(–—-]\s{0,2}(?=[\p{L}\d])/gu)) {
    const at = match.index + match[0].length;
    const found = datePrefix(text.slice(at));
    if (!found || !/^[\s.)!]*(?:$|[.,)])/.test(text.slice(at + found.end))) continue;
    const inTitle = match.index < linkEnd;
    const note = inTitle ? text.slice(linkEnd) : text.slice(at + found.end);
    return {
      date: found.value,
      text: text.slice(0, inTitle ? match.index : linkEnd),
      note: collapse(note).replace(/^[.,\s]+/, ""),
    };
  }
  return null;
}

/** Title, main link and further links of an event bullet: `[**Title**](https://…) | [**Mirror**](https://…)`. */
export const eventPart = remembered((spans): EventPart => {
  const links = spans.filter((span) => span.url !== null && span.text.trim() !== "");
  const [main, ...rest] = links;
  const refused = links.flatMap((span) => (span.url && webUrl(span.url) === null ? [span.url] : []));
  const plain = plainText(spans);
  if (!main) {
    const url = bareUrl(plain);
    return { text: titleText(url ? plain.replace(url, "") : plain), url, links: [], note: "", refused };
  }
  return {
    text: titleText(main.text),
    url: webUrl(main.url ?? ""),
    links: linksOf(rest),
    note: plain.replace(/^[|\s.,–—-]+/, ""),
    refused,
  };
});

/** Stray marks around a title gone: `***Seoul Substrate Meetup*` → `Seoul Substrate Meetup`. */
function titleText(text: string): string {
  return collapse(text.replace(/^[\s*_|]+|[\s*_|]+$/g, "").replace(/^\[([^[\]]*)\]:?\s*/, "$1 "));
}

function linksOf(spans: readonly Span[]): Link[] {
  return spans.flatMap((span) => {
    const url = span.url === null ? null : webUrl(span.url);
    return url && span.text.trim() ? [{ text: titleText(span.text), url }] : [];
  });
}

function afterDate(spans: readonly Span[]) {
  const [first, ...rest] = spans;
  const text = first?.text.trimStart() ?? "";
  const date = first && first.url === null ? datePrefix(text) : null;
  if (!first || !date) return { date: null, rest: spans };
  const remaining = text.slice(date.end).replace(/^[\s:]*\|/, "");
  return { date: date.value, rest: [{ ...first, text: remaining }, ...rest] as readonly Span[] };
}

/** Whether the runs are a row of columns: a date, then a `|` outside of links. */
export function isColumns(spans: readonly Span[]): boolean {
  const first = spans[0];
  if (!first || first.url !== null || !spans.some((span) => span.url === null && span.text.includes("|"))) return false;
  return startsWithDate(spans) || cellsOf(spans).length > 2;
}

/** Whether the first run is plain text that begins with a date. */
export function startsWithDate(spans: readonly Span[]): boolean {
  const first = spans[0];
  return first?.url === null && datePrefix(first.text.trimStart()) !== null;
}
