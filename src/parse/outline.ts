import type { PrintedListing } from "../model/printed.ts";
import type { Bullet } from "./bullets.ts";
import { allText } from "./cells.ts";
import { columnHead, columnLine, columnListings, type EventBullet, isColumns, pipedLink } from "./columns.ts";
import { datePrefix } from "./date.ts";
import { eventPart } from "./event.ts";
import type { LineReader, ReadLine } from "./lines.ts";
import { lineListing } from "./one-line.ts";
import { type Outer, startsWithDate } from "./outer.ts";
import type { SectionProblem } from "./section.ts";

/** A bullet in columns that waits for the event bullets under it. */
interface Open {
  readonly outer: Outer;
  readonly events: EventBullet[];
  /** Indent of the first event bullet. */
  indent: number;
}

/** Every bullet becomes a listing, a part of one, or a problem. */
export function listingsOf(
  bullets: readonly Bullet[],
  read: LineReader,
  definitions: () => ReadonlyMap<string, string>,
  report: (p: SectionProblem) => void,
): PrintedListing[] {
  const listings: PrintedListing[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open)
      listings.push(...(open.events.length > 0 ? columnListings(open.outer, open.events) : columnLine(open.outer)));
    open = null;
  };
  for (const bullet of bullets) {
    const line = read(bullet.text, definitions);
    reportRepairs(bullet, line, report);
    const outer = { bullet, runs: line };
    const current: Open | null = open;
    if (isColumns(line) && !(current && nests(bullet, current) && !startsWithDate(line.spans))) {
      close();
      open = { outer, events: [], indent: -1 };
      reportRefused(bullet, columnHead(line).refused, report);
      if (columnHead(line).date === null) report({ ...DATE_MISSING, at: bullet.at });
    } else if (current && nests(bullet, current)) {
      if (isEvent(bullet, line, current)) {
        current.events.push({ part: eventPart(line), at: bullet.at });
        if (current.indent < 0) current.indent = bullet.indent;
        reportRefused(bullet, eventPart(line).refused, report);
      } else
        report({
          rule: "note-under-event",
          severity: "info",
          at: bullet.at,
          message: "a bullet under an event that lists no other event",
        });
    } else {
      close();
      const listing = single(outer, report);
      if (listing) listings.push(listing);
    }
  }
  close();
  return listings;
}

/** Whether the bullet belongs under the open one: deeper, or at the same depth while that one has no event yet. */
function nests(bullet: Bullet, open: Open): boolean {
  return (
    bullet.indent > open.outer.bullet.indent + 1 || (open.events.length === 0 && bullet.at - open.outer.bullet.at < 4)
  );
}

/** The first bullet under an open one is its event; a further one if it stands at the same depth and has a link. */
function isEvent(bullet: Bullet, line: ReadLine, open: Open): boolean {
  if (open.events.length === 0) return true;
  return bullet.indent <= open.indent + 1 && line.spans.some((span) => span.url !== null);
}

function single(outer: Outer, report: (p: SectionProblem) => void): PrintedListing | null {
  const { spans } = outer.runs;
  const link = spans.find((span) => span.url !== null);
  if (link?.text.includes("|") && datePrefix(link.text.trimStart())) {
    const bars = link.text.split("|").length - 1;
    // `May 20, 2021, Online - Go vs Rust | Round table`: one bar in a title makes no columns.
    if (bars > 1 || link.strongText) return pipedLink(outer, link);
  }
  const listing = lineListing(outer);
  if (listing) {
    if (!listing.content.date) report({ ...DATE_MISSING, at: outer.bullet.at });
    return listing;
  }
  report({ ...nonEvent(allText(spans)), at: outer.bullet.at });
  return null;
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

function reportRefused(bullet: Bullet, refused: readonly string[], report: (p: SectionProblem) => void): void {
  for (const url of refused) {
    const message = `no link that a browser may follow: “${url.slice(0, 80)}”`;
    report({ rule: "link-refused", severity: "warning", at: bullet.at, message });
  }
}

function reportRepairs(bullet: Bullet, line: ReadLine, report: (p: SectionProblem) => void): void {
  for (const repair of line.repairs) {
    report({ rule: "markup-mended", severity: "info", at: bullet.at, message: `markup was mended: ${repair}` });
  }
}
