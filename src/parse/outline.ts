import type { PrintedContent, PrintedListing } from "../model/printed.ts";
import { saysStatus } from "../model/status.ts";
import type { Bullet } from "./bullets.ts";
import { allText } from "./cells.ts";
import { contentOf, headOf, startsWithDate } from "./columns.ts";
import { datePrefix } from "./date.ts";
import { eventOf, linksOf } from "./event.ts";
import { runsOf } from "./line.ts";
import { contentAlone } from "./one-line.ts";
import type { SectionProblem } from "./section.ts";
import { isBoldTitle, isSideLink } from "./side-link.ts";
import { joinNotes } from "./status-mark.ts";

type Report = (p: SectionProblem) => void;

/** Every bullet becomes a listing, a part of one, or a problem. */
export function listingsOf(bullets: readonly Bullet[], report: Report): PrintedListing[] {
  const listings: PrintedListing[] = [];
  for (let at = 0; at < bullets.length; ) {
    const bullet = bullets[at]!;
    if (bullet.line.repairs.length > 0) reportRepairs(bullet, report);
    if (bullet.line.columns || isRowOverEvent(bullet, bullets[at + 1])) at = takeRow(bullets, at, listings, report);
    else {
      takeSingle(bullet, listings, report);
      at++;
    }
  }
  return listings;
}

/** Takes a row of columns with the events nested under it; gives the index of the bullet behind them. */
function takeRow(bullets: readonly Bullet[], at: number, listings: PrintedListing[], report: Report): number {
  const outer = bullets[at]!;
  const { refused, date } = headOf(outer.line);
  if (refused.length > 0) reportRefused(outer, refused, report);
  if (date === null) report({ ...DATE_MISSING, at: outer.at });
  const events: { readonly event: Bullet; readonly notes: Bullet[] }[] = [];
  let next = at + 1;
  for (; next < bullets.length; next++) {
    const bullet = bullets[next]!;
    const last = events.at(-1);
    if (!nests(bullet, outer, last === undefined)) break;
    if (bullet.line.columns && startsWithDate(runsOf(bullet.line))) break;
    if (bullet.line.repairs.length > 0) reportRepairs(bullet, report);
    if (last !== undefined && !isFurtherEvent(bullet, events[0]!.event)) {
      const message = "a bullet under an event that lists no other event";
      report({ rule: "note-under-event", severity: "info", at: bullet.at, message });
      last.notes.push(bullet);
      continue;
    }
    const { refused } = eventOf(bullet.line);
    if (refused.length > 0) reportRefused(bullet, refused, report);
    events.push({ event: bullet, notes: [] });
  }
  if (events.length === 0) listings.push(listing(outer, contentAlone(outer.line)!, outer.at));
  events.forEach(({ event, notes }, index) => {
    const content = withNotes(contentOf(outer.line, eventOf(event.line)), notes);
    const one = listing(outer, content, event.at);
    listings.push(events.length === 1 ? one : { ...one, sub: index + 1 });
  });
  return next;
}

/** `2025-10-08 - Oslo, NO - [Fjord Rust](…)`: a row without its signs, which the event nested under it tells. */
function isRowOverEvent({ line, indent }: Bullet, next: Bullet | undefined): boolean {
  if (next === undefined || next.indent <= indent + 1 || !/^[[*]{0,3}\d{4}-/.test(line.text)) return false;
  const runs = runsOf(next.line);
  return datePrefix(allText(runsOf(line))) !== null && !startsWithDate(runs) && runs.some(({ url }) => url !== null);
}

/** The listing that a bullet starts; `titleAt` is the 0-based line of its title. */
function listing({ at, region }: Bullet, content: PrintedContent, titleAt: number): PrintedListing {
  return { line: at + 1, titleLine: titleAt + 1, region, content };
}

/** Whether a bullet belongs under a row: deeper, or at the same depth while that one has no event yet. */
function nests(bullet: Bullet, outer: Bullet, eventMissing: boolean): boolean {
  return bullet.indent > outer.indent + 1 || (eventMissing && bullet.at - outer.at < 4);
}

/** The first bullet under a row is its event; a further one if it stands at the same depth and has a link, not only to a stream. */
function isFurtherEvent(bullet: Bullet, first: Bullet): boolean {
  if (bullet.indent > first.indent + 1) return false;
  const links = runsOf(bullet.line).filter(({ url }) => url !== null);
  return links.some(isBoldTitle) || (links.length > 0 && !isSideLink(eventOf(bullet.line).text));
}

/** What the bullets under an event tell of it: its status, and links to streams and mirrors. */
function withNotes(content: PrintedContent, notes: readonly Bullet[]): PrintedContent {
  if (notes.length === 0) return content;
  const texts = notes.map(({ line }) => allText(runsOf(line)));
  const status = texts.filter(saysStatus);
  const links = notes.flatMap(({ line }) => linksOf(runsOf(line)).filter(({ text }) => isSideLink(text)));
  return { ...content, note: status.reduce(joinNotes, content.note), links: [...content.links, ...links] };
}

function takeSingle(bullet: Bullet, listings: PrintedListing[], report: Report): void {
  const content = contentAlone(bullet.line);
  if (content === null) {
    report({ ...nonEvent(allText(runsOf(bullet.line))), at: bullet.at });
    return;
  }
  if (content.date === null) report({ ...DATE_MISSING, at: bullet.at });
  listings.push(listing(bullet, content, bullet.at));
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

function reportRefused(bullet: Bullet, refused: readonly string[], report: Report): void {
  for (const url of refused) {
    const message = `no link that a browser may follow: “${url.slice(0, 80)}”`;
    report({ rule: "link-refused", severity: "warning", at: bullet.at, message });
  }
}

function reportRepairs(bullet: Bullet, report: Report): void {
  for (const repair of bullet.line.repairs) {
    report({ rule: "markup-mended", severity: "info", at: bullet.at, message: `markup was mended: ${repair}` });
  }
}
