import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import { saysStatus } from "../model/status.ts";
import type { Bullet } from "./bullets.ts";
import { startsWithDate } from "./columns.ts";
import { datePrefix } from "./date.ts";
import { eventOf, isBoldTitle, linksOf, refusedAddresses } from "./event.ts";
import { leftoversOf } from "./leftovers.ts";
import type { Line, ReadListing } from "./lines.ts";
import { isSideLink } from "./link.ts";
import type { Report, SectionProblem } from "./report.ts";
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
export function listingsOf(bullets: readonly ReadBullet[], read: ReadListing, report: Report): PrintedListing[] {
  const listings: PrintedListing[] = [];
  for (let at = 0; at < bullets.length; ) {
    const outer = bullets[at]!;
    const { events, end } =
      outer.line.row || isRowOverEvent(outer, bullets[at + 1]) ? eventsUnder(bullets, at) : { events: [], end: at + 1 };
    for (const { line, at: first } of bullets.slice(at, end)) reportLine(line, first, report);
    at = end;
    const contents =
      events.length > 0 ? events.map(({ event }) => read(outer.line, event.line)) : [read(outer.line, null)];
    if (contents[0] === null) report({ ...nonEvent(allText(outer.line.tokens)), at: outer.at });
    else if (contents[0]?.date === null) report({ ...DATE_MISSING, at: outer.at });
    const found = contents.filter((content) => content !== null);
    if (found.length > 0) {
      const lines = [outer, ...events.map(({ event }) => event)].map(({ line }) => line);
      for (const leftover of leftoversOf(lines, found)) report({ ...leftover, at: outer.at });
    }
    for (const [index, content] of contents.entries()) {
      if (content === null) continue;
      const { event = outer, notes = [] } = events[index] ?? {};
      for (const note of notes) report({ ...NOTE, at: note.at });
      const { region } = outer;
      const listing = { line: outer.at + 1, titleLine: event.at + 1, region, content: withNotes(content, notes) };
      listings.push(events.length > 1 ? { ...listing, sub: index + 1 } : listing);
    }
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
function nonEvent(text: string): Omit<SectionProblem, "at"> {
  const info = (rule: string, message: string) => ({ rule, severity: "info" as const, message });
  if (/^(?:no|nothing)\b/i.test(text)) return info("no-events", "a line that says there are none");
  if (/\b(?:cancel|postpon|call(?:ed)? off)/i.test(text))
    return info("cancelled-in-prose", "a sentence about a cancelled or postponed event");
  if (text.split(" ").length > 3) return info("prose-bullet", "a sentence that lists no event");
  return { rule: "bullet-not-understood", severity: "error", message: "neither a listing nor a sentence" };
}

const DATE_MISSING = {
  rule: "date-missing",
  severity: "warning",
  message: "a listing without a date that can be read",
} as const;

const NOTE = {
  rule: "note-under-event",
  severity: "info",
  message: "a bullet under an event that lists no other event",
} as const;

/** Reports what was mended in a line, and its addresses that no browser may follow. */
function reportLine({ mended, tokens }: Line, at: number, report: Report): void {
  for (const rule of mended) {
    const message = `markup was mended: ${rule.replaceAll("-", " ")}`;
    report({ rule: "markup-mended", severity: "info", at, message });
  }
  for (const url of refusedAddresses(tokens)) {
    const message = `no link that a browser may follow: “${url.slice(0, 80)}”`;
    report({ rule: "link-refused", severity: "warning", at, message });
  }
}
