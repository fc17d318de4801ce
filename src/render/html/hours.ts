import { html } from "hono/html";
import type { EventRecord } from "../../model/event.ts";
import type { ReadingDays } from "../../model/times.ts";
import { dateText } from "../day-text.ts";
import { hoursHtml } from "../hours-html.ts";
import { sourceName } from "../organiser-text.ts";
import { external } from "./links.ts";
import type { Html } from "./markup.ts";

const MINUTE = 60_000;

/** The times of an event, to which the page's script adds the visitor's local time; null for all-day events. */
export function hoursShown(event: EventRecord): Html | null {
  const hours = hoursHtml(event);
  return hours === null ? null : html`<span class="hours">${hours}</span>`;
}

/** {@link hoursShown} with the duration, if known. */
export function hoursWithLength(event: EventRecord): Html | null {
  const [hours, length] = [hoursHtml(event), lengthText(event)];
  if (hours === null || length === null) return hoursShown(event);
  return html`<span class="hours">${hours} <span class="note">(${length})</span></span>`;
}

/** `2 h 30 min`; null if the end is unknown. */
function lengthText({ time, startsAt, endsAt }: EventRecord): string | null {
  if (time === undefined || startsAt === null || endsAt === null) return null;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours === 0 ? "" : `${hours} h`, rest === 0 ? "" : `${rest} min`];
  return minutes > 0 ? parts.filter((part) => part !== "").join(" ") : null;
}

/** The source of times from an organiser, and when it was read; null if there is none. */
export function readText({ time, calendar }: EventRecord, reading: ReadingDays | undefined): Html | null {
  const source = time?.source ?? calendar?.source;
  if (source === undefined) return null;
  const when =
    reading === undefined
      ? ""
      : html`; first read on ${moment(reading.firstRead)}, last read on ${moment(reading.lastRead)}`;
  return html`${external(source.url, sourceName(source))}${when}`;
}

/** `3 November 2026, 06:12 UTC`. */
function moment(instant: string): Html {
  return html`<time datetime="${instant}">${dateText(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC</time>`;
}
