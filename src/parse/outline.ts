import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import { saysStatus } from "../model/status.ts";
import type { Bullet } from "./bullets.ts";
import { headOf, namesEvent, startsWithDate } from "./columns.ts";
import { datePrefix } from "./date.ts";
import { eventOf, isBoldTitle, linksOf } from "./event.ts";
import type { Line, Memory } from "./lines.ts";
import { isSideLink } from "./link.ts";
import type { ProblemRule, Report } from "./report.ts";
import { joinNotes } from "./status-mark.ts";
import { allText, isLink } from "./token.ts";

/** A bullet, read. */
export interface ReadBullet extends Bullet {
  readonly line: Line;
}

/** An event under a row, and the bullets under it that say more of it. */
interface Nested {
  readonly event: ReadBullet;
  readonly notes: ReadBullet[];
}

/** Every bullet becomes a listing, a part of one, or a problem. */
export function listingsOf(bullets: readonly ReadBullet[], read: Memory["listing"], report: Report): PrintedListing[] {
  const listings: PrintedListing[] = [];
  for (let at = 0; at < bullets.length; ) {
    const outer = bullets[at]!;
    const isRow = outer.line.row || isRowOverEvent(outer, bullets[at + 1]);
    const { events, end } = isRow ? eventsUnder(bullets, at) : { events: [], end: at + 1 };
    for (const bullet of bullets.slice(at, end)) {
      const { mended, refused } = bullet.line;
      for (const rule of mended) report("markup-mended", bullet.at, rule.replaceAll("-", " "));
      for (const url of refused) report("link-refused", bullet.at, url.slice(0, 80));
    }
    at = end;
    if (outer.line.row && events.length === 0 && !namesEvent(outer.line.tokens)) {
      report("event-missing", outer.at);
      if (headOf(outer.line.tokens).date === null) report("date-missing", outer.at);
      continue;
    }
    const alone = events.length === 0 ? [{ event: null, notes: [] }] : events;
    const lost = new Map<string, ProblemRule>();
    const found: PrintedListing[] = [];
    for (const [index, { event, notes }] of alone.entries()) {
      const listed = read(outer.line, event?.line ?? null);
      if (listed === null) report(nonEvent(allText(outer.line.tokens)), outer.at);
      if (index === 0 && listed?.contents[0]?.date === null) report("date-missing", outer.at);
      for (const note of notes) report("note-under-event", note.at);
      if (listed === null) continue;
      for (const [rule, text] of listed.leftovers) lost.set(text, rule);
      const [line, titleLine] = [outer.at + 1, (event ?? outer).at + 1];
      // As many events as days: each has its own.
      const own = events.length > 1 && listed.contents.length === events.length ? [listed.contents[index]!] : null;
      for (const content of own ?? listed.contents)
        found.push({ line, titleLine, region: outer.region, content: withNotes(content, notes) });
    }
    listings.push(...(found.length > 1 ? found.map((listing, index) => ({ ...listing, sub: index + 1 })) : found));
    for (const [text, rule] of lost) report(rule, outer.at, text.slice(0, 80));
  }
  return listings;
}

/** The events nested under a row, and the index of the bullet behind them. */
function eventsUnder(bullets: readonly ReadBullet[], at: number): { readonly events: Nested[]; readonly end: number } {
  const outer = bullets[at]!;
  const events: Nested[] = [];
  let end = at + 1;
  for (; end < bullets.length; end++) {
    const bullet = bullets[end]!;
    const last = events.at(-1);
    if (!nests(bullet, outer, last === undefined)) break;
    if (bullet.line.row && startsWithDate(bullet.line.tokens)) break;
    if (last === undefined || isFurtherEvent(bullet, events[0]!.event)) events.push({ event: bullet, notes: [] });
    else last.notes.push(bullet);
  }
  return { events, end };
}

/** `2025-10-08 - Oslo, NO - [Fjord Rust](…)`: a row without its bars, which the event nested under it shows. */
function isRowOverEvent({ line, indent }: ReadBullet, next: ReadBullet | undefined): boolean {
  if (next === undefined || next.indent <= indent + 1 || !/^[[*]{0,3}\d{4}-/.test(line.text)) return false;
  const { tokens } = next.line;
  return datePrefix(allText(line.tokens)) !== null && !startsWithDate(tokens) && tokens.some(isLink);
}

/** Whether a bullet belongs under a row: deeper, or at the same depth while that one has no event yet. */
function nests(bullet: Bullet, outer: Bullet, eventMissing: boolean): boolean {
  return bullet.indent > outer.indent + 1 || (eventMissing && bullet.at - outer.at < 4);
}

/** The first bullet under a row is its event; a further one if it stands at the same depth and has a link, not only to a stream. */
function isFurtherEvent({ indent, line }: ReadBullet, first: Bullet): boolean {
  if (indent > first.indent + 1) return false;
  const links = line.tokens.filter(isLink);
  return links.some(isBoldTitle) || (links.length > 0 && !isSideLink(eventOf(line.tokens).text));
}

/** What the bullets under an event say of it: its status, and links to streams and mirrors. */
function withNotes(content: PrintedContent, notes: readonly ReadBullet[]): PrintedContent {
  if (notes.length === 0) return content;
  const status = notes.map(({ line }) => allText(line.tokens)).filter(saysStatus);
  const links = notes.flatMap(({ line }) => linksOf(line.tokens)).filter(({ text }) => isSideLink(text));
  return { ...content, note: status.reduce(joinNotes, content.note), links: [...content.links, ...links] };
}

/** What a bullet is that lists no event. */
function nonEvent(text: string): ProblemRule {
  if (/^(?:no|nothing)\b/i.test(text)) return "no-events";
  if (/\b(?:cancel|postpon|call(?:ed)? off)/i.test(text)) return "cancelled-in-prose";
  return text.split(" ").length > 3 ? "prose-bullet" : "bullet-not-understood";
}
