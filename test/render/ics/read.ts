import ICAL from "ical.js";
import type { EventRecord } from "../../../src/model/event.ts";
import { type CalendarHead, renderCalendar } from "../../../src/render/ics/calendar.ts";
import { createVevents, vevent } from "../../../src/render/ics/event.ts";
import { event } from "../events.ts";

export const HEAD: CalendarHead = {
  name: "Rust events",
  source: "https://site.example/events.ics",
  page: "https://site.example/events",
};

const decoder = new TextDecoder();

/** The bytes of the calendar of `events`. */
export function calendarOf(events: readonly EventRecord[], head = HEAD): Uint8Array {
  return renderCalendar(head, events.map(createVevents("site.example"))).bytes;
}

/** The events that an independent reader finds. */
export function readBack(bytes: Uint8Array): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(decoder.decode(bytes))).getAllSubcomponents("vevent");
}

/** What it reads as the value of a property. */
export function readText(component: ICAL.Component | undefined, name: string): string | undefined {
  return component?.getFirstPropertyValue(name)?.toString();
}

/** The content lines of a calendar without events, unfolded. */
export function headLines(head: CalendarHead): string[] {
  return unfolded(decoder.decode(calendarOf([], head)));
}

/** The content lines of a plain event but for `given`, unfolded. */
export function eventLines(given: Partial<EventRecord>): string[] {
  return unfolded(vevent(event(given), "site.example"));
}

function unfolded(text: string): string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}
