import type { Change, EventRecord } from "../model/event.ts";
import { type CalendarNote, SOURCE_NAMES, type SourceKind, type TimeSource } from "../model/times.ts";
import { dateText, dayText } from "./day-text.ts";
import { hoursOf, hoursText, zoneText } from "./hours.ts";
import { webLink } from "./text.ts";

/** Where times were read, as sentences name it; a page by its host where the address is known. */
export function sourceName({ kind, url }: { readonly kind: SourceKind; readonly url?: string }): string {
  const page = kind === "page" && url !== undefined ? webLink(url) : null;
  return page === null ? SOURCE_NAMES[kind] : `the event's page on ${new URL(page).hostname.replace(/^www\./, "")}`;
}

/** The source of a change that a reading made; of a page with its address where the event still has it. */
export function changeSource({ source }: Change, { time, calendar }: EventRecord): string | null {
  if (source === undefined) return null;
  const now = time?.source ?? calendar?.source;
  return sourceName(now?.kind === source ? now : { kind: source });
}

/** A change of whether the organiser's calendar has the event, in words; `name` is the source as sentences name it. */
export function foundText({ to }: Change, kind: SourceKind, name: string): string {
  if (to !== null) return capital(goneText(kind, name));
  return kind === "page" ? `Told again by ${name}` : `Found again in ${name}`;
}

/** `no longer in the group's Meetup calendar`. */
function goneText(kind: SourceKind, name: string): string {
  return kind === "page" ? `no longer told by ${name}` : `no longer in ${name}`;
}

/** `Cancelled according to the group's Meetup calendar.`; null unless the event has its status from there. */
export function statusText({ status, calendar }: EventRecord): string | null {
  if (calendar?.status === undefined || calendar.status !== status) return null;
  return `${capital(status)} according to ${sourceName(calendar.source)}.`;
}

/** What an organiser's calendar tells that speaks against the event, or against its day: each a sentence. */
export function doubtsOf({ status, calendar }: EventRecord): readonly string[] {
  if (calendar === undefined || status === "cancelled") return [];
  const { source, otherDay, missing } = calendar;
  const name = sourceName(source);
  const doubts: string[] = [];
  if (otherDay !== undefined)
    doubts.push(`${capital(name)} names another day, ${dayText(otherDay)}: ask the organiser.`);
  if (missing)
    doubts.push(
      `${capital(goneText(source.kind, name))}, which need not mean that it is cancelled: ask the organiser.`,
    );
  return doubts;
}

/** The hour with its source, and what else an organiser's calendar tells: each a sentence, without the day of the reading. */
export function toldOf(event: EventRecord): readonly string[] {
  const { time } = event;
  return [
    ...(time === undefined ? [] : [`${capital(hoursText(event, time))} according to ${sourceName(time.source)}.`]),
    ...notesOf(event),
  ];
}

/** The same but for the hour. */
export function notesOf(event: EventRecord): readonly string[] {
  const { calendar } = event;
  if (calendar === undefined) return [];
  const { printedDay, firstDay, stale } = calendar;
  return [
    ...(firstDay === undefined ? [] : [firstDayText(event, firstDay, calendar.source)]),
    ...(printedDay === undefined ? [] : [`This Week in Rust names ${dayText(printedDay)}.`]),
    ...(stale === undefined ? [] : [`${capital(sourceName(calendar.source))} was last read on ${dateText(stale)}.`]),
  ];
}

function firstDayText(event: EventRecord, time: NonNullable<CalendarNote["firstDay"]>, source: TimeSource): string {
  const { from, to, later } = hoursOf(time);
  const ends = to === null || later !== "" ? "" : ` and ends at ${to}`;
  const zone = zoneText(event, time);
  return `The first day begins at ${from}${ends}${zone === "" ? "" : ` ${zone}`} according to ${sourceName(source)}.`;
}

/** With a capital at its beginning. */
function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
