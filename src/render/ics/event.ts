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
import { degreesText, pointsOf } from "../points.ts";
import { oneLine, webLink } from "../text.ts";
import { changedAt } from "../updated.ts";
import { timesOf } from "./zone.ts";

const STATUS: Readonly<Record<Status, ICalEventStatus>> = {
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  postponed: ICalEventStatus.TENTATIVE,
};

/** ICalEvent reads settings from its calendar; events are not added to it. */
const CALENDAR = ical();

/** A rendered VEVENT. */
export interface Vevent extends Piece {
  /** TZID of the VTIMEZONE that it requires. */
  readonly timeZone?: string;
}

/** Renders events as VEVENTs, with CRLF and folded lines, each event object once. UIDs end in `@domain`. */
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
 * The VEVENT of `event`, always the same text, because all timestamps come from the record. It has nothing from RFC 9073: nested
 * components (VLOCATION, PARTICIPANT) make calcurse drop the event and other programs mix up UIDs, and STYLED-DESCRIPTION would
 * repeat DESCRIPTION for programs that do not seem to exist.
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

/** Start and exclusive end: times if known, otherwise days. */
function whenOf(event: EventRecord): Pick<ICalEventData, "allDay" | "start" | "end" | "timezone"> {
  const times = timesOf(event);
  if (times !== null) return { start: times.start, end: times.end, timezone: times.zone };
  const days = Math.max(0, daysBetween(event.start, event.end)) + 1;
  return { allDay: true, start: event.start, end: addDays(event.start, days) };
}

/** A URL as a URI value, with `,` and `;` percent-encoded, because some parsers split or unescape them. */
export function uriValue(url: string): string {
  return url.replace(/[,;]/g, encodeURIComponent);
}

/** GEO of the first city of the event. */
function geoLine(event: EventRecord): string {
  const [point] = pointsOf(event);
  return point === undefined ? "" : `GEO:${degreesText(point.latitude)};${degreesText(point.longitude)}\r\n`;
}

/** Empty without a region: the event then has the colour of its calendar. */
function colorLine({ regions }: EventRecord): string {
  const region = mainRegion(regions);
  return region === null ? "" : `COLOR:${colorOf(region).name}\r\n`;
}

function conferenceLine(event: EventRecord): string {
  const conference = conferenceOf(event);
  if (conference === null) return "";
  return `CONFERENCE;VALUE=URI;FEATURE=${conference.feature};LABEL=Join online:${uriValue(conference.url)}\r\n`;
}
