import ical, {
  escape as escapeText,
  foldLines,
  ICalEvent,
  ICalEventBusyStatus,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { addDays, daysBetween } from "../../model/date.ts";
import type { EventRecord } from "../../model/event.ts";
import type { Status } from "../../model/listing.ts";
import { type OnceEach, onceEach, type Piece } from "../bytes.ts";
import { colorOf, mainRegion } from "../color.ts";
import { conferenceOf } from "../conference.ts";
import { descriptionOf, locationOf, summaryOf } from "../describe.ts";
import { keywordsOf } from "../keywords.ts";
import { changedAt } from "../lasting.ts";
import { pointsOf } from "../points.ts";
import { oneLine, webLink } from "../text.ts";
import { timesOf } from "./zone.ts";

const STATUS: Readonly<Record<Status, ICalEventStatus>> = {
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  postponed: ICalEventStatus.TENTATIVE,
};

/** Only its settings are asked for by events; it never holds one. */
const CALENDAR = ical();

/** An event as a calendar holds it. */
export interface Vevent extends Piece {
  /** TZID of the VTIMEZONE that must stand before it. */
  readonly timeZone?: string;
}

/** Renders events as VEVENTs, CRLF and folding included, each event object once. UIDs end in `@domain`. */
export function createVevents(domain: string): OnceEach<EventRecord> & ((event: EventRecord) => Vevent) {
  const render = onceEach((event: EventRecord) => vevent(event, domain));
  const timed = new WeakMap<EventRecord, Vevent>();
  const each = (event: EventRecord): Vevent => {
    if (event.allDay) return render(event);
    let piece = timed.get(event);
    if (piece === undefined) {
      const zone = timesOf(event)?.zone;
      piece = zone ? { ...render(event), timeZone: zone } : render(event);
      timed.set(event, piece);
    }
    return piece;
  };
  return Object.assign(each, { know: render.know });
}

/**
 * The VEVENT of `event`, the same text at every call: each stamp comes from the record. Of RFC 9073 it has nothing: VLOCATION
 * and PARTICIPANT are components within the event, at which calcurse drops it and others mix up UIDs; STYLED-DESCRIPTION would
 * say in HTML once more what DESCRIPTION says, and programs that would show it are not known.
 */
export function vevent(event: EventRecord, domain: string): string {
  const url = webLink(event.url);
  const data: ICalEventData = {
    id: escapeText(oneLine(`${event.id}@${domain}`), false),
    sequence: event.revision,
    stamp: changedAt(event),
    created: event.created,
    lastModified: changedAt(event),
    ...whenOf(event),
    summary: summaryOf(event),
    description: descriptionOf(event),
    location: locationOf(event),
    url: url === null ? null : uriValue(url),
    categories: keywordsOf(event).map((name) => ({ name })),
    status: STATUS[event.status],
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    class: ICalEventClass.PUBLIC,
  };
  const lines = new ICalEvent(data, CALENDAR).toString().replace("\r\nURL;VALUE=URI:", "\r\nURL:");
  const more = `${geoLine(event)}${colorLine(event)}${conferenceLine(event)}`;
  return foldLines(lines.replace(/END:VEVENT\r\n$/, () => `${more}END:VEVENT\r\n`));
}

/** Start and exclusive end: days, or times where they are known. */
function whenOf(event: EventRecord): Pick<ICalEventData, "allDay" | "start" | "end" | "timezone"> {
  const times = timesOf(event);
  if (times !== null) return { start: times.start, end: times.end, timezone: times.zone };
  const days = Math.max(0, daysBetween(event.start, event.end)) + 1;
  return { allDay: true, start: event.start, end: addDays(event.start, days) };
}

/** An address as a URI value: `,` `;` percent-encoded, for readers split or unescape them wrongly. */
export function uriValue(url: string): string {
  return url.replace(/[,;]/g, encodeURIComponent);
}

/** The first point of the event, 0 included. */
function geoLine(event: EventRecord): string {
  const [point] = pointsOf(event);
  return point === undefined ? "" : `GEO:${decimal(point.latitude)};${decimal(point.longitude)}\r\n`;
}

/** Six decimals, never as `1e-6`. */
function decimal(degrees: number): string {
  return degrees.toFixed(6).replace(/\.?0+$/, "");
}

/** Nothing where no region is known: the event has the colour of its calendar. */
function colorLine({ regions }: EventRecord): string {
  const region = mainRegion(regions);
  return region === null ? "" : `COLOR:${colorOf(region).name}\r\n`;
}

function conferenceLine(event: EventRecord): string {
  const conference = conferenceOf(event);
  if (conference === null) return "";
  return `CONFERENCE;VALUE=URI;FEATURE=${conference.feature};LABEL=Join online:${uriValue(conference.url)}\r\n`;
}
