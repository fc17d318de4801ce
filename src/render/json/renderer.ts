import type { EventRecord } from "../../model/event.ts";
import type { ReadingDays } from "../../model/times.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { type Piece, pieceOf } from "../bytes.ts";
import type { FormatRecord } from "../format.ts";
import { jsonArray } from "../json-array.ts";
import type { Head, Renderer } from "../renderer.ts";
import { createJsonEvents, publicEvent } from "./event.ts";

export const RECORDS: FormatRecord<"json"> = {
  ending: "json",
  type: "application/json",
  name: "JSON",
  schema: { type: "object" },
  renderer: jsonRenderer,
};

/** Event records: a list is `{title, self, next, total, count, attribution, license, events}`, a single event an object. */
function jsonRenderer(): Renderer {
  const jsonEvent = createJsonEvents();
  return {
    each: jsonEvent,
    list: (head, events) => renderEventList(head, events.map(jsonEvent)),
    one: ({ reading }, event) =>
      pieceOf(
        `${JSON.stringify({ ...withReading(publicEvent(event), reading), attribution: ATTRIBUTION, license: LICENSE_URL }, null, 2)}\n`,
      ),
  };
}

/** `{title, self, next, total, count, attribution, license, events}`, with one event per line. */
export function renderEventList(
  head: Pick<Head, "title" | "self" | "next" | "total">,
  events: readonly Piece[],
): Piece {
  const { title, self, next, total } = head;
  const members = { title, self, next, total, count: events.length, attribution: ATTRIBUTION, license: LICENSE_URL };
  return jsonArray(members, "events", events);
}

/** Adds when the event was read in its organiser's calendar: to `time`, or without one to `calendar`. */
function withReading(event: EventRecord, reading: ReadingDays | undefined): EventRecord {
  if (reading === undefined) return event;
  const { time, calendar } = event;
  const { firstRead, lastRead } = reading;
  if (time !== undefined) return { ...event, time: { ...time, ...{ firstRead, lastRead } } };
  return calendar === undefined ? event : { ...event, calendar: { ...calendar, ...{ firstRead, lastRead } } };
}
