import { compact, escaped, folded } from "./lines.ts";
import { type Instead, withInstead } from "./properties.ts";
import { zoneBlock } from "./zone-block.ts";

export interface OwnEvent {
  readonly uid: string;
  /** Local time in `zone`; with Z in UTC; a day without a time. */
  readonly start: string;
  /** Like `start`; null: none. */
  readonly end: string | null;
  /** Null for none. */
  readonly zone: string | null;
  readonly url: string;
  readonly title?: string;
  readonly location?: string;
  readonly status?: string;
  readonly instead?: Instead;
}

/** A calendar of a group's own site. */
export function ownCalendar(events: readonly OwnEvent[], stamp = "2026-10-20T06:03:00Z"): string {
  const zones = new Set(events.flatMap(({ zone }) => zone ?? []));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rust Sampleville//Our evenings//EN",
    ...[...zones].flatMap(zoneBlock),
    ...events.flatMap((event) => vevent(event, stamp)),
    "END:VCALENDAR",
  ];
  return `${folded(lines)}\r\n`;
}

function vevent(event: OwnEvent, stamp: string): readonly string[] {
  const { uid, start, end, zone, url, title = "Rust evening", location, status } = event;
  return withInstead(
    [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${compact(stamp)}`,
      timeLine("DTSTART", start, zone),
      ...(end === null ? [] : [timeLine("DTEND", end, zone)]),
      `SUMMARY:${escaped(title)}`,
      `URL:${url}`,
      ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
      ...(status === undefined ? [] : [`STATUS:${status}`]),
    ],
    event.instead,
  ).concat("END:VEVENT");
}

function timeLine(name: string, time: string, zone: string | null): string {
  if (!time.includes("T")) return `${name};VALUE=DATE:${compact(time)}`;
  return zone === null || time.endsWith("Z") ? `${name}:${compact(time)}` : `${name};TZID=${zone}:${compact(time)}`;
}
