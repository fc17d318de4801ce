import type { Change, EventRecord } from "../model/event.ts";
import { type CalendarNote, SOURCE_NAMES, type SourceKind, type TimeSource } from "../model/times.ts";
import { dateText, fullDayText } from "./day-text.ts";
import { hoursOf, hoursText, zoneText } from "./hours.ts";
import { webLink } from "./text.ts";

/** A source in a sentence: `the group's Meetup calendar`, `the event's page on example.org`; the host only if `url` is given. */
export function sourceName({ kind, url }: { readonly kind: SourceKind; readonly url?: string }): string {
  const page = kind === "page" && url !== undefined ? webLink(url) : null;
  return page === null ? SOURCE_NAMES[kind] : `the event's page on ${new URL(page).hostname.replace(/^www\./, "")}`;
}

/** The source of a change in a sentence, with the host of a page if the event still has that source; null for an issue. */
export function changeSource({ source }: Change, { time, calendar }: EventRecord): string | null {
  if (source === undefined) return null;
  const now = time?.source ?? calendar?.source;
  return sourceName(now?.kind === source ? now : { kind: source });
}

/** Whether an organiser's calendar lost the event or has it again; `name` is the source in a sentence. */
export function foundText({ to }: Change, kind: SourceKind, name: string): string {
  return to === null ? `Found again ${within(kind, name)}` : `No longer ${within(kind, name)}`;
}

/** `in the group's Meetup calendar`, `on the event's own page`. */
function within(kind: SourceKind, name: string): string {
  return `${kind === "page" ? "on" : "in"} ${name}`;
}

/** `Cancelled according to the group's Meetup calendar.`; null if the status does not come from there. */
export function statusText({ status, calendar }: EventRecord): string | null {
  if (calendar?.status === undefined || calendar.status !== status) return null;
  return `${capital(status)} according to ${sourceName(calendar.source)}.`;
}

/** Sentences about doubts whether the event takes place, or on that date, according to the organiser's calendar. */
export function doubtsOf({ status, calendar }: EventRecord): readonly string[] {
  if (calendar === undefined || status === "cancelled") return [];
  const { source, otherDay, missing } = calendar;
  const name = sourceName(source);
  const doubts: string[] = [];
  if (otherDay !== undefined)
    doubts.push(`${capital(name)} names another day, ${fullDayText(otherDay)}: ask the organiser.`);
  if (missing)
    doubts.push(`No longer ${within(source.kind, name)}, which need not mean that it is cancelled: ask the organiser.`);
  return doubts;
}

/** Sentences with the start time and further information from the organiser's calendar, without the date of the reading. */
export function organiserText(event: EventRecord): readonly string[] {
  const { time } = event;
  return [
    ...(time === undefined ? [] : [`${capital(hoursText(event, time))} according to ${sourceName(time.source)}.`]),
    ...notesOf(event),
  ];
}

/** The sentences of {@link organiserText} without the start time. */
export function notesOf(event: EventRecord): readonly string[] {
  const { calendar } = event;
  if (calendar === undefined) return [];
  const { printedDay, firstDay, stale } = calendar;
  return [
    ...(firstDay === undefined ? [] : [firstDayText(event, firstDay, calendar.source)]),
    ...(printedDay === undefined ? [] : [`This Week in Rust names ${fullDayText(printedDay)}.`]),
    ...(stale === undefined ? [] : [`${capital(sourceName(calendar.source))} was last read on ${dateText(stale)}.`]),
  ];
}

function firstDayText(event: EventRecord, time: NonNullable<CalendarNote["firstDay"]>, source: TimeSource): string {
  const { from, to, later } = hoursOf(time);
  const ends = to === null || later !== "" ? "" : ` and ends at ${to}`;
  const zone = zoneText(event, time);
  return `The first day begins at ${from}${ends}${zone === "" ? "" : ` ${zone}`} according to ${sourceName(source)}.`;
}

/** `text` with its first letter capitalized. */
function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
