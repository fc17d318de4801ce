import type { PrintedContent } from "../model/printed.ts";
import { beginsWithStatus, saysStatus } from "../model/status.ts";
import { allText, cellsOf, collapse, groupName, groupsOf, plainText, trimSigns, webUrl } from "./cells.ts";
import { datePrefix } from "./date.ts";
import { eventPart, linksOf, refusedLinks, titleText } from "./event.ts";
import { type ColumnHead, type EventPart, type ReadLine, runsOf } from "./line.ts";
import { placeCells } from "./place-cells.ts";
import { isSideLink } from "./side-link.ts";
import { type Span, textSpan } from "./span.ts";
import { BEFORE_DATE, joinNotes, statusMark } from "./status-mark.ts";

/** What a row of columns says as the outer bullet of a listing. */
export function headOf(line: ReadLine): ColumnHead {
  line.head ??= columnHead(withoutWholeLink(runsOf(line)));
  return line.head;
}

/** `[2025-10-08 | Oslo, NO | Fjord Rust](https://…)`: of a row that is one link, only the last column is linked. */
function withoutWholeLink(spans: readonly Span[]): readonly Span[] {
  const [link, ...rest] = spans;
  const bar = link?.url ? link.text.lastIndexOf("|") : -1;
  if (!link || bar < 0 || datePrefix(link.text.trimStart()) === null) return spans;
  return [textSpan(link.text.slice(0, bar + 1), false), { ...link, text: link.text.slice(bar + 1) }, ...rest];
}

/**
 * What a listing in columns says with an event that is nested under it (2022-03 on); the same for the same two lines.
 *
 *     * 2025-10-08 | Virtual (Boulder, CO, US) | [Group](https://…)
 *         * [**Title**](https://…) | [**Mirror**](https://…)
 */
export function contentOf(line: ReadLine, event: EventPart): PrintedContent {
  if (line.pair?.event === event) return line.pair.content;
  const known = line.pairs?.get(event);
  if (known) return known;
  const content = columnContent(headOf(line), event);
  if (line.pair === null) line.pair = { event, content };
  else {
    line.pairs ??= new Map();
    line.pairs.set(event, content);
  }
  return content;
}

function columnContent({ date, place, groups, links, note: mark }: ColumnHead, event: EventPart): PrintedContent {
  const { text, url } = event;
  const all = links.length > 0 ? [...links, ...event.links] : event.links;
  return { date, form: "columns", place, groups, text, url, links: all, note: joinNotes(mark, event.note) };
}

/** Date, place and organisers of the outer bullet. */
export function columnHead(spans: readonly Span[]): ColumnHead {
  const { date: first, rest } = afterDate(spans);
  const all = cellsOf(rest);
  // `Oslo, NO | 2025-10-08 | [Group](https://…)`
  const dated = first === null ? all.find((cell) => dateAlone(cell) !== null) : undefined;
  const date = first ?? (dated ? dateAlone(dated) : null);
  const cells = dated ? all.filter((cell) => cell !== dated) : all;
  const { place, note: ofDate, others } = placeCells(cells, date !== null);
  const { groups, links, note } = groupsOf(others);
  const mark = date === null ? "" : statusMark(spans);
  return { date, place, groups, links, note: joinNotes(mark, joinNotes(ofDate, note)), refused: refusedLinks(rest) };
}

/** The date that a cell without links is, and nothing else. */
function dateAlone(cell: readonly Span[]): PrintedContent["date"] {
  const text = cell.some(({ url }) => url !== null) ? "" : plainText(cell);
  const date = datePrefix(text);
  return date?.end === text.length ? date.value : null;
}

function afterDate(line: readonly Span[]) {
  const spans = withoutBold(line);
  const [first, ...rest] = spans;
  if (!first || first.url !== null) return { date: null, rest: spans };
  const date = datePrefix(first.text);
  const end = date?.end ?? figuresIn(first.text);
  const remaining = end === 0 ? first.text : first.text.slice(end).replace(/^[\s:~*\])]*\|/, "");
  return { date: date?.value ?? null, rest: [{ ...first, text: remaining }, ...rest] as readonly Span[] };
}

/** Length of a first column of figures that are no date, and so no place either: `99999-01-01 | Oslo, NO | …`. */
function figuresIn(text: string): number {
  const bar = text.slice(0, 40).indexOf("|");
  return bar > 0 && /^\s*\d[\d\s./–-]*\p{L}{0,2}\s*$/u.test(text.slice(0, bar)) ? bar : 0;
}

