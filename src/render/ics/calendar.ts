import { escape as escapeText, foldLines } from "ical-generator";
import type { Region } from "../../model/region.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { join, type Piece, pieceOf } from "../bytes.ts";
import { colorOf } from "../color.ts";
import { oneLine, webLink } from "../text.ts";
import { uriValue, type Vevent } from "./event.ts";
import { vtimezone } from "./zone.ts";

/** How often programs should ask again: the newsletter appears once a week, corrections at any hour. */
const REFRESH = "PT12H";

const END = pieceOf("END:VCALENDAR\r\n");

/** What a calendar says of itself. */
export interface CalendarHead {
  readonly name: string;
  /** What it holds, in a sentence without its full stop; the name unless told. */
  readonly description?: string;
  /** Address of the feed; null, or not an http(s) address, where the site has no public one. */
  readonly source: string | null;
  /** Address of the page to read about it; null likewise. */
  readonly page: string | null;
  /** Whose colour it has; none for calendars of all regions. */
  readonly region?: Region | null;
}

/**
 * The calendar around `vevents`, which stay as they are. Valid, with CRLF at its end, also when there are none. Each
 * VTIMEZONE that they need stands before them, once.
 */
export function renderCalendar(head: CalendarHead, vevents: readonly Vevent[]): Piece {
  const name = textValue(head.name);
  const description = textValue(`${head.description ?? head.name}. ${ATTRIBUTION}, ${LICENSE_URL}`);
  const [source, page] = [webLink(head.source), webLink(head.page)];
  const color = colorOf(head.region ?? null);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//twir-calendar//Rust events//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${description}`,
    `X-WR-CALDESC:${description}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...(source === null ? [] : [`SOURCE;VALUE=URI:${uriValue(source)}`]),
    ...(page === null ? [] : [`URL:${uriValue(page)}`]),
    `COLOR:${color.name}`,
    `X-APPLE-CALENDAR-COLOR:${color.hex}`,
    "",
  ];
  return join([pieceOf(foldLines(lines.join("\r\n"))), ...zonesOf(vevents), ...vevents, END]);
}

function zonesOf(vevents: readonly Vevent[]): Piece[] {
  const zones = new Set<string>();
  for (const { timeZone } of vevents) if (timeZone !== undefined) zones.add(timeZone);
  return [...zones].sort().map(vtimezone);
}

function textValue(text: string): string {
  return escapeText(oneLine(text), false);
}
