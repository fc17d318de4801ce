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
import { onceEach, type Piece } from "../bytes.ts";
import { oneLine, webLink } from "../text.ts";
import { descriptionOf, locationOf, summaryOf } from "./describe.ts";

const STATUS: Readonly<Record<Status, ICalEventStatus>> = {
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  postponed: ICalEventStatus.TENTATIVE,
};

/** Only its settings are asked for by events; it never holds one. */
const CALENDAR = ical();

/** Renders events as VEVENTs, CRLF and folding included, each event object once. UIDs end in `@domain`. */
export function createVevents(domain: string): (event: EventRecord) => Piece {
  return onceEach((event) => vevent(event, domain));
}

/** The VEVENT of `event`, the same text at every call: each stamp comes from the record. */
export function vevent(event: EventRecord, domain: string): string {
  const days = Math.max(0, daysBetween(event.start, event.end)) + 1;
  const url = webLink(event.url);
  const data: ICalEventData = {
    id: escapeText(oneLine(`${event.id}@${domain}`), false),
    sequence: event.revision,
    stamp: event.updated,
    created: event.created,
    lastModified: event.updated,
    allDay: true,
    start: event.start,
    end: addDays(event.start, days),
    summary: summaryOf(event),
    description: descriptionOf(event),
    location: locationOf(event),
    url: url === null ? null : uriValue(url),
    categories: categoriesOf(event).map((name) => ({ name })),
    status: STATUS[event.status],
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    class: ICalEventClass.PUBLIC,
  };
  const lines = new ICalEvent(data, CALENDAR).toString().replace("\r\nURL;VALUE=URI:", "\r\nURL:");
  return foldLines(lines.replace(/END:VEVENT\r\n$/, `${geoOf(event)}END:VEVENT\r\n`));
}

/** An address as a URI value: `,` `;` `\` percent-encoded, for readers split or unescape them wrongly. */
export function uriValue(url: string): string {
  return url.replaceAll(",", "%2C").replaceAll(";", "%3B").replaceAll("\\", "%5C");
}

/** Regions, then the mode unless it is one of them; no commas, which some readers split at. */
function categoriesOf(event: EventRecord): string[] {
  const names: string[] = [...event.regions];
  if (event.mode === "in-person") names.push("In person");
  if (event.mode === "hybrid") names.push("Hybrid");
  if (event.mode === "virtual" && !event.regions.includes("Virtual")) names.push("Virtual");
  return names;
}

/** The first city's coordinates, six decimals; nothing for an event that takes place online alone. */
function geoOf(event: EventRecord): string {
  if (event.mode === "virtual") return "";
  const place = event.places.find(({ city, latitude, longitude }) => city && latitude !== null && longitude !== null);
  if (place === undefined || place.latitude === null || place.longitude === null) return "";
  return `GEO:${degrees(place.latitude)};${degrees(place.longitude)}\r\n`;
}

function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}
