import { escape as escapeText, foldLines } from "ical-generator";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { join, type Piece, pieceOf } from "../bytes.ts";
import { oneLine } from "../text.ts";
import { uriValue } from "./event.ts";

/** How often programs should ask again: the newsletter appears once a week, corrections at any hour. */
const REFRESH = "PT12H";

const END = pieceOf("END:VCALENDAR\r\n");

/** What a calendar says of itself. */
export interface CalendarHead {
  readonly name: string;
  /** Address of the feed. */
  readonly source: string;
  /** Address of the page to read about it. */
  readonly page: string;
}

/** The calendar around `vevents`, which stay as they are. Valid, with CRLF at its end, also when there are none. */
export function renderCalendar(head: CalendarHead, vevents: readonly Piece[]): Piece {
  const name = textValue(head.name);
  const description = textValue(`${head.name}. ${ATTRIBUTION}, ${LICENSE_URL}`);
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
    `SOURCE;VALUE=URI:${uriValue(head.source)}`,
    `URL:${uriValue(head.page)}`,
    "COLOR:chocolate",
    "X-APPLE-CALENDAR-COLOR:#D2691E",
    "",
  ];
  return join([pieceOf(foldLines(lines.join("\r\n"))), ...vevents, END]);
}

function textValue(text: string): string {
  return escapeText(oneLine(text), false);
}