/** `**2025-10-08** | Oslo, NO | …`, `[2025-10-08] | …` and `| 2025-10-08 | …`: marks around the date taken off, plain runs joined. */
function withoutBold(spans: readonly Span[]): readonly Span[] {
  const linkAt = spans.findIndex((span) => span.url !== null);
  const plain = linkAt < 0 ? spans : spans.slice(0, linkAt);
  const text = plain
    .map((span) => span.text)
    .join("")
    .replace(BEFORE_DATE, "");
  return [{ text, url: null, strong: false, strongText: null }, ...spans.slice(plain.length)];
}

/**
 * A row without a nested bullet: the last link, or the bold one, is the event.
 *
 *     * 2025-10-08 | Berlin, DE | [Group](https://…) | [**Title**](https://…)
 */
export function rowContent(spans: readonly Span[]): PrintedContent {
  const { rest } = afterDate(spans);
  const links = rest.filter((span) => span.url !== null);
  const main = links.filter(({ text }) => !isSideLink(text.trim()));
  const event = links.find((span) => span.strong) ?? (main.length > 1 ? main : links).at(-1);
  if (!event) return unlinkedContent(spans, rest);
  const head = columnHead(spans.filter((span) => span !== event));
  // `[**Title** | Group](https://…)`
  const [, group] = /^ ?\|(.+)$/.exec(event.text.slice(event.strongText?.length ?? event.text.length)) ?? [];
  if (!group || head.groups.length > 0) return columnContent(head, eventPart([event]));
  const groups = [{ name: groupName(group), url: null }];
  return columnContent({ ...head, groups }, eventPart([{ ...event, text: event.strongText! }]));
}

/** `2025-10-08 | Berlin, DE | **Title** | Group` without any link: columns in the order of those inside one link. */
function unlinkedContent(spans: readonly Span[], rest: readonly Span[]): PrintedContent {
  const [place = [], title, ...groups] = cellsOf(rest);
  if (!title || groups.length === 0) return columnContent(columnHead(spans), eventPart(rest.slice(-1)));
  const row = [...place, textSpan(` | ${groups.map(allText).join(" | ")}`, false)];
  const head = columnHead(row);
  const { date, note } = columnHead(spans);
  return columnContent({ ...head, date, note }, eventPart(title));
}

/**
 * Everything inside one link, in columns (late 2021 – 2022-02).
 *
 *     * [December 8, 2021 | Los Angeles, CA, US | **Title** | Group](https://…) | [Alternative](https://…)
 */
export function pipedContent(spans: readonly Span[], link: Span): PrintedContent {
  const text = link.text.trimStart();
  const date = datePrefix(text);
  const rest = text.slice(date?.end ?? 0);
  const { place, title, groups } = columnsAround(rest, link.strongText) ?? columnsOf(rest);
  const after = spans.slice(spans.indexOf(link) + 1);
  return {
    date: date?.value ?? null,
    form: "columns",
    place: place || null,
    groups: groups
      .filter((name) => name !== "" && !beginsWithStatus(name))
      .map((name) => ({ name: groupName(name), url: null })),
    text: titleText(title),
    url: webUrl(link.url ?? ""),
    links: linksOf(after),
    note: joinNotes(groups.find(saysStatus) ?? "", plainText(after)),
  };
}

/** ` | Los Angeles, CA, US | **Title | with a bar** (Virtual) | Group`: the bold part is the title, bars and all. */
function columnsAround(text: string, bold: string | null) {
  const at = bold === null ? -1 : text.indexOf(bold);
  if (bold === null || at < 0) return null;
  const place = trimSigns(text.slice(0, at), " |,:;.-", " |,:;-");
  const [printed = "", ...others] = text.slice(at + bold.length).split("|");
  const [behind, groups] = [collapse(printed), others.map(collapse)];
  // `**First Tuesdays**: Fjord Rust`
  const gap = /^[:;,.!?]/.test(printed) ? "" : " ";
  // `**Rust Dublin February Meetup** - Rust Dublin`: a dash for the last column's sign.
  const dashed = /^[-–—]\s*(\S.*)$/.exec(behind)?.[1];
  return {
    place,
    title: collapse(dashed ? bold : bold + gap + behind),
    groups: dashed ? [dashed, ...groups] : groups,
  };
}

function columnsOf(text: string) {
  const [place = "", title = "", ...groups] = text
    .replace(/^[\s|,:;.-]+/, "")
    .split("|")
    .map(collapse);
  return { place, title, groups };
}

/** Whether runs are a row of columns: a date, then a `|` outside of links. */
export function isRow(spans: readonly Span[]): boolean {
  if (spans[0]?.url !== null || !spans.some((span) => span.url === null && span.text.includes("|"))) return false;
  return startsWithDate(spans) || cellsOf(spans).length > 2;
}

/** Whether the first run is plain text that begins with a date. */
export function startsWithDate(spans: readonly Span[]): boolean {
  const first = spans[0];
  return first?.url === null && datePrefix(first.text.replace(BEFORE_DATE, "")) !== null;
}
