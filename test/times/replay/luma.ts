import { compact, escaped, folded } from "./lines.ts";
import { type Instead, withInstead } from "./properties.ts";

/** Where an event of Luma takes place. */
export type LumaPlace =
  | { readonly kind: "address"; readonly text: string; readonly location: string; readonly geo: string }
  /** Only shown to guests, but the coordinates are in the calendar anyway. */
  | { readonly kind: "hidden"; readonly geo: string }
  | { readonly kind: "online" }
  /** Listed here, organised elsewhere. */
  | { readonly kind: "elsewhere"; readonly url: string };

export interface LumaEvent {
  /** Address of its page after `https://luma.com/`; for events elsewhere that of the calendar. */
  readonly slug: string;
  /** Ends its UID. */
  readonly id: string;
  /** UTC. */
  readonly start: string;
  /** UTC. */
  readonly end: string;
  readonly title?: string;
  readonly place?: LumaPlace;
  /** Instead of what Luma writes, for what it should not. */
  readonly instead?: Instead;
}

export interface LumaCalendar {
  readonly name: string;
  readonly events: readonly LumaEvent[];
  /** Moment of the answer. */
  readonly stamp?: string;
  /** Grows from answer to answer. */
  readonly sequence?: number;
}

export function lumaUrl(calendarId: string): string {
  return `https://api.lu.ma/ics/get?entity=calendar&id=${calendarId}`;
}

/** A calendar as Luma answers it: all that ever was, in UTC, with bare commas in LOCATION. */
export function lumaCalendar(calendar: LumaCalendar): string {
  const { name, events, stamp = "2026-10-20T06:02:00Z", sequence = 214639320 } = calendar;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Luma//${name}//EN`,
    `X-WR-CALNAME:${lumaText(name)}`,
    "X-WR-CALDESC:Luma Calendar",
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => vevent(event, { name, stamp, sequence })),
    "END:VCALENDAR",
  ];
  return `${folded(lines)}\r\n`;
}

/** `count` past events, one a day, the last on the day before `day`. */
export function lumaHistory(count: number, day: string): readonly LumaEvent[] {
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.parse(day) - (count - at) * 86_400_000).toISOString().slice(0, 10);
    const id = `past${String(at).padStart(6, "0")}`;
    return { slug: id, id, start: `${date}T17:00:00Z`, end: `${date}T19:00:00Z`, title: `Evening ${at + 1}` };
  });
}

function vevent(event: LumaEvent, calendar: Required<Omit<LumaCalendar, "events">>): readonly string[] {
  const { slug, id, place = { kind: "online" }, title = "Rust evening" } = event;
  const uid = `${place.kind === "elsewhere" ? "calev" : "evt"}-${id}`;
  const told = {
    address: `\n\nAddress:\n${"text" in place ? place.text : ""}`,
    hidden: "\n\nAddress:\nCheck event page for more details.",
    online: "",
  };
  const text =
    place.kind === "elsewhere"
      ? `Find more information on https://luma.com/${slug}`
      : `Get up-to-date information at: https://luma.com/${slug}${told[place.kind]}\n\nHosted by ${calendar.name}`;
  const location =
    place.kind === "address"
      ? place.location
      : place.kind === "elsewhere"
        ? place.url
        : `https://luma.com/event/${uid}`;
  return withInstead(
    [
      "BEGIN:VEVENT",
      `DTSTART:${compact(event.start)}`,
      `DTEND:${compact(event.end)}`,
      `DTSTAMP:${compact(calendar.stamp)}`,
      `ORGANIZER;CN="${calendar.name}":MAILTO:calendar-invite@lu.ma`,
      `UID:${uid}@events.lu.ma`,
      `SUMMARY:${lumaText(title.replaceAll("&", "&amp;"))}`,
      `DESCRIPTION:${lumaText(text)}`,
      `LOCATION:${location}`,
      ...("geo" in place ? [`GEO:${place.geo}`] : []),
      `SEQUENCE:${calendar.sequence}`,
      "STATUS:TENTATIVE",
    ],
    event.instead,
  ).concat("END:VEVENT");
}

/** Luma leaves semicolons as they are. */
function lumaText(text: string): string {
  return escaped(text).replaceAll("\\;", ";");
}
