import type { EventRecord } from "../../model/event.ts";
import type { ReadingDays } from "../../model/times.ts";
import { ATTRIBUTION, LICENSE_URL } from "../attribution.ts";
import { pieceOf } from "../bytes.ts";
import type { FormatRecord } from "../format.ts";
import type { Renderer } from "../renderer.ts";
import { createJsonEvents, publicEvent } from "./event.ts";
import { renderEventList } from "./list.ts";

export const RECORDS: FormatRecord<"json"> = {
  ending: "json",
  type: "application/json",
  name: "JSON",
  schema: { type: "object" },
  renderer: jsonRenderer,
};

/** Events as records: `{title, self, …, events}`, and one event as an object of its own. */
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

/** `event` with the days of its readings beside its hour; beside what else its organiser's calendar tells where it has none. */
function withReading(event: EventRecord, reading: ReadingDays | undefined): EventRecord {
  if (reading === undefined) return event;
  const { time, calendar } = event;
  const { firstRead, lastRead } = reading;
  if (time !== undefined) return { ...event, time: { ...time, ...{ firstRead, lastRead } } };
  return calendar === undefined ? event : { ...event, calendar: { ...calendar, ...{ firstRead, lastRead } } };
}
