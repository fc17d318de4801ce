import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import { cellsOf, collapse, groupsOf, plainText, trimSigns, webUrl } from "./cells.ts";
import { datePrefix } from "./date.ts";
import { type EventPart, eventPart, linksOf, refusedLinks } from "./event.ts";
import type { Span } from "./inline.ts";
import { listing, type Outer, startsWithDate } from "./outer.ts";
import { type Runs, remembered, runsOf } from "./remembered.ts";

/** An event bullet; `at` is its 0-based line. */
export interface EventBullet {
  readonly part: EventPart;
  readonly at: number;
}

/**
 * A listing in columns with its events nested under it (2022-03 on). Several event bullets give several listings.
 *
 *     * 2025-10-08 | Virtual (Boulder, CO, US) | [Group](https://…)
 *         * [**Title**](https://…) | [**Mirror**](https://…)
 */
export function columnListings(outer: Outer, events: readonly EventBullet[]): PrintedListing[] {
  const head = columnHead(outer.runs);
  return events.map(({ part, at }, index) => {
    const content = head.contents.get(part) ?? columnContent(head, part);
    head.contents.set(part, content);
    return listing(outer, content, at, events.length > 1 ? index + 1 : undefined);
  });
}

function columnContent({ date, place, groups, links, note: mark }: ColumnHead, event: EventPart): PrintedContent {
  const { text, url } = event;
  const note = [mark, event.note].filter(Boolean).join(" ");
  const all = links.length > 0 ? [...links, ...event.links] : event.links;
  return { date, form: "columns", place, groups, text, url, links: all, note };
}

/** What the outer bullet holds; `contents` remembers what it says together with each of its event bullets. */
export interface ColumnHead extends Pick<PrintedContent, "date" | "place" | "groups" | "links" | "note"> {
  /** Addresses that no browser may follow, as printed. */
  readonly refused: readonly string[];
  readonly contents: Map<EventPart, PrintedContent>;
}

/** Date, place and organisers of the outer bullet. */
export const columnHead = remembered((spans): ColumnHead => {
  const { date, rest } = afterDate(spans);
  const [first = [], ...others] = cellsOf(rest);
  // `Virtual (Linz, AT) [Rust Linz](…)`: the sign between place and group left out.
  const place = trimSigns(plainText(first), " ,:;.|–—-", " ,;:|-–—");
  const { groups, links, note } = groupsOf([first.filter((span) => span.url !== null), ...others]);
  return { date, place: place || null, groups, links, note, refused: refusedLinks(rest), contents: new Map() };
});

function afterDate(line: readonly Span[]) {
  const spans = withoutBold(line);
  const [first, ...rest] = spans;
  if (!first || first.url !== null) return { date: null, rest: spans };
  const date = datePrefix(first.text);
  const end = date?.end ?? figuresIn(first.text);
  const remaining = end === 0 ? first.text : first.text.slice(end).replace(/^[\s:~]*\|/, "");
  return { date: date?.value ?? null, rest: [{ ...first, text: remaining }, ...rest] as readonly Span[] };
}

/** Length of a first column of figures that are no date, and so no place either: `99999-01-01 | Oslo, NO | …`. */
function figuresIn(text: string): number {
  const bar = text.slice(0, 40).indexOf("|");
  return bar > 0 && /^\s*\d[\d\s./–-]*\p{L}{0,2}\s*$/u.test(text.slice(0, bar)) ? bar : 0;
}

/** `**2025-10-08** | Oslo, NO | …` and `~~2025-10-08~~ | …`: marks around the date taken off, plain runs joined. */
function withoutBold(spans: readonly Span[]): readonly Span[] {
  const linkAt = spans.findIndex((span) => span.url !== null);
  const plain = linkAt < 0 ? spans : spans.slice(0, linkAt);
  const text = plain
    .map((span) => span.text)
    .join("")
    .replace(/^[\s~*_]+/, "");
  return [{ text, url: null, strong: false, strongText: null }, ...spans.slice(plain.length)];
}

/**
 * A bullet in columns without a nested one: the last link, or the bold one, is the event.
 *
 *     * 2025-10-08 | Berlin, DE | [Group](https://…) | [**Title**](https://…)
 */
export function columnLine(outer: Outer): PrintedListing[] {
  const { rest } = afterDate(outer.runs.spans);
  const links = rest.filter((span) => span.url !== null);
  const event = links.find((span) => span.strong) ?? (links.length > 1 ? links.at(-1) : links[0]);
  if (!event) return columnListings(outer, [{ part: eventPart(runsOf(rest.slice(-1))), at: outer.bullet.at }]);
  const kept = { ...outer, runs: runsOf(outer.runs.spans.filter((span) => span !== event)) };
  return columnListings(kept, [{ part: eventPart(runsOf([event])), at: outer.bullet.at }]);
}

/**
 * Everything inside one link, in columns (late 2021 – 2022-02).
 *
 *     * [December 8, 2021 | Los Angeles, CA, US | **Title** | Group](https://…) | [Alternative](https://…)
 */
export function pipedLink(outer: Outer, link: Span): PrintedListing {
  return listing(outer, pipedContent(outer.runs.spans, link));
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
  const place = trimSigns(text.slice(0, at), " |,:;.-", " |,:;-");
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

/** Whether the runs are a row of columns: a date, then a `|` outside of links. */
export function isColumns(runs: Runs): boolean {
  return shape(runs).columns;
}

const shape = remembered((spans) => {
  const bars = spans[0]?.url === null && spans.some((span) => span.url === null && span.text.includes("|"));
  return { columns: bars && (startsWithDate(spans) || cellsOf(spans).length > 2) };
});
