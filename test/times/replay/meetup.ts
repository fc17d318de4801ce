import { compact, escaped, folded } from "./lines.ts";
import { type Instead, withInstead } from "./properties.ts";
import { zoneBlock } from "./zone-block.ts";

export interface MeetupEvent {
  /** As in the address of its page: a number, or the token of a series. */
  readonly id: string;
  /** Local. */
  readonly start: string;
  /** Local time; null for none. Default: two hours after the start, on the same day. */
  readonly end?: string | null;
  /** Default: that of the group. */
  readonly zone?: string;
  readonly title?: string;
  readonly text?: string;
  readonly created?: string;
  /** Instead of what Meetup writes, for what it should not. */
  readonly instead?: Instead;
}

export interface MeetupGroup {
  /** As in its address. */
  readonly slug: string;
  readonly name?: string;
  readonly zone: string;
  readonly events: readonly MeetupEvent[];
  /** Moment of the answer. */
  readonly stamp?: string;
}

/** Maximum number of events that Meetup returns. */
export const MOST_EVENTS = 10;

/** Address of a group's calendar. */
export function meetupUrl(slug: string): string {
  return `https://www.meetup.com/${slug}/events/ical/`;
}

/** The calendar of a group as Meetup answers it: its next events, soonest first, without a line break at the end. */
export function meetupCalendar(group: MeetupGroup): string {
  const { slug, name = slug, zone, stamp = "2026-10-20T06:01:02Z" } = group;
  const events = group.events.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const shown = events.slice(0, MOST_EVENTS);
  return folded([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Meetup//Meetup Calendar 1.0//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...[...new Set(shown.map((event) => event.zone ?? zone))].flatMap(zoneBlock),
    ...shown.flatMap((event) => vevent(event, { slug, name, zone, stamp })),
    `X-ORIGINAL-URL:${meetupUrl(slug)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "END:VCALENDAR",
  ]);
}

function vevent(event: MeetupEvent, group: Required<Omit<MeetupGroup, "events">>): readonly string[] {
  const { id, start, zone = group.zone, title = "Rust meetup", created = "2026-09-01T08:09:10Z" } = event;
  const end = event.end === undefined ? plusTwoHours(start) : event.end;
  return withInstead(
    [
      "BEGIN:VEVENT",
      `UID:event_${id}@meetup.com`,
      "SEQUENCE:1",
      `DTSTAMP:${compact(group.stamp)}`,
      `DTSTART;TZID=${zone}:${compact(start)}`,
      ...(end === null ? [] : [`DTEND;TZID=${zone}:${compact(end)}`]),
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(`${group.name}\n${event.text ?? "Bring a laptop. No agenda."}`)}`,
      `URL;VALUE=URI:https://www.meetup.com/${group.slug}/events/${id}/`,
      "STATUS:CONFIRMED",
      `CREATED:${compact(created)}`,
      `LAST-MODIFIED:${compact(created)}`,
      "CLASS:PUBLIC",
    ],
    event.instead,
  ).concat("END:VEVENT");
}

/** Within the day. */
function plusTwoHours(start: string): string {
  const hour = Math.min(Number(start.slice(11, 13)) + 2, 23);
  return `${start.slice(0, 11)}${String(hour).padStart(2, "0")}${hour === 23 ? ":59:00" : start.slice(13)}`;
}
