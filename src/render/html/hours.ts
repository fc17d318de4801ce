import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import type { ReadingDays } from "../../model/times.ts";
import { markedHours } from "../marked-hours.ts";
import { sourceName } from "../told.ts";
import { dateText } from "./dates.ts";
import { external } from "./links.ts";
import type { Html } from "./markup.ts";

const MINUTE = 60_000;

/** The hours of an event, to which the page's script adds the visitor's own; null for an event without an hour. */
export function hoursShown(event: EventRecord): Html | null {
  const hours = markedHours(event);
  return hours === null ? null : html`<span class="hours">${hours}</span>`;
}

/** The same with how long it takes, where that is known. */
export function hoursWithLength(event: EventRecord): Html | null {
  const [hours, length] = [markedHours(event), lengthText(event)];
  if (hours === null || length === null) return hoursShown(event);
  return html`<span class="hours">${hours} <span class="note">(${length})</span></span>`;
}

/** `2 h 30 min`; null where no end is known. */
function lengthText({ time, startsAt, endsAt }: EventRecord): string | null {
  if (time === undefined || startsAt === null || endsAt === null) return null;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours === 0 ? "" : `${hours} h`, rest === 0 ? "" : `${rest} min`];
  return minutes > 0 ? parts.filter((part) => part !== "").join(" ") : null;
}

/** Where the organiser's times were read, and when; null where none were. */
export function readText({ time, calendar }: EventRecord, reading: ReadingDays | undefined): Html | null {
  const source = time?.source ?? calendar?.source;
  if (source === undefined) return null;
  const when =
    reading === undefined
      ? ""
      : html`; first read on ${moment(reading.firstRead)}, last on ${moment(reading.lastRead)}`;
  return html`${external(source.url, sourceName(source))}${when}`;
}

/** `3 November 2026, 06:12 UTC`. */
function moment(instant: string): Html {
  return html`<time datetime="${instant}">${dateText(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC</time>`;
}
