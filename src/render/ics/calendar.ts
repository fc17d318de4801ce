import { escape as escapeText, foldLines } from "ical-generator";
import type { Region } from "../../model/region.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { join, type Piece, pieceOf } from "../bytes.ts";
import { colorOf } from "../color.ts";
import { oneLine, webLink } from "../text.ts";
import { uriValue, type Vevent } from "./event.ts";
import { vtimezone } from "./zone.ts";

/** How often calendar programs should refresh: the newsletter is weekly, but corrections may come at any time. */
const REFRESH = "PT12H";

const END = pieceOf("END:VCALENDAR\r\n");

/** Metadata of a calendar. */
export interface CalendarHead {
  readonly name: string;
  /** A sentence without a full stop. Default: the name. */
  readonly description?: string;
  /** URL of the feed; omitted from the calendar if null or not http(s), on sites without a public address. */
  readonly source: string | null;
  /** URL of its page; omitted likewise. */
  readonly page: string | null;
  /** Determines the colour; none for calendars of all regions. */
  readonly region?: Region | null;
}

/**
 * A VCALENDAR with `vevents`, after the VTIMEZONEs that they require, each once. It ends with CRLF, and is valid even without
 * events.
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
